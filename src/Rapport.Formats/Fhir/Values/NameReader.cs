using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>Reads people's names, each with its use and the day until which it was theirs.</summary>
internal static class NameReader
{
    public static ValueList<SourceName> ReadAll(ref FhirCursor json)
    {
        var all = default(ListDraft<SourceName>);
        for (var items = json.EnterList(); json.Next(ref items);)
        {
            if (Read(ref json) is { } name)
            {
                all.Add(name);
            }
        }

        return all.ToValueList();
    }

    private static SourceName? Read(ref FhirCursor json)
    {
        var name = new SourceName();
        if (!json.EnterObject())
        {
            return null;
        }

        while (json.NextField())
        {
            name = ReadField(ref json, name);
        }

        return name is { Text: null, Family: null, Given: [] } ? null : name;
    }

    private static SourceName ReadField(ref FhirCursor json, SourceName name) => json.Field switch
    {
        Field.Use => name with { Use = json.Word() },
        Field.Text => name with { Text = json.Text() },
        Field.Family => name with { Family = json.Text() },
        Field.Given => name with { Given = TextReader.ReadAll(ref json) },
        Field.Prefix => name with { Prefix = TextReader.ReadJoined(ref json) },
        Field.Suffix => name with { Suffix = TextReader.ReadJoined(ref json) },
        Field.Period => name with { Until = PeriodReader.Read(ref json).LastDay },
        _ => name,
    };
}
