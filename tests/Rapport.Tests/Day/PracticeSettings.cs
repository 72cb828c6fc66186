using System.Text.Json.Nodes;

namespace Rapport.Tests.Day;

/// <summary>The settings of the practice of these tests. Consent for kind notes is required, so that a test says so where it has it.</summary>
internal static class PracticeSettings
{
    public const string Phone = "(518) 555-0142";

    public static JsonObject Usual() => new()
    {
        ["practice"] = new JsonObject
        {
            ["name"] = "Willow Family Health",
            ["shortName"] = "Willow Family",
            ["neutralName"] = "Willow Office",
            ["phone"] = Phone,
            ["email"] = "hello@willow.example",
            ["timeZone"] = "America/New_York",
            ["addressLines"] = new JsonArray("12 Main Street", "Willow Landing, NY 12099"),
            ["acceptedMeansConfirmed"] = true,
            ["visitLabels"] = new JsonArray(
                Label("check-up", "check-up", "chequeo"),
                Label("cleaning", "cleaning", "limpieza dental"),
                Label("counselling", "counselling", "consejería", "sensitive"),
                Label("scan", "scan", "ecografía", "sensitive")),
        },
    };

    public static void AssumesConsentForKindNotes(JsonObject settings) => settings["relationshipConsent"] = "assumed";

    private static JsonObject Label(string code, string english, string spanish, string sensitivity = "generic") =>
        new() { ["code"] = code, ["en"] = english, ["es"] = spanish, ["sensitivity"] = sensitivity };
}
