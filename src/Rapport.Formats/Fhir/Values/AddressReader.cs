using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>Reads postal addresses and the time zone that may stand with them.</summary>
internal static class AddressReader
{
    public static ValueList<SourceAddress> ReadAll(ref FhirCursor json)
    {
        var all = default(ListDraft<SourceAddress>);
        for (var items = json.EnterList(); json.Next(ref items);)
        {
            if (Read(ref json) is { } address)
            {
                all.Add(address);
            }
        }

        return all.ToValueList();
    }

    public static SourceAddress? Read(ref FhirCursor json)
    {
        if (!json.EnterObject())
        {
            return null;
        }

        string? use = null, city = null, state = null, postalCode = null, country = null, zone = null, text = null;
        ValueList<string> lines = [];
        var period = default(Period);
        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.Use:
                    use = json.Word();
                    break;
                case Field.Text:
                    text = json.Text();
                    break;
                case Field.Line:
                    lines = TextReader.ReadAll(ref json);
                    break;
                case Field.City:
                    city = json.Word();
                    break;
                case Field.State:
                    state = json.Word();
                    break;
                case Field.PostalCode:
                    postalCode = json.Word();
                    break;
                case Field.Country:
                    country = json.Word();
                    break;
                case Field.Period:
                    period = PeriodReader.Read(ref json);
                    break;
                case Field.Extension:
                    zone = ExtensionReader.ReadTimeZone(ref json) ?? zone;
                    break;
            }
        }

        return new SourceAddress
        {
            Use = use,
            Lines = lines is [] && text is not null ? [text] : lines,
            City = city,
            State = state,
            PostalCode = postalCode,
            Country = country,
            TimeZone = zone,
            Until = period.LastDay,
        };
    }
}
