using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads that a report was made. What it found stands in its observations.</summary>
internal static class DiagnosticReportReader
{
    public static void Read(ref FhirCursor json)
    {
        var report = new ServiceDraft(ServiceKind.DiagnosticReport);
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Code:
                    report.Codes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.EffectiveDateTime:
                    report.From = json.Moment();
                    break;
                case Field.EffectivePeriod:
                    report.Between = PeriodReader.Read(ref json);
                    break;
                case Field.Issued:
                    report.RecordedAt = json.Moment();
                    break;
                default:
                    report.TakeShared(ref json);
                    break;
            }
        }

        report.Accept(ref json);
    }
}
