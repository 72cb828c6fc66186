using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;

namespace Rapport.Samples.History;

/// <summary>Problems on the list, and the care plan of people with diabetes.</summary>
internal static class ProblemList
{
    public static IEnumerable<JsonObject> Write(Chart chart)
    {
        foreach (var problem in chart.Health.Problems)
        {
            yield return chart.Condition(problem, Later(chart.Person.Born, chart.Days.Ago(chart.Dice.Between(700, 3000))));
        }

        if (chart.Has(Codes.Diabetes) && chart.Person.IsAlive)
        {
            yield return DiabetesPlan(chart);
        }
    }

    private static JsonObject DiabetesPlan(Chart chart)
    {
        var plan = chart.Resource("CarePlan", "cp");
        plan["status"] = "active";
        plan["intent"] = "plan";
        plan["category"] = new JsonArray(FhirJson.Concept(Codes.Snomed("698360004", "Diabetes self management plan")));
        plan["subject"] = FhirJson.Reference(chart.Person.Reference);
        plan["period"] = FhirJson.Period(chart.Days.Ago(200), end: null);
        plan["activity"] = new JsonArray(
            Activity(Codes.Snomed("229065009", "Exercise therapy"), "in-progress", chart.Days.Ago(40), chart.Days.In(chart.Dice.Between(3, 20))),
            Activity(Codes.Snomed("401191002", "Diabetic foot examination"), "scheduled", chart.Days.In(5), chart.Days.In(35)),
            Activity(Codes.Snomed("160670007", "Diabetic diet"), "completed", chart.Days.Ago(190), chart.Days.Ago(60)));
        return plan;
    }

    private static JsonObject Activity(Code code, string status, DateOnly from, DateOnly until) => new()
    {
        ["detail"] = new JsonObject
        {
            ["code"] = FhirJson.Concept(code),
            ["status"] = status,
            ["scheduledPeriod"] = FhirJson.Period(from, until),
        },
    };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
