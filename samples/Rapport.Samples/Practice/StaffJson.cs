using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;

namespace Rapport.Samples.Practice;

/// <summary>The practice, its places, its people and their calendars, as FHIR.</summary>
internal static class StaffJson
{
    private const string OrganizationId = "cedar-lane";

    public static IEnumerable<JsonObject> All(DateTimeOffset updated)
    {
        yield return Organization(updated);
        yield return Location(Staff.MainStreet, "Main Street office", "12 Main Street", updated);
        yield return Location(Staff.Riverside, "Riverside office", "240 Riverside Drive", updated);
        foreach (var clinician in Staff.All)
        {
            yield return Practitioner(clinician, updated);
            yield return Role(clinician, updated);
            yield return Schedule(clinician, updated);
        }
    }

    public static JsonObject Slot(Clinician clinician, DateOnly day, TimeOnly time, bool isTaken, DateTimeOffset updated)
    {
        var start = DemoDays.At(day, time);
        var slot = FhirJson.Resource("Slot", SlotId(clinician, day, time), updated);
        slot["schedule"] = FhirJson.Reference($"Schedule/schedule-{clinician.Id}");
        slot["status"] = isTaken ? "busy" : "free";
        slot["start"] = DemoDays.Text(start);
        slot["end"] = DemoDays.Text(start + AppointmentBook.Length);
        return slot;
    }

    public static string SlotId(Clinician clinician, DateOnly day, TimeOnly time) =>
        $"slot-{clinician.Id}-{day:yyyyMMdd}-{time:HHmm}";

    public static string ByIdentifier(string location) => $"Location?identifier={Codes.Locations}|{location}";

    private static JsonObject Organization(DateTimeOffset updated)
    {
        var organization = FhirJson.Resource("Organization", OrganizationId, updated);
        organization["identifier"] = new JsonArray(FhirJson.Identifier(Codes.Npi, "9999900099"));
        organization["active"] = true;
        organization["name"] = Settings.Name;
        organization["telecom"] = new JsonArray(
            new JsonObject { ["system"] = "phone", ["value"] = Settings.Phone, ["use"] = "work" },
            new JsonObject { ["system"] = "email", ["value"] = Settings.Email });
        organization["address"] = new JsonArray(Address("12 Main Street"));
        return organization;
    }

    private static JsonObject Location(string id, string name, string line, DateTimeOffset updated)
    {
        var location = FhirJson.Resource("Location", id, updated);
        location["identifier"] = new JsonArray(FhirJson.Identifier(Codes.Locations, id));
        location["status"] = "active";
        location["name"] = name;
        location["telecom"] = new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = Settings.Phone, ["use"] = "work" });
        location["address"] = Address(line);
        location["managingOrganization"] = FhirJson.Reference($"Organization/{OrganizationId}");
        return location;
    }

    private static JsonObject Practitioner(Clinician clinician, DateTimeOffset updated)
    {
        var practitioner = FhirJson.Resource("Practitioner", clinician.Id, updated);
        practitioner["identifier"] = new JsonArray(FhirJson.Identifier(Codes.Npi, clinician.Npi));
        practitioner["active"] = true;
        practitioner["name"] = new JsonArray(Name(clinician));
        return practitioner;
    }

    public static JsonObject Name(Clinician clinician) => new()
    {
        ["use"] = "official",
        ["family"] = clinician.Family,
        ["given"] = new JsonArray(clinician.Given),
        ["prefix"] = clinician.Prefix.Length > 0 ? new JsonArray(clinician.Prefix) : null,
        ["suffix"] = new JsonArray(clinician.Suffix),
    };

    private static JsonObject Role(Clinician clinician, DateTimeOffset updated)
    {
        var role = FhirJson.Resource("PractitionerRole", $"role-{clinician.Id}", updated);
        role["active"] = true;
        role["practitioner"] = FhirJson.Reference(clinician.Reference, clinician.Display);
        role["organization"] = FhirJson.Reference($"Organization/{OrganizationId}", Settings.Name);
        role["specialty"] = new JsonArray(FhirJson.Concept(clinician.Specialty));
        role["location"] = new JsonArray(FhirJson.Reference($"Location/{clinician.Location}"));
        return role;
    }

    private static JsonObject Schedule(Clinician clinician, DateTimeOffset updated)
    {
        var schedule = FhirJson.Resource("Schedule", $"schedule-{clinician.Id}", updated);
        schedule["active"] = true;
        schedule["serviceType"] = new JsonArray(
            [.. VisitKind.All.Where(kind => kind.Team.Contains(clinician)).Select(kind => FhirJson.Concept(kind.ServiceType))]);
        schedule["actor"] = new JsonArray(FhirJson.Reference(clinician.Reference), FhirJson.Reference($"Location/{clinician.Location}"));
        return schedule;
    }

    private static JsonObject Address(string line) => new()
    {
        ["use"] = "work",
        ["line"] = new JsonArray(line),
        ["city"] = "Cedar Falls Landing",
        ["state"] = "NY",
        ["postalCode"] = "12099",
        ["country"] = "US",
    };
}
