using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads warnings on a chart.</summary>
internal static class FlagReader
{
    public static void Read(ref FhirCursor json)
    {
        string? patient = null, status = null;
        ValueList<Code> codes = [];
        var period = default(Period);
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Subject:
                    patient = WhoseReader.Read(ref json);
                    break;
                case Field.Status:
                    status = json.Word();
                    break;
                case Field.Code:
                    codes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.Period:
                    period = PeriodReader.Read(ref json);
                    break;
            }
        }

        if (json.IsAbout(patient))
        {
            json.Session.Accept(new SourceFlag
            {
                Id = json.Head.Id!,
                UpdatedAt = json.Head.UpdatedAt,
                Patient = patient!,
                Status = status,
                Codes = codes,
                From = period.From,
                Until = period.Until,
            });
        }
    }
}
