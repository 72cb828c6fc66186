using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads measurements, answers and findings.</summary>
internal static class ObservationReader
{
    public static void Read(ref FhirCursor json)
    {
        var measured = new ServiceDraft(ServiceKind.Observation);
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Code:
                    measured.Codes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.EffectiveDateTime or Field.EffectiveInstant:
                    measured.From = json.Moment();
                    break;
                case Field.EffectivePeriod:
                    measured.Between = PeriodReader.Read(ref json);
                    break;
                case Field.Issued:
                    measured.RecordedAt = json.Moment();
                    break;
                case Field.Component:
                    measured.Components = ReadComponents(ref json);
                    break;
                case var field when MeasuredReader.IsOurs(field):
                    measured.Value = MeasuredReader.Read(ref json);
                    break;
                default:
                    measured.TakeShared(ref json);
                    break;
            }
        }

        measured.Accept(ref json);
    }

    private static ValueList<SourceComponent> ReadComponents(ref FhirCursor json)
    {
        var components = default(ListDraft<SourceComponent>);
        for (var items = json.EnterList(); json.Next(ref items);)
        {
            if (json.EnterObject())
            {
                components.Add(ReadComponent(ref json));
            }
        }

        return components.ToValueList();
    }

    private static SourceComponent ReadComponent(ref FhirCursor json)
    {
        ValueList<Code> codes = [];
        SourceValue? value = null;
        while (json.NextField())
        {
            if (json.Field is Field.Code)
            {
                codes = CodingReader.ReadConcepts(ref json);
            }
            else if (MeasuredReader.IsOurs(json.Field))
            {
                value = MeasuredReader.Read(ref json);
            }
        }

        return new SourceComponent(codes, value);
    }
}
