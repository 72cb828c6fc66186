using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>When an order was written, and when it is to be carried out.</summary>
internal struct OrderDates
{
    public PointInTime? AuthoredOn;

    public Period Occurrence;

    /// <summary>From when on the order counts: the time asked for, else the time of writing.</summary>
    public readonly void Give(ref ServiceDraft order)
    {
        order.From = Occurrence.From ?? AuthoredOn;
        order.Until = Occurrence.Until;
        order.RecordedAt = AuthoredOn ?? order.RecordedAt;
    }
}
