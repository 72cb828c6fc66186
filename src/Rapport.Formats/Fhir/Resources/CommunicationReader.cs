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
        var told = new SourceCommunication { Id = "", Patient = "" };
        ValueList<string> recipients = [];
        while (json.NextResourceField())
        {
            if (json.Field is Field.Recipient)
            {
                recipients = ReferenceReader.ReadAll(ref json);
            }
            else
            {
                told = ReadField(ref json, told);
            }
        }

        var patient = told.Patient is "" ? OnlyPatient(ref json, recipients) : told.Patient;
        if (json.IsAbout(patient))
        {
            json.Session.Accept(told with { Id = json.Head.Id!, UpdatedAt = json.Head.UpdatedAt, Patient = patient! });
        }
    }

    private static SourceCommunication ReadField(ref FhirCursor json, SourceCommunication told) => json.Field switch
    {
        Field.Subject => told with { Patient = WhoseReader.Read(ref json) ?? "" },
        Field.Status => told with { Status = json.Word() },
        Field.Category => told with { Categories = CodingReader.ReadConcepts(ref json) },
        Field.Medium => told with { Mediums = CodingReader.ReadConcepts(ref json) },
        Field.ReasonCode or Field.Topic => told with { Reasons = [.. told.Reasons, .. CodingReader.ReadConcepts(ref json)] },
        Field.Sent => told with { SentAt = json.Moment() },
        _ => told,
    };

    // Without a subject, a message to one patient is about that patient; to several, we cannot say about whom.
    private static string? OnlyPatient(ref FhirCursor json, ValueList<string> recipients)
    {
        string[] patients = [.. recipients.Where(who => ReferenceText.Is(who, "Patient"))];
        return patients is [var only] ? WhoseReader.PatientOf(ref json, only) : null;
    }
}
