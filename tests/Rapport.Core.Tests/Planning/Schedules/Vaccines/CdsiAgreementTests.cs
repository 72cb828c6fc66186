using System.Globalization;
using System.Text;
using Rapport.Core.Planning.Schedules.Vaccines;
using Rapport.TestKit;

namespace Rapport.Core.Tests.Planning.Schedules.Vaccines;

/// <summary>
/// Holds our answers against the test cases of the Centers for Disease Control and Prevention. Due means: the series is not
/// complete and the recommended date is on or before the day of assessment; immune, contraindicated, aged out, complete, or
/// recommended later is not due.
/// </summary>
public sealed class CdsiAgreementTests
{
    private static readonly string[] Sets = ["healthy_v4.28*.csv", "healthy_v4.45*.csv", "conditions_v4.6*.csv"];

    [Theory]
    [InlineData("healthy_v4.28*.csv")]
    [InlineData("healthy_v4.45*.csv")]
    [InlineData("conditions_v4.6*.csv")]
    public void Vaccines_are_due_when_the_CDC_says_so(string files)
    {
        var answers = Answers(files);

        foreach (var group in answers.GroupBy(a => a.Case.Group, StringComparer.Ordinal).Where(g => g.Count() >= 5))
        {
            ((double)group.Count(a => a.Agrees) / group.Count()).ShouldBeGreaterThanOrEqualTo(0.9, group.Key);
        }
    }

    [Fact]
    public void Agreement_with_the_CDC_is_reported()
    {
        var report = new StringBuilder("""
            # Agreement with the CDC's vaccine cases

            Written by `CdsiAgreementTests` (set `RAPPORT_WRITE_REPORTS=1`). Due: the series is not complete and the recommended date is on or
            before the day of assessment. The tables are those of November 2025 (supporting data 4.64); the v4.28 cases of 2022 expect older rules.

            | cases | vaccine | cases | due agrees | same date |
            | --- | --- | ---: | ---: | ---: |

            """);
        var misses = new StringBuilder("\n## Where we differ on due\n\n");
        foreach (var files in Sets)
        {
            foreach (var group in Answers(files).GroupBy(a => a.Case.Group, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"| {files[..^5]} | {group.Key} | {group.Count()} | {group.Count(a => a.Agrees)} | {group.Count(a => a.SameDay)} |");
                foreach (var a in group.Where(a => !a.Agrees))
                {
                    misses.AppendLine(CultureInfo.InvariantCulture, $"- {files[..^5]} {a.Case.Id} ({group.Key}): expected {a.Case.Status} {a.Case.RecommendedOn:O}, we say {a.Ours?.Status} {a.Ours?.RecommendedOn:O}");
                }
            }
        }

        Reports.Write("cdsi.md", report.Append(misses).ToString());
    }

    private static List<CdsiAnswer> Answers(string files)
    {
        var forecaster = VaccineForecaster.BuiltIn;
        return [.. Directory.EnumerateFiles(SharedData.Require("cdsi"), files).Order(StringComparer.Ordinal)
            .SelectMany(CdsiCase.ReadAll)
            .Select(c => new CdsiAnswer(c, forecaster.Forecast(c.Group, c.History, c.AsOf)))];
    }
}

internal sealed record CdsiAnswer(CdsiCase Case, VaccineForecast? Ours)
{
    public bool Agrees => (Ours?.IsDueOn(Case.AsOf) ?? false) == Case.IsDue;

    public bool SameDay => Ours?.RecommendedOn == Case.RecommendedOn;
}
