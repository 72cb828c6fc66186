using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads diagnoses and problems. An age, a range or words for the onset give no date, and we make none up.</summary>
internal static class ConditionReader
{
    public static void Read(ref FhirCursor json)
    {
        string? patient = null, clinicalStatus = null, verification = null;
        ValueList<Code> codes = [], categories = [], bodySites = [];
        PointInTime? from = null, until = null, recordedOn = null;
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Subject:
                    patient = WhoseReader.Read(ref json);
                    break;
                case Field.Code:
                    codes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.ClinicalStatus:
                    clinicalStatus = CodingReader.ReadFirstCode(ref json);
                    break;
                case Field.VerificationStatus:
                    verification = CodingReader.ReadFirstCode(ref json);
                    break;
                case Field.Category:
                    categories = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.BodySite:
                    bodySites = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.OnsetDateTime:
                    from = json.Moment();
                    break;
                case Field.OnsetPeriod:
                    from = PeriodReader.Read(ref json).From;
                    break;
                case Field.AbatementDateTime:
                    until = json.Moment();
                    break;
                case Field.AbatementPeriod:
                    until = PeriodReader.Read(ref json).Until;
                    break;
                case Field.RecordedDate:
                    recordedOn = json.Moment();
                    break;
            }
        }

        if (json.IsAbout(patient))
        {
            json.Session.Accept(new SourceCondition
            {
                Id = json.Head.Id!,
                UpdatedAt = json.Head.UpdatedAt,
                Patient = patient!,
                Codes = codes,
                ClinicalStatus = clinicalStatus,
                Verification = verification,
                Categories = categories,
                BodySites = bodySites,
                From = from,
                Until = until,
                RecordedOn = recordedOn,
            });
        }
    }
}
