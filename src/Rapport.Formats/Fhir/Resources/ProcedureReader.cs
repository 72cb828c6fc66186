using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads what was done for a patient. "At the age of 40" gives no date, and we make none up.</summary>
internal static class ProcedureReader
{
    public static void Read(ref FhirCursor json)
    {
        var done = new ServiceDraft(ServiceKind.Procedure);
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Code:
                    done.Codes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.PerformedDateTime:
                    done.From = json.Moment();
                    break;
                case Field.PerformedPeriod:
                    done.Between = PeriodReader.Read(ref json);
                    break;
                default:
                    done.TakeShared(ref json);
                    break;
            }
        }

        done.Accept(ref json);
    }
}
