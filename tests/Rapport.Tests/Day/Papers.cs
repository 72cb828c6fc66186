using System.Text.Json.Nodes;

namespace Rapport.Tests.Day;

/// <summary>The other papers of a chart: flags, consents, people who act for somebody, what was done.</summary>
internal static class Papers
{
    public const string Mrn = "urn:practice:mrn";
    public const string Cpt = "http://www.ama-assn.org/go/cpt";
    public const string Snomed = "http://snomed.info/sct";

    public static JsonObject Concept(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    public static JsonObject Flag(string patient, string warning, string since) => Resource("Flag", $"{warning}-{patient}", ("status", "active"),
        ("code", Concept("urn:rapport:flag", warning)), ("subject", Whose(patient)), ("period", new JsonObject { ["start"] = since }));

    /// <summary>No channels or no purposes: all of them.</summary>
    public static JsonObject Consent(string patient, bool isPermit, string[] channels, string[] purposes, string given) => Resource(
        "Consent", $"consent-{patient}-{given}-{(isPermit ? "yes" : "no")}", ("status", "active"),
        ("scope", Concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy")), ("patient", Whose(patient)), ("dateTime", given),
        ("provision", new JsonObject
        {
            ["type"] = isPermit ? "permit" : "deny",
            ["purpose"] = new JsonArray([.. purposes.Select(p => new JsonObject { ["system"] = "urn:rapport:purpose", ["code"] = p })]),
            ["code"] = new JsonArray([.. channels.Select(c => Concept("urn:rapport:channel", c))]),
        }));

    /// <summary>Somebody who acts for a patient, with a mobile phone.</summary>
    public static JsonObject Guardian(string patient, string relation, string given, string family, string? phone) => Resource(
        "RelatedPerson", $"{given.ToLowerInvariant()}-for-{patient}", ("active", true), ("patient", Whose(patient)),
        ("relationship", new JsonArray(Concept("http://terminology.hl7.org/CodeSystem/v3-RoleCode", relation))),
        ("name", new JsonArray(new JsonObject { ["use"] = "official", ["family"] = family, ["given"] = new JsonArray(given) })),
        ("telecom", phone is null ? new JsonArray() : new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = phone, ["use"] = "mobile" })));

    /// <summary>A visit that took place.</summary>
    public static JsonObject Encounter(string patient, string start, string kind = "check-up", string type = "AMB") => Resource(
        "Encounter", $"encounter-{patient}-{start[..10]}", ("status", "finished"),
        ("class", new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/v3-ActCode", ["code"] = type }),
        ("type", new JsonArray(Concept("urn:practice:visit-types", kind))), ("subject", Whose(patient)),
        ("participant", new JsonArray(new JsonObject { ["individual"] = new JsonObject { ["reference"] = "Practitioner/sato" } })),
        ("period", new JsonObject { ["start"] = PracticeDay.Instant(start), ["end"] = PracticeDay.Instant(start, plusMinutes: 30) }));

    public static JsonObject Procedure(string patient, string system, string code, string on) => Resource("Procedure", $"procedure-{patient}-{code}",
        ("status", "completed"), ("code", Concept(system, code)), ("subject", Whose(patient)), ("performedDateTime", on));

    /// <summary>What another system of the practice sent.</summary>
    public static JsonObject SentByAnother(string patient, string category, string at) => Resource("Communication", $"sent-{patient}", ("status", "completed"),
        ("category", new JsonArray(Concept("http://terminology.hl7.org/CodeSystem/communication-category", category))),
        ("subject", Whose(patient)), ("sent", PracticeDay.Instant(at)));

    public static JsonObject Doctor() => Resource("Practitioner", "sato",
        ("name", new JsonArray(new JsonObject { ["use"] = "official", ["family"] = "Sato", ["given"] = new JsonArray("Emi"), ["prefix"] = new JsonArray("Dr.") })));

    public static JsonObject Place() => Resource("Location", "main", ("status", "active"), ("name", "Willow Riverside"));

    private static JsonObject Whose(string patient) => new() { ["reference"] = $"Patient/{patient}" };

    private static JsonObject Resource(string type, string id, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var resource = new JsonObject { ["resourceType"] = type, ["id"] = id };
        foreach (var (name, value) in fields)
        {
            resource[name] = value;
        }

        return resource;
    }
}
