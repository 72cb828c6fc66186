using System.Globalization;
using System.Text;
using Rapport.TestKit;

namespace Rapport.Formats.Tests.Drafts;

public sealed class DraftReportTests
{
    [Fact]
    public void How_drafts_are_judged_is_reported()
    {
        var sets = DraftSet.FirstTries.Select(first => (First: first, Now: DraftSet.Judge(first.File))).ToList();
        var all = sets.SelectMany(set => set.Now.Drafts).ToList();
        var report = new StringBuilder("""
            # How drafts are judged

            Written by `DraftReportTests` (set `RAPPORT_WRITE_REPORTS=1`). `rapport judge drafts FILE` gives the same verdicts. The labels were set by
            the sets' authors after one guide; no clinician has reviewed them. The first try is the verdict before any rule was changed for that set,
            and the only honest estimate of how a stranger's drafts fare: every set was then studied, so what stands under "now" was learned.


            """);
        report.AppendLine("## Sets\n\n| set | unsafe refused, first try | fit passed, first try | unsafe refused now | fit passed now |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (var (first, now) in sets)
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"| {first.Name} | {first.UnsafeRefused} | {first.FitPassed} | {Share(now.Drafts, isFit: false)} | {Share(now.Drafts, isFit: true)} |");
        }

        AppendRecall(report, all);
        AppendPlaces(report, all);
        Reports.Write("drafts.md", report.ToString());
        all.Count.ShouldBeGreaterThan(1000);
    }

    private static void AppendRecall(StringBuilder report, List<LabelledDraft> all)
    {
        report.AppendLine("\n## Violations, all sets, now\n\nRefused: drafts with the violation that were refused at all. Named: refused with this code among the reasons.\n\n| violation | drafts | refused | named |\n| --- | ---: | ---: | ---: |");
        foreach (var code in all.SelectMany(draft => draft.Violations).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var with = all.Where(draft => draft.Violations.Contains(code)).ToList();
            report.AppendLine(CultureInfo.InvariantCulture, $"| `{code}` | {with.Count} | {with.Count(draft => !draft.Passed)} | {with.Count(draft => draft.Found.Contains(code))} |");
        }
    }

    private static void AppendPlaces(StringBuilder report, List<LabelledDraft> all)
    {
        report.AppendLine("\n## Language and channel, all sets, now\n\n| language | channel | unsafe refused | fit passed |\n| --- | --- | ---: | ---: |");
        foreach (var place in all.GroupBy(draft => (draft.Language, draft.Channel)).OrderBy(group => group.Key))
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"| {place.Key.Language} | {place.Key.Channel} | {Share(place, isFit: false)} | {Share(place, isFit: true)} |");
        }
    }

    private static string Share(IEnumerable<LabelledDraft> drafts, bool isFit)
    {
        var of = drafts.Where(draft => draft.IsFit == isFit).ToList();
        return $"{of.Count(draft => draft.Passed == isFit)} of {of.Count}";
    }
}
