using System.Text.Json.Nodes;

namespace Rapport.Tests.Day;

/// <summary>A patient as a record system exports one; what is not said is left out.</summary>
internal sealed class PatientRecord
{
    private readonly JsonObject _json;

    private PatientRecord(string id, string given, string family) => _json = new JsonObject
    {
        ["resourceType"] = "Patient",
        ["id"] = id,
        ["identifier"] = new JsonArray(new JsonObject { ["system"] = Papers.Mrn, ["value"] = $"mrn-{id}" }),
        ["active"] = true,
        ["name"] = new JsonArray(new JsonObject { ["use"] = "official", ["family"] = family, ["given"] = new JsonArray(given) }),
        ["telecom"] = new JsonArray(),
        ["extension"] = new JsonArray(),
    };

    public string Id => (string)_json["id"]!;

    public static PatientRecord Of(string given, string family) => new(given.ToLowerInvariant(), given, family);

    public PatientRecord Born(string date) => With("birthDate", date);

    public PatientRecord Gender(string gender) => With("gender", gender);

    public PatientRecord Died(string on) => With("deceasedDateTime", on);

    public PatientRecord Alive()
    {
        _json.Remove("deceasedDateTime");
        return this;
    }

    /// <summary>F or M, in the extension that certified systems fill in.</summary>
    public PatientRecord SexAtBirth(string code) =>
        Adding("extension", new JsonObject { ["url"] = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex", ["valueCode"] = code });

    public PatientRecord CalledBy(string name) => Adding("name", new JsonObject { ["use"] = "usual", ["given"] = new JsonArray(name) });

    public PatientRecord Texts(string phone) => Adding("telecom", new JsonObject { ["system"] = "phone", ["value"] = phone, ["use"] = "mobile" });

    public PatientRecord Mails(string address) => Adding("telecom", new JsonObject { ["system"] = "email", ["value"] = address });

    public PatientRecord HasLandline(string phone) => Adding("telecom", new JsonObject { ["system"] = "phone", ["value"] = phone, ["use"] = "home" });

    public PatientRecord Speaks(string language) => With("communication", new JsonArray(new JsonObject
    {
        ["language"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "urn:ietf:bcp:47", ["code"] = language }) },
        ["preferred"] = true,
    }));

    public PatientRecord LivesIn(string state, string line = "1 Elm Street", string postalCode = "12099") => With("address", new JsonArray(new JsonObject
    {
        ["use"] = "home",
        ["line"] = new JsonArray(line),
        ["city"] = "Somewhere",
        ["state"] = state,
        ["postalCode"] = postalCode,
        ["country"] = "US",
    }));

    public PatientRecord With(string property, JsonNode? value)
    {
        _json[property] = value;
        return this;
    }

    public JsonObject ToJson() => (JsonObject)_json.DeepClone();

    public override string ToString() => Id;

    private PatientRecord Adding(string list, JsonObject item)
    {
        ((JsonArray)_json[list]!).Add((JsonNode)item);
        return this;
    }
}
