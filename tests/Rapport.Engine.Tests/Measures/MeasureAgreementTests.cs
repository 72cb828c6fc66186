using System.Globalization;
using System.Text;
using Rapport.Core.Planning.Schedules;
using Rapport.TestKit;

namespace Rapport.Engine.Tests.Measures;

public sealed class MeasureAgreementTests
{
    [Theory]
    [InlineData("ecqm-qicore-2025")]
    [InlineData("ecqm-qicore-2024")]
    public void Who_is_due_excluded_and_eligible_agrees_with_the_authors_of_the_measures(string set)
    {
        var answers = Answers(set);
        var report = new StringBuilder();
        foreach (var row in answers.GroupBy(a => a.Case.Row, StringComparer.Ordinal))
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"{set} {row.Key} {row.Count(a => a.Agrees)}/{row.Count()}");
            foreach (var a in row.Where(a => !a.Agrees))
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"   {a.Case.Measure[..8]} {a.Case.Patient} want {a.Case.Truth} got {a.Ours.Status} {a.Ours.Because[0].Code} {a.Ours.Because[0].Because} | {a.Case.Description}");
            }
        }

        File.WriteAllText(Path.Combine(Path.GetTempPath(), set + ".txt"), report.ToString());
        ((double)answers.Count(a => a.Agrees) / answers.Count).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    private static List<MeasureAnswer> Answers(string set)
    {
        var folder = SharedData.Require(set);
        var schedule = Measures.Read();
        var pictures = MeasureCase.ReadPictures(folder);
        return [.. MeasureCase.ReadAll(folder).Select(c => new MeasureAnswer(
            c,
            new DueAssessor(schedule).Assess(pictures[(c.Measure, c.Patient)], c.AsOf).Single(a => a.ServiceId == c.Row)))];
    }
}

internal sealed record MeasureAnswer(MeasureCase Case, ServiceAssessment Ours)
{
    public bool Agrees => Case.Truth == new MeasureTruth(
        Ours.Status is not DueStatus.NotEligible,
        Ours.Status is DueStatus.Excluded,
        Ours.Status is DueStatus.Due);
}
