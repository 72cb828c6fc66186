using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;
using Rapport.Samples.People;

namespace Rapport.Samples.Papers;

/// <summary>Consents, flags and earlier messages, as FHIR.</summary>
internal static class PaperJson
{
    /// <summary>A consent; no channels means all channels, no purposes means all purposes.</summary>
    public static JsonObject Consent(string id, Person person, bool isPermit, string[] channels, string[] purposes, DateOnly given, DateTimeOffset updated)
    {
        var consent = FhirJson.Resource("Consent", id, updated);
        consent["status"] = "active";
        consent["scope"] = FhirJson.Concept(Codes.Hl7("consentscope", "patient-privacy"));
        consent["category"] = new JsonArray(FhirJson.Concept(new Code("http://loinc.org", "59284-0", "Consent Document")));
        consent["patient"] = FhirJson.Reference(person.Reference);
        consent["dateTime"] = DemoDays.Text(given);
        consent["policyRule"] = FhirJson.Concept(Codes.Hl7("v3-ActCode", isPermit ? "OPTIN" : "OPTOUT"));
        consent["provision"] = new JsonObject
        {
            ["type"] = isPermit ? "permit" : "deny",
            ["purpose"] = new JsonArray([.. purposes.Select(purpose => FhirJson.Coding(Codes.Purpose(purpose)))]),
            ["code"] = new JsonArray([.. channels.Select(channel => FhirJson.Concept(Codes.Channel(channel)))]),
        };
        return consent;
    }

    public static JsonObject Flag(string id, Person person, string warning, DateOnly since, DateTimeOffset updated)
    {
        var flag = FhirJson.Resource("Flag", id, updated);
        flag["status"] = "active";
        flag["category"] = new JsonArray(FhirJson.Concept(Codes.Hl7("flag-category", "contact")));
        flag["code"] = FhirJson.Concept(Codes.Flag(warning));
        flag["subject"] = FhirJson.Reference(person.Reference);
        flag["period"] = FhirJson.Period(since, end: null);
        return flag;
    }

    /// <summary>What the practice's old system sent, before Rapport.</summary>
    public static JsonObject Communication(string id, Person person, string medium, DateOnly sent, DateTimeOffset updated)
    {
        var message = FhirJson.Resource("Communication", id, updated);
        message["status"] = "completed";
        message["category"] = new JsonArray(FhirJson.Concept(Codes.Hl7("communication-category", "reminder")));
        message["medium"] = new JsonArray(FhirJson.Concept(Codes.Hl7("v3-ParticipationMode", medium)));
        message["subject"] = FhirJson.Reference(person.Reference);
        message["recipient"] = new JsonArray(FhirJson.Reference(person.Reference));
        message["sent"] = DemoDays.Text(DemoDays.At(sent, new TimeOnly(11, 0)));
        return message;
    }
}
