using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads orders and referrals, such as for hospice or a scan.</summary>
internal static class ServiceRequestReader
{
    public static void Read(ref FhirCursor json)
    {
        var order = new ServiceDraft(ServiceKind.ServiceRequest);
        var dates = default(OrderDates);
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Code:
                    order.Codes = CodingReader.ReadConcepts(ref json);
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
