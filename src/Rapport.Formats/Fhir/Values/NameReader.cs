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
        if (!json.EnterObject())
        {
            return null;
        }

        string? use = null, text = null, family = null, prefix = null, suffix = null;
        ValueList<string> given = [];
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
                case Field.Family:
                    family = json.Text();
                    break;
                case Field.Given:
                    given = TextReader.ReadAll(ref json);
                    break;
                case Field.Prefix:
                    prefix = TextReader.ReadJoined(ref json);
                    break;
                case Field.Suffix:
                    suffix = TextReader.ReadJoined(ref json);
                    break;
                case Field.Period:
                    period = PeriodReader.Read(ref json);
                    break;
            }
        }

        var isEmpty = text is null && family is null && given.Count is 0;
        return isEmpty ? null : new SourceName
        {
            Use = use,
            Text = text,
            Family = family,
            Given = given,
            Prefix = prefix,
            Suffix = suffix,
            Until = period.LastDay,
        };
    }
}
