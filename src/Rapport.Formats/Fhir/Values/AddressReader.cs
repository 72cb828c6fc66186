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
        var address = new SourceAddress();
        string? text = null;
        if (!json.EnterObject())
        {
            return null;
        }

        while (json.NextField())
        {
            if (json.Field is Field.Text)
            {
                text = json.Text();
            }
            else
            {
                address = ReadField(ref json, address);
            }
        }

        return address.Lines is [] && text is not null ? address with { Lines = [text] } : address;
    }

    private static SourceAddress ReadField(ref FhirCursor json, SourceAddress address) => json.Field switch
    {
        Field.Use => address with { Use = json.Word() },
        Field.Line => address with { Lines = TextReader.ReadAll(ref json) },
        Field.City => address with { City = json.Word() },
        Field.State => address with { State = json.Word() },
        Field.PostalCode => address with { PostalCode = json.Word() },
        Field.Country => address with { Country = json.Word() },
        Field.Period => address with { Until = PeriodReader.Read(ref json).LastDay },
        Field.Extension => address with { TimeZone = ExtensionReader.ReadTimeZone(ref json) ?? address.TimeZone },
        _ => address,
    };
}
