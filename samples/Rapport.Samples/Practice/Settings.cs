using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rapport.Samples.Practice;

/// <summary>The practice's own settings, as <c>rapport.json</c>.</summary>
internal static class Settings
{
    public const string Name = "Cedar Lane Family Health";
    public const string Phone = "(518) 555-0142";
    public const string Email = "hello@cedar-lane.example";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string file)
    {
        var settings = new JsonObject
        {
            ["practice"] = Practice(),
            ["relationshipConsent"] = "assumed",
            ["holdoutPercent"] = 10,
        };
        File.WriteAllText(file, settings.ToJsonString(Indented) + "\n");
    }

    private static JsonObject Practice() => new()
    {
        ["name"] = Name,
        ["shortName"] = "Cedar Lane",
        ["phone"] = Phone,
        ["timeZone"] = "America/New_York",
        ["country"] = "US",
        ["addressLines"] = new JsonArray("12 Main Street", "Cedar Falls Landing, NY 12099"),
        ["email"] = Email,
        ["specialties"] = new JsonArray("primary", "paediatrics", "dental", "optometry"),
        ["languages"] = new JsonArray("en", "es"),
        ["visitLabels"] = new JsonArray([.. VisitKind.All.Select(Label)]),
        ["acceptedMeansConfirmed"] = true,
    };

    private static JsonObject Label(VisitKind kind) => new()
    {
        ["code"] = kind.Value,
        ["en"] = kind.English,
        ["es"] = kind.Spanish,
        ["sensitivity"] = kind.IsSensitive ? "sensitive" : "generic",
    };
}
