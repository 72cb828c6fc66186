using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads medicines that a patient takes (MedicationStatement) or was given (MedicationAdministration).</summary>
internal static class MedicationUseReader
{
    public static void ReadStatement(ref FhirCursor json) => Read(ref json, ServiceKind.MedicationStatement);

    public static void ReadAdministration(ref FhirCursor json) => Read(ref json, ServiceKind.MedicationAdministration);

    private static void Read(ref FhirCursor json, ServiceKind kind)
    {
        var use = new ServiceDraft(kind);
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.MedicationCodeableConcept:
                    use.Codes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.MedicationReference:
                    use.Codes = MedicationReader.Follow(ref json);
                    break;
                case Field.EffectiveDateTime:
                    use.From = json.Moment();
                    break;
                case Field.EffectivePeriod:
                    use.Between = PeriodReader.Read(ref json);
                    break;
                case Field.DateAsserted:
                    use.RecordedAt = json.Moment();
                    break;
                default:
                    use.TakeShared(ref json);
                    break;
            }
        }

        use.Accept(ref json);
    }
}
