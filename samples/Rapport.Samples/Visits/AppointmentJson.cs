using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;
using Rapport.Samples.People;
using Rapport.Samples.Practice;

namespace Rapport.Samples.Visits;

/// <summary>Appointments and encounters as FHIR.</summary>
internal static class AppointmentJson
{
    public static JsonObject Appointment(Person person, VisitPlan plan, BookedVisit visit, string status, bool hasSlot, DateTimeOffset updated)
    {
        var isByIdentifier = plan.Style is ReferenceStyle.EveryoneByIdentifier;
        var appointment = FhirJson.Resource("Appointment", visit.Id, updated);
        appointment["contained"] = plan.Style is ReferenceStyle.Contained ? new JsonArray(ContainedPractitioner(visit.With)) : null;
        appointment["status"] = status;
        appointment["cancelationReason"] = status is "cancelled" && plan.CancelledBy is { } who
            ? FhirJson.Concept(Codes.Hl7("appointment-cancellation-reason", who))
            : null;
        appointment["serviceType"] = new JsonArray(FhirJson.Concept(plan.Kind.ServiceType));
        appointment["reasonCode"] = plan.InternalReason is { } reason ? new JsonArray(FhirJson.Words(reason)) : null;
        appointment["description"] = plan.InternalReason is { } note ? $"PT C/O {note}" : null;
        appointment["start"] = Instant(visit.Start, plan);
        appointment["end"] = Instant(visit.Start + AppointmentBook.Length, plan);
        appointment["minutesDuration"] = (int)AppointmentBook.Length.TotalMinutes;
        appointment["slot"] = hasSlot ? new JsonArray(FhirJson.Reference($"Slot/{StaffJson.SlotId(visit.With, visit.Day, visit.Time)}")) : null;
        appointment["created"] = DemoDays.Text(plan.IsNewToday ? updated : visit.Start.AddDays(-60));
        appointment["patientInstruction"] = plan.Instruction;
        appointment["participant"] = new JsonArray(
            Participant(FhirJson.Reference(isByIdentifier ? $"Patient?identifier={Codes.Mrn}|{person.Mrn}" : person.Reference), PatientStatus(plan, status)),
            Participant(FhirJson.Reference(PractitionerReference(visit.With, plan.Style), visit.With.Display), "accepted"),
            Participant(FhirJson.Reference(isByIdentifier ? StaffJson.ByIdentifier(visit.With.Location) : $"Location/{visit.With.Location}"), "accepted"));
        return appointment;
    }

    public static JsonObject Encounter(
        string id, Person person, VisitKind kind, Clinician with, DateTimeOffset start, string status, string? appointment, DateTimeOffset updated)
    {
        var encounter = FhirJson.Resource("Encounter", id, updated);
        var age = person.AgeOn(DateOnly.FromDateTime(start.DateTime));
        encounter["status"] = status;
        encounter["class"] = FhirJson.Coding(new Code("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB"));
        encounter["type"] = new JsonArray(FhirJson.Concept(kind.EncounterAt(age)), FhirJson.Concept(kind.ServiceType));
        encounter["subject"] = FhirJson.Reference(person.Reference);
        encounter["participant"] = new JsonArray(new JsonObject { ["individual"] = FhirJson.Reference(with.Reference, with.Display) });
        encounter["appointment"] = appointment is null ? null : new JsonArray(FhirJson.Reference(appointment));
        encounter["period"] = FhirJson.Period(start, status is "finished" ? start + AppointmentBook.Length : null);
        encounter["location"] = new JsonArray(new JsonObject { ["location"] = FhirJson.Reference($"Location/{with.Location}") });
        return encounter;
    }

    private static string Instant(DateTimeOffset instant, VisitPlan plan) => plan.InUtc ? DemoDays.TextUtc(instant) : DemoDays.Text(instant);

    private static string PatientStatus(VisitPlan plan, string status) => (status, plan) switch
    {
        ("cancelled", { CancelledBy: "pat" }) => "declined",
        ("booked" or "pending" or "proposed", { IsConfirmed: false }) => "needs-action",
        _ => "accepted",
    };

    private static string PractitionerReference(Clinician clinician, ReferenceStyle style) => style switch
    {
        ReferenceStyle.ClinicianByIdentifier or ReferenceStyle.EveryoneByIdentifier => clinician.ConditionalReference,
        ReferenceStyle.Contained => "#clinician",
        _ => clinician.Reference,
    };

    private static JsonObject ContainedPractitioner(Clinician clinician) => new()
    {
        ["resourceType"] = "Practitioner",
        ["id"] = "clinician",
        ["identifier"] = new JsonArray(FhirJson.Identifier(Codes.Npi, clinician.Npi)),
        ["name"] = new JsonArray(StaffJson.Name(clinician)),
    };

    private static JsonObject Participant(JsonObject actor, string status) => new() { ["actor"] = actor, ["status"] = status };
}
