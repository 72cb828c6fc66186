using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>From when until when; either end may be open.</summary>
internal readonly record struct Period(PointInTime? From, PointInTime? Until)
{
    /// <summary>The first day it may mean.</summary>
    public DateOnly? FirstDay => From?.On.Earliest;

    /// <summary>The last day it may mean: what ended "in 2019" has surely ended after 2019, and not surely before.</summary>
    public DateOnly? LastDay => Until?.On.Latest;
}

/// <summary>Reads a FHIR Period.</summary>
internal static class PeriodReader
{
    public static Period Read(ref FhirCursor json)
    {
        var span = default(Period);
        if (!json.EnterObject())
        {
            return span;
        }

        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.Start:
                    span = span with { From = json.Moment() };
                    break;
                case Field.End:
                    span = span with { Until = json.Moment() };
                    break;
            }
        }

        return span;
    }
}
