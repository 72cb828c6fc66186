using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads vaccines given, and vaccines refused or not given.</summary>
internal static class ImmunizationReader
{
    public static void Read(ref FhirCursor json)
    {
        var given = new ServiceDraft(ServiceKind.Immunization);
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.VaccineCode:
                    given.Codes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.OccurrenceDateTime:
                    given.From = json.Moment();
                    break;
                case Field.Recorded:
                    given.RecordedAt = json.Moment();
                    break;
                default:
                    given.TakeShared(ref json);
                    break;
            }
        }

        given.Accept(ref json);
    }
}
