using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads visits to come. A visit of several patients, such as siblings, becomes one record each.</summary>
internal static class AppointmentReader
{
    public static void Read(ref FhirCursor json)
    {
        var visit = new SourceAppointment { Id = "", Patient = "" };
        var who = default(AppointmentParticipants);
        while (json.NextResourceField())
        {
            if (json.Field is Field.Participant)
            {
                AppointmentParticipants.ReadAll(ref json, ref who);
            }
            else
            {
                visit = ReadField(ref json, visit);
            }
        }

        if (json.IsAbout(who.FirstPatient, "participant"))
        {
            AcceptEach(ref json, visit with { Practitioners = who.Practitioners.ToValueList(), Location = who.Location }, who);
        }
    }

    private static SourceAppointment ReadField(ref FhirCursor json, SourceAppointment visit) => json.Field switch
    {
        Field.Status => visit with { Status = json.Word() },
        Field.Start => visit with { StartsAt = json.Instant() },
        Field.End => visit with { EndsAt = json.Instant() },
        Field.Created => visit with { CreatedAt = json.Moment() },
        Field.ServiceType => visit with { ServiceTypes = CodingReader.ReadConcepts(ref json) },
        Field.CancelationReason or Field.CancellationReason => visit with { CancelledBecause = CodingReader.ReadConcepts(ref json) },
        Field.PatientInstruction => visit with { Instructions = json.Text() },
        _ => visit,
    };

    private static void AcceptEach(ref FhirCursor json, SourceAppointment visit, AppointmentParticipants who)
    {
        var number = 0;
        foreach (var (patient, answer) in who.Patients.ToValueList())
        {
            number++;
            var id = number is 1 ? json.Head.Id! : $"{json.Head.Id}#{number}";
            json.Session.Accept(visit with { Id = id, UpdatedAt = json.Head.UpdatedAt, Patient = patient, PatientStatus = answer });
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
