using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads visits to come. A visit of several patients, such as siblings, becomes one record each.</summary>
internal static class AppointmentReader
{
    public static void Read(ref FhirCursor json)
    {
        string? status = null, instructions = null;
        DateTimeOffset? start = null, end = null;
        PointInTime? created = null;
        ValueList<Code> serviceTypes = [], cancelled = [];
        var who = default(AppointmentParticipants);
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Status:
                    status = json.Word();
                    break;
                case Field.Start:
                    start = json.Instant();
                    break;
                case Field.End:
                    end = json.Instant();
                    break;
                case Field.Created:
                    created = json.Moment();
                    break;
                case Field.ServiceType:
                    serviceTypes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.CancelationReason or Field.CancellationReason:
                    cancelled = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.PatientInstruction:
                    instructions = json.Text();
                    break;
                case Field.Participant:
                    AppointmentParticipants.ReadAll(ref json, ref who);
                    break;
            }
        }

        if (!json.IsAbout(who.FirstPatient, "participant"))
        {
            return;
        }

        var visit = new SourceAppointment
        {
            Id = json.Head.Id!,
            UpdatedAt = json.Head.UpdatedAt,
            Patient = who.FirstPatient!,
            Status = status,
            StartsAt = start,
            EndsAt = end,
            CreatedAt = created,
            ServiceTypes = serviceTypes,
            CancelledBecause = cancelled,
            Instructions = instructions,
            Practitioners = who.Practitioners.ToValueList(),
            Location = who.Location,
        };

        var number = 0;
        foreach (var (patient, answer) in who.Patients.ToValueList())
        {
            number++;
            var id = number is 1 ? visit.Id : $"{visit.Id}#{number}";
            json.Session.Accept(visit with { Id = id, Patient = patient, PatientStatus = answer });
        }
    }
}

/// <summary>Who comes to a visit, who receives them, and where.</summary>
internal struct AppointmentParticipants
{
    public ListDraft<(string Patient, string? Answer)> Patients;
    public ListDraft<string> Practitioners;
    public string? Location;

    public readonly string? FirstPatient => Patients.ToValueList() is [var first, ..] ? first.Patient : null;

    public static void ReadAll(ref FhirCursor json, ref AppointmentParticipants who)
    {
        for (var participants = json.EnterList(); json.Next(ref participants);)
        {
            Read(ref json, ref who);
        }
    }

    private static void Read(ref FhirCursor json, ref AppointmentParticipants who)
    {
        if (!json.EnterObject())
        {
            return;
        }

        string? actor = null, answer = null;
        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.Actor:
                    actor = ReferenceReader.Read(ref json);
                    break;
                case Field.Status:
                    answer = json.Word();
                    break;
            }
        }

        if (actor is not null)
        {
            who.Add(ref json, actor, answer);
        }
    }

    private void Add(ref FhirCursor json, string actor, string? answer)
    {
        if (ReferenceText.Is(actor, "Patient"))
        {
            Patients.Add((WhoseReader.PatientOf(ref json, actor)!, answer));
        }
        else if (ReferenceText.Is(actor, "Practitioner") || ReferenceText.Is(actor, "PractitionerRole"))
        {
            Practitioners.Add(actor);
        }
        else if (ReferenceText.Is(actor, "Location"))
        {
            Location ??= actor;
        }
    }
}
