using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;

namespace Rapport.Samples.History;

/// <summary>Screenings, and the operations after which they are no longer needed.</summary>
internal static class Screenings
{
    public static IEnumerable<JsonObject> Write(Chart chart)
    {
        foreach (var operation in chart.Health.Operations)
        {
            yield return chart.Procedure(operation, chart.Days.Ago(2500));
        }

        foreach (var screening in Breast(chart).Concat(Cervix(chart)).Concat(Bowel(chart)))
        {
            yield return screening;
        }
    }

    private static IEnumerable<JsonObject> Breast(Chart chart)
    {
        if (!chart.IsFemale || chart.AgeToday is < 42 or > 76 || chart.HadOperation(Codes.BilateralMastectomy))
        {
            yield break;
        }

        if (WhenDone(chart, percent: 72, longest: 1700) is { } day)
        {
            yield return chart.Dice.Percent(70)
                ? chart.Procedure(Codes.Cpt("77067", "Screening mammography, bilateral"), day)
                : chart.Report(Codes.Loinc("24606-6", "MG Breast Screening"), day);
        }
    }

    private static IEnumerable<JsonObject> Cervix(Chart chart)
    {
        if (!chart.IsFemale || chart.AgeToday is < 23 or > 67 || chart.HadOperation(Codes.Hysterectomy))
        {
            yield break;
        }

        if (WhenDone(chart, percent: 75, longest: 2600) is { } day)
        {
            yield return chart.AgeToday >= 31 && chart.Dice.Percent(60)
                ? chart.Observation("laboratory", Codes.Loinc("82675-0", "HPV high risk DNA"), day, value: null, unit: null)
                : chart.Procedure(Codes.Cpt("88175", "Cytopathology, cervical"), day);
        }
    }

    private static IEnumerable<JsonObject> Bowel(Chart chart)
    {
        if (chart.AgeToday is < 47 or > 80 || chart.HadOperation(Codes.Colectomy))
        {
            yield break;
        }

        if (WhenDone(chart, percent: 45, longest: 4200) is { } scope)
        {
            yield return chart.Procedure(Codes.Cpt("45378", "Colonoscopy"), scope);
        }
        else if (WhenDone(chart, percent: 45, longest: 800) is { } test)
        {
            yield return chart.Observation("laboratory", Codes.Loinc("57905-2", "Fecal immunochemical test"), test, value: null, unit: null);
        }
    }

    private static DateOnly? WhenDone(Chart chart, int percent, int longest)
    {
        var day = chart.Days.Ago(chart.Health.ScreenedDaysAgo ?? chart.Dice.Between(60, longest));
        var isDone = chart.Health.ScreenedDaysAgo is not null || chart.Dice.Percent(percent);
        return isDone && chart.MayHold(day) ? day : null;
    }
}
