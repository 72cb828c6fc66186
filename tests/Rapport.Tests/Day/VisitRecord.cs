using System.Text.Json.Nodes;

namespace Rapport.Tests.Day;

/// <summary>A visit on the book, as a record system exports it: booked a month ago, and nobody knows yet whether the patient comes.</summary>
internal sealed class VisitRecord
{
    private readonly JsonObject _json;

    private VisitRecord(string id, string patient, string start) => _json = new JsonObject
    {
        ["resourceType"] = "Appointment",
        ["id"] = id,
        ["status"] = "booked",
        ["serviceType"] = new JsonArray(Papers.Concept("urn:practice:visit-types", "check-up")),
        ["start"] = PracticeDay.Instant(start),
        ["end"] = PracticeDay.Instant(start, plusMinutes: 30),
        ["created"] = PracticeDay.Instant(start, plusMinutes: -30 * 24 * 60),
        ["participant"] = new JsonArray(
            Participant($"Patient/{patient}", "needs-action"),
            Participant("Practitioner/sato", "accepted"),
            Participant("Location/main", "accepted")),
    };

    public string Id => (string)_json["id"]!;

    /// <param name="patient">Its visit is called <c>visit-patient</c>.</param>
    /// <param name="start">On the practice's clock, such as <c>2026-09-16 14:15</c>.</param>
    public static VisitRecord For(string patient, string start) => new($"visit-{patient}", patient, start);

    public VisitRecord Named(string id) => With("id", id);

    public VisitRecord For(string kind) => With("serviceType", new JsonArray(Papers.Concept("urn:practice:visit-types", kind)));

    public VisitRecord MovedTo(string start) => With("start", PracticeDay.Instant(start)).With("end", PracticeDay.Instant(start, plusMinutes: 30));

    public VisitRecord Status(string status) => With("status", status);

    public VisitRecord CancelledBy(string who) =>
        Status("cancelled").With("cancelationReason", Papers.Concept("http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason", who));

    public VisitRecord Confirmed()
    {
        _json["participant"]![0]!["status"] = "accepted";
        return this;
    }

    public VisitRecord With(string property, JsonNode? value)
    {
        _json[property] = value;
        return this;
    }

    public JsonObject ToJson() => (JsonObject)_json.DeepClone();

    public override string ToString() => Id;

    private static JsonObject Participant(string actor, string status) => new() { ["actor"] = new JsonObject { ["reference"] = actor }, ["status"] = status };
}
