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
        var problem = default(ConditionDraft);
        while (json.NextResourceField())
        {
            ReadField(ref json, ref problem);
        }

        if (json.IsAbout(problem.Patient))
        {
            json.Session.Accept(problem.ToRecord(json.Head));
        }
    }

    private static void ReadField(ref FhirCursor json, ref ConditionDraft problem)
    {
        switch (json.Field)
        {
            case Field.Subject:
                problem.Patient = WhoseReader.Read(ref json);
                break;
            case Field.Code:
                problem.Codes = CodingReader.ReadConcepts(ref json);
                break;
            case Field.ClinicalStatus:
                problem.ClinicalStatus = CodingReader.ReadFirstCode(ref json);
                break;
            case Field.VerificationStatus:
                problem.Verification = CodingReader.ReadFirstCode(ref json);
                break;
            case Field.Category:
                problem.Categories = CodingReader.ReadConcepts(ref json);
                break;
            case Field.BodySite:
                problem.BodySites = CodingReader.ReadConcepts(ref json);
                break;
            case Field.OnsetDateTime:
                problem.From = json.Moment();
                break;
            case Field.OnsetPeriod:
                problem.From = PeriodReader.Read(ref json).From;
                break;
            case Field.AbatementDateTime:
                problem.Until = json.Moment();
                break;
            case Field.AbatementPeriod:
                problem.Until = PeriodReader.Read(ref json).Until;
                break;
            case Field.RecordedDate:
                problem.RecordedOn = json.Moment();
                break;
        }
    }
}

/// <summary>A problem while being read.</summary>
internal struct ConditionDraft
{
    public string? Patient;
    public string? ClinicalStatus;
    public string? Verification;
    public ValueList<Code>? Codes;
    public ValueList<Code>? Categories;
    public ValueList<Code>? BodySites;
    public PointInTime? From;
    public PointInTime? Until;
    public PointInTime? RecordedOn;

    public readonly SourceCondition ToRecord(in ResourceHead head) => new()
    {
        Id = head.Id!,
        UpdatedAt = head.UpdatedAt,
        Patient = Patient!,
        Codes = Codes ?? [],
        ClinicalStatus = ClinicalStatus,
        Verification = Verification,
        Categories = Categories ?? [],
        BodySites = BodySites ?? [],
        From = From,
        Until = Until,
        RecordedOn = RecordedOn,
    };
}
