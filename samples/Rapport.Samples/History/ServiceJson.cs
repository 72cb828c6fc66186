using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;

namespace Rapport.Samples.History;

/// <summary>Things done, measured, given or found, as FHIR.</summary>
internal static class ServiceJson
{
    private static readonly TimeOnly MidMorning = new(10, 30);

    public static JsonObject Procedure(this Chart chart, Code code, DateOnly day)
    {
        var procedure = chart.Resource("Procedure", "pr");
        procedure["status"] = "completed";
        procedure["code"] = FhirJson.Concept(code);
        procedure["subject"] = FhirJson.Reference(chart.Person.Reference);
        procedure["performedDateTime"] = At(day);
        return procedure;
    }

    public static JsonObject Immunization(this Chart chart, Code vaccine, DateOnly day)
    {
        var immunization = chart.Resource("Immunization", "im");
        immunization["status"] = "completed";
        immunization["vaccineCode"] = FhirJson.Concept(vaccine);
        immunization["patient"] = FhirJson.Reference(chart.Person.Reference);
        immunization["occurrenceDateTime"] = At(day);
        immunization["primarySource"] = true;
        return immunization;
    }

    public static JsonObject Observation(this Chart chart, string category, Code code, DateOnly day, decimal? value, string? unit)
    {
        var observation = chart.Resource("Observation", "ob");
        observation["status"] = "final";
        observation["category"] = new JsonArray(FhirJson.Concept(Codes.Hl7("observation-category", category)));
        observation["code"] = FhirJson.Concept(code);
        observation["subject"] = FhirJson.Reference(chart.Person.Reference);
        observation["effectiveDateTime"] = At(day);
        observation["valueQuantity"] = value is { } amount ? Quantity(amount, unit!) : null;
        return observation;
    }

    public static JsonObject BloodPressure(this Chart chart, DateOnly day, int systolic, int diastolic)
    {
        var panel = chart.Observation("vital-signs", Codes.Loinc("85354-9", "Blood pressure panel"), day, value: null, unit: null);
        panel["component"] = new JsonArray(
            Component(Codes.Loinc("8480-6", "Systolic blood pressure"), systolic), Component(Codes.Loinc("8462-4", "Diastolic blood pressure"), diastolic));
        return panel;
    }

    public static JsonObject Report(this Chart chart, Code code, DateOnly day)
    {
        var report = chart.Resource("DiagnosticReport", "dr");
        report["status"] = "final";
        report["category"] = new JsonArray(FhirJson.Concept(Codes.Hl7("v2-0074", "RAD")));
        report["code"] = FhirJson.Concept(code);
        report["subject"] = FhirJson.Reference(chart.Person.Reference);
        report["effectiveDateTime"] = At(day);
        report["issued"] = At(day.AddDays(1));
        return report;
    }

    public static JsonObject Condition(this Chart chart, Code code, DateOnly since)
    {
        var condition = chart.Resource("Condition", "co");
        condition["clinicalStatus"] = FhirJson.Concept(Codes.Hl7("condition-clinical", "active"));
        condition["verificationStatus"] = FhirJson.Concept(Codes.Hl7("condition-ver-status", "confirmed"));
        condition["category"] = new JsonArray(FhirJson.Concept(Codes.Hl7("condition-category", "problem-list-item")));
        condition["code"] = FhirJson.Concept(code);
        condition["subject"] = FhirJson.Reference(chart.Person.Reference);
        condition["onsetDateTime"] = DemoDays.Text(since);
        condition["recordedDate"] = DemoDays.Text(since);
        return condition;
    }

    public static JsonObject Resource(this Chart chart, string type, string prefix) =>
        FhirJson.Resource(type, chart.Numbers.Next(prefix), chart.Days.EveningBefore);

    private static string At(DateOnly day) => DemoDays.Text(DemoDays.At(day, MidMorning));

    private static JsonObject Component(Code code, int pressure) => new()
    {
        ["code"] = FhirJson.Concept(code),
        ["valueQuantity"] = Quantity(pressure, "mm[Hg]"),
    };

    private static JsonObject Quantity(decimal value, string unit) => new()
    {
        ["value"] = value,
        ["unit"] = unit,
        ["system"] = "http://unitsofmeasure.org",
        ["code"] = unit,
    };
}
