using System.Globalization;
using System.Text;
using Rapport.Core.Planning.Schedules;
using Rapport.TestKit;

namespace Rapport.Engine.Tests.Measures;

public sealed class MeasureAgreementTests
{
    private static readonly string[] Sets = ["ecqm-qicore-2025", "ecqm-qicore-2024"];

    [Theory]
    [InlineData("ecqm-qicore-2025")]
    [InlineData("ecqm-qicore-2024")]
    public void Who_is_eligible_excluded_and_due_agrees_with_the_authors_of_the_measures(string set)
    {
        var answers = Answers(set);

        var share = (double)answers.Count(a => a.Agrees) / answers.Count;

        share.ShouldBeGreaterThanOrEqualTo(0.95, string.Join('\n', answers.Where(a => !a.Agrees)));
    }

    [Fact]
    public void Every_concept_that_a_measure_speaks_of_has_codes()
    {
        SharedData.Require("ecqm-qicore-2025");

        Measures.Read().UnknownConcepts.ShouldBeEmpty();
    }

    [Fact]
    public void Agreement_with_the_measures_is_reported()
    {
        var report = new StringBuilder("""
            # Agreement with the quality measures' test patients

            Written by `MeasureAgreementTests` (set `RAPPORT_WRITE_REPORTS=1`). Due: in the denominator, not excluded or excepted, numerator not
            met; for inverse measures, met. Disputed cases are left out. The rules are in `tests/Rapport.Engine.Tests/Measures/measures.json`.

            | set | measure | answers | eligible | excluded | due | all three |
            | --- | --- | ---: | ---: | ---: | ---: | ---: |

            """);
        var misses = new StringBuilder("\n## Where we differ\n\n");
        foreach (var set in Sets)
        {
            foreach (var row in Answers(set).GroupBy(a => a.Case.Row, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"| {set} | {row.Key} | {row.Count()} | {row.Count(a => a.Case.Truth.IsEligible == a.Said.IsEligible)} | {row.Count(a => a.Case.Truth.IsExcluded == a.Said.IsExcluded)} | {row.Count(a => a.Case.Truth.IsDue == a.Said.IsDue)} | {row.Count(a => a.Agrees)} |");
                foreach (var miss in row.Where(a => !a.Agrees))
                {
                    misses.AppendLine(CultureInfo.InvariantCulture, $"- {set} {miss}");
                }
            }
        }

        Reports.Write("measures.md", report.Append(misses).ToString());
    }

    private static List<MeasureAnswer> Answers(string set)
    {
        var folder = SharedData.Require(set);
        var assessor = new DueAssessor(Measures.Read());
        var pictures = MeasureCase.ReadPictures(folder);
        return [.. MeasureCase.ReadAll(folder).Where(c => pictures.ContainsKey((c.Measure, c.Patient))).Select(c => new MeasureAnswer(
            c,
            assessor.Assess(pictures[(c.Measure, c.Patient)], c.AsOf).Single(a => a.ServiceId == c.Row)))];
    }
}

internal sealed record MeasureAnswer(MeasureCase Case, ServiceAssessment Ours)
{
    public MeasureTruth Said => new(Ours.Status is not DueStatus.NotEligible, Ours.Status is DueStatus.Excluded, Ours.Status is DueStatus.Due);

    public bool Agrees => Case.Truth == Said;

    public override string ToString() => $"{Case.Row} {Case.Patient}: expected {Case.Truth.InWords}, we say {Said.InWords} ({Ours.Because[0].Code})";
}
