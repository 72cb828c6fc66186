using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads prescriptions. They count from the day they were written until the last day they are good for.</summary>
internal static class MedicationRequestReader
{
    public static void Read(ref FhirCursor json)
    {
        var order = new ServiceDraft(ServiceKind.MedicationRequest);
        PointInTime? authoredOn = null;
        Period taking = default, dispensing = default;
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.MedicationCodeableConcept:
                    order.Codes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.MedicationReference:
                    order.Codes = MedicationReader.Follow(ref json);
                    break;
                case Field.AuthoredOn:
                    authoredOn = json.Moment();
                    break;
                case Field.DosageInstruction:
                    taking = ReadTaking(ref json);
                    break;
                case Field.DispenseRequest:
                    dispensing = ReadWithin(ref json, Field.ValidityPeriod);
                    break;
                default:
                    order.TakeShared(ref json);
                    break;
            }
        }

        order.From = authoredOn ?? taking.From ?? dispensing.From;
        order.Until = taking.Until ?? dispensing.Until;
        order.Accept(ref json);
    }

    // Of several dosage lines the first with bounds speaks: dosageInstruction[].timing.repeat.boundsPeriod.
    private static Period ReadTaking(ref FhirCursor json)
    {
        var taking = default(Period);
        for (var dosages = json.EnterList(); json.Next(ref dosages);)
        {
            var period = ReadWithin(ref json, Field.Timing);
            taking = taking == default ? period : taking;
        }

        return taking;
    }

    // Steps down through objects that matter only for the one period at their bottom.
    private static Period ReadWithin(ref FhirCursor json, Field wanted)
    {
        var period = default(Period);
        if (!json.EnterObject())
        {
            return period;
        }

        while (json.NextField())
        {
            if (json.Field == wanted)
            {
                period = wanted switch
                {
                    Field.Timing => ReadWithin(ref json, Field.Repeat),
                    Field.Repeat => ReadWithin(ref json, Field.BoundsPeriod),
                    _ => PeriodReader.Read(ref json),
                };
            }
        }

        return period;
    }
}
