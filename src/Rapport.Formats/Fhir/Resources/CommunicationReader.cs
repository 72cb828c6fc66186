using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads what other systems already told a patient.</summary>
internal static class CommunicationReader
{
    public static void Read(ref FhirCursor json)
    {
        string? patient = null, status = null;
        ValueList<Code> categories = [], mediums = [], reasons = [], topic = [];
        ValueList<string> recipients = [];
        PointInTime? sentAt = null;
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Subject:
                    patient = WhoseReader.Read(ref json);
                    break;
                case Field.Recipient:
                    recipients = ReferenceReader.ReadAll(ref json);
                    break;
                case Field.Status:
                    status = json.Word();
                    break;
                case Field.Category:
                    categories = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.Medium:
                    mediums = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.ReasonCode:
                    reasons = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.Topic:
                    topic = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.Sent:
                    sentAt = json.Moment();
                    break;
            }
        }

        patient ??= OnlyPatient(ref json, recipients);
        if (json.IsAbout(patient))
        {
            json.Session.Accept(new SourceCommunication
            {
                Id = json.Head.Id!,
                UpdatedAt = json.Head.UpdatedAt,
                Patient = patient!,
                Status = status,
                Categories = categories,
                Mediums = mediums,
                Reasons = topic is [] ? reasons : [.. reasons, .. topic],
                SentAt = sentAt,
            });
        }
    }

    // Without a subject, a message to one patient is about that patient; to several, we cannot say about whom.
    private static string? OnlyPatient(ref FhirCursor json, ValueList<string> recipients)
    {
        string[] patients = [.. recipients.Where(who => ReferenceText.Is(who, "Patient"))];
        return patients is [var only] ? WhoseReader.PatientOf(ref json, only) : null;
    }
}
