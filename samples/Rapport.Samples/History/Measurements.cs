using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;

namespace Rapport.Samples.History;

/// <summary>What is measured at a check-up.</summary>
internal static class Measurements
{
    public static IEnumerable<JsonObject> At(Chart chart, int age, DateOnly day, Dice dice)
    {
        if (age >= 18)
        {
            var raised = chart.Has(Codes.Hypertension) ? 18 : 0;
            yield return chart.BloodPressure(day, dice.Between(108, 132) + raised, dice.Between(66, 82) + (raised / 3));
        }

        if (chart.Has(Codes.Diabetes) || (age is >= 35 and <= 70 && dice.Percent(25)))
        {
            var tenths = chart.Has(Codes.Diabetes) ? dice.Between(61, 89) : dice.Between(49, 58);
            yield return chart.Observation("laboratory", Codes.Loinc("4548-4", "Hemoglobin A1c"), day, tenths / 10m, "%");
        }

        if (age >= 12 && dice.Percent(40))
        {
            yield return chart.Observation("survey", Codes.Loinc("44261-6", "PHQ-9 total score"), day, dice.Between(0, 6), "{score}");
        }
    }
}
