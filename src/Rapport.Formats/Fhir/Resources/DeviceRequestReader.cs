using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads orders for devices, such as a wheelchair.</summary>
internal static class DeviceRequestReader
{
    public static void Read(ref FhirCursor json)
    {
        var order = new ServiceDraft(ServiceKind.DeviceRequest);
        var dates = default(OrderDates);
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.CodeCodeableConcept:
                    order.Codes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.CodeReference:
                    order.Codes = MedicationReader.Follow(ref json);
                    break;
                case Field.AuthoredOn:
                    dates.AuthoredOn = json.Moment();
                    break;
                case Field.OccurrenceDateTime:
                    dates.Occurrence = new Period(json.Moment(), null);
                    break;
                case Field.OccurrencePeriod:
                    dates.Occurrence = PeriodReader.Read(ref json);
                    break;
                default:
                    order.TakeShared(ref json);
                    break;
            }
        }

        dates.Give(ref order);
        order.Accept(ref json);
    }
}
