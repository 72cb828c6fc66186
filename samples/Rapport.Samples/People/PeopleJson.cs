using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;

namespace Rapport.Samples.People;

/// <summary>Patients and the people who act for them, as FHIR.</summary>
internal static class PeopleJson
{
    private const string BirthSex = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex";
    private const string UsCorePatient = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient";

    public static JsonObject Patient(Person person, DateTimeOffset updated)
    {
        var patient = FhirJson.Resource("Patient", person.Id, updated);
        patient["meta"]!["profile"] = new JsonArray(UsCorePatient);
        patient["extension"] = new JsonArray(new JsonObject { ["url"] = BirthSex, ["valueCode"] = person.Sex is Sex.Female ? "F" : "M" });
        patient["identifier"] = new JsonArray(FhirJson.Identifier(Codes.Mrn, person.Mrn));
        patient["active"] = person.IsActive;
        patient["name"] = Names(person.Given, person.Family, person.NameToUse);
        patient["telecom"] = Telecoms(person.Telecoms);
        patient["gender"] = person.Sex is Sex.Female ? "female" : "male";
        patient["birthDate"] = person.BirthDateOnRecord switch { null => DemoDays.Text(person.Born), "" => null, var text => text };
        patient["deceasedBoolean"] = person.DiedUndated ? true : null;
        patient["deceasedDateTime"] = person.DiedOn is { } died ? DemoDays.Text(died) : null;
        patient["address"] = new JsonArray(Home(person.Address));
        patient["communication"] = new JsonArray(Preferred(person.Language));
        patient["generalPractitioner"] = person.KnownClinician is { } clinician ? new JsonArray(FhirJson.Reference(clinician)) : null;
        patient["link"] = person.ReplacedBy is { } other
            ? new JsonArray(new JsonObject { ["other"] = FhirJson.Reference($"Patient/{other}"), ["type"] = "replaced-by" })
            : null;
        return patient;
    }

    public static JsonObject RelatedPerson(Carer carer, DateTimeOffset updated)
    {
        var related = FhirJson.Resource("RelatedPerson", carer.Id, updated);
        related["active"] = true;
        related["patient"] = FhirJson.Reference(carer.For.Reference);
        related["relationship"] = new JsonArray([.. carer.Relations.Select(relation => FhirJson.Concept(Codes.Relation(relation)))]);
        related["name"] = Names(carer.Given, carer.Family, nameToUse: null);
        related["telecom"] = Telecoms(carer.Telecoms);
        related["address"] = new JsonArray(Home(carer.Address));
        related["communication"] = new JsonArray(Preferred(carer.Language));
        return related;
    }

    private static JsonArray Names(string[] given, string? family, PreferredName? nameToUse)
    {
        var legal = new JsonObject { ["use"] = "official", ["family"] = family, ["given"] = FhirJson.Strings(given) };
        if (family is null)
        {
            legal["text"] = string.Join(' ', given);
        }

        var usual = nameToUse is null ? null : new JsonObject { ["use"] = nameToUse.Use, ["given"] = new JsonArray(nameToUse.Given) };
        return new JsonArray(legal, usual);
    }

    private static JsonArray Telecoms(Telecom[] telecoms) => [.. telecoms.Select(telecom => new JsonObject
    {
        ["system"] = telecom.System,
        ["value"] = telecom.Value,
        ["use"] = telecom.Use,
        ["rank"] = telecom.Rank,
        ["period"] = telecom.EndedOn is { } ended ? FhirJson.Period(start: null, ended) : null,
    })];

    private static JsonObject? Home(Address? address) => address is null ? null : new JsonObject
    {
        ["use"] = "home",
        ["line"] = new JsonArray(address.Line),
        ["city"] = address.City,
        ["state"] = "NY",
        ["postalCode"] = address.PostalCode,
        ["country"] = "US",
    };

    private static JsonObject? Preferred(string? language) => language is null ? null : new JsonObject
    {
        ["language"] = FhirJson.Concept(new Code("urn:ietf:bcp:47", language)),
        ["preferred"] = true,
    };
}
