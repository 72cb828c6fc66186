using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;

namespace Rapport.Samples.Cast;

/// <summary>What real feeds also hold: a cut line, a wrong type, a resource that nobody reads.</summary>
internal static class Oddities
{
    public static void Join(FrontDesk desk)
    {
        desk.Exports.BrokenInBoth("Encounter", """{"resourceType":"Encounter","id":"cut-short","status":"finished","class":{"sys""");
        desk.Remember("Encounter.ndjson", DemoCase.BrokenLine);

        desk.Exports.BrokenInBoth("Observation", "not a resource at all");
        desk.Remember("Observation.ndjson", DemoCase.BrokenLine);

        var wrongType = FhirJson.Resource("Appointment", "odd-start", desk.Days.EveningBefore);
        wrongType["status"] = "booked";
        wrongType["start"] = true;
        wrongType["participant"] = new JsonArray(new JsonObject
        {
            ["actor"] = FhirJson.Reference(desk.Cases[DemoCase.PermitsEverything][0]),
            ["status"] = "accepted",
        });
        desk.Exports.InBoth(wrongType);
        desk.Remember("Appointment/odd-start", DemoCase.WrongTypeVisit);

        var unknown = FhirJson.Resource("Basic", "library-card", desk.Days.EveningBefore);
        unknown["code"] = FhirJson.Words("library card");
        desk.Exports.InBoth(unknown);
        desk.Remember("Basic/library-card", DemoCase.UnknownType);
    }
}
