using System.Globalization;
using System.Text;
using Rapport.Core.Planning.Schedules.Vaccines;
using Rapport.TestKit;

namespace Rapport.Core.Tests.Planning.Schedules.Vaccines;

public sealed class CdsiAgreementTests
{
    [Theory]
    [InlineData("healthy_v4.28*.csv", 0.90)]
    [InlineData("healthy_v4.45*.csv", 0.90)]
    [InlineData("conditions_v4.6*.csv", 0.90)]
    public void Vaccines_are_due_when_the_CDC_says_so(string files, double floor)
    {
        var answers = Answers(files);

        var share = (double)answers.Count(a => a.Agrees) / answers.Count;

        share.ShouldBeGreaterThanOrEqualTo(floor, string.Join(' ', answers.Where(a => !a.Agrees).Select(a => a.Case.Id)));
    }

    [Fact]
    public void The_report_on_agreement_with_the_CDC_is_up_to_date()
    {
        var report = new StringBuilder();
        foreach (var files in new[] { "healthy_v4.28*.csv", "healthy_v4.45*.csv", "conditions_v4.6*.csv" })
        {
            foreach (var group in Answers(files).GroupBy(a => a.Case.Group, StringComparer.Ordinal))
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"{files} {group.Key} {group.Count(a => a.Agrees)}/{group.Count()}; dates {group.Count(a => a.SameDay)}");
                foreach (var a in group.Where(a => !a.SameDay))
                {
                    report.AppendLine(CultureInfo.InvariantCulture, $"   {a.Case.Id} asOf {a.Case.AsOf:O} want {a.Case.Status} {a.Case.RecommendedOn:O} got {a.Ours?.Status} {a.Ours?.RecommendedOn:O} [{a.Ours?.Series}] next {a.Ours?.NextDose}");
                }
            }
        }

        File.WriteAllText(Environment.GetEnvironmentVariable("CDSI_REPORT") ?? Path.GetTempFileName(), report.ToString());
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
