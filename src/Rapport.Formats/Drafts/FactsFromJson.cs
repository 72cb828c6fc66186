using System.Globalization;
using System.Text.Json;
using Rapport.Core.Composing;
using Rapport.Core.Primitives;

namespace Rapport.Formats.Drafts;

/// <summary>Reads facts written as a JSON object: dates, times, months, numbers, lists and groups are told by their shape.</summary>
internal static class FactsFromJson
{
    public static ValueList<Fact> Read(JsonElement facts) => [.. facts.EnumerateObject()
        .Where(property => property.Value.ValueKind is not JsonValueKind.Null)
        .Select(property => new Fact { Name = property.Name, Value = Value(property.Value) })];

    private static FactValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => new FactValue.YesNo(value.GetBoolean()),
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? new FactValue.Number(number) : new FactValue.Text(value.GetRawText()),
        JsonValueKind.Array => new FactValue.Several([.. value.EnumerateArray().Select(Value)]),
        JsonValueKind.Object => new FactValue.Group(Read(value)),
        _ => Text(value.GetString() ?? ""),
    };

    private static FactValue Text(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new FactValue.Day(day);
        }

        if (DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return new FactValue.Moment(moment);
        }

        if (text.IndexOf('/', StringComparison.Ordinal) is > 9 and var slash && Text(text[..slash]) is FactValue.Moment or FactValue.Day && Text(text[(slash + 1)..]) is FactValue.Moment or FactValue.Day)
        {
            return new FactValue.Several([Text(text[..slash]), Text(text[(slash + 1)..])]);   // from one moment to another
        }

        return text.Length is 7 && PartialDate.TryParse(text, out var month) && month.Month is { } ofYear
            ? new FactValue.Month(month.Year, ofYear)
            : new FactValue.Text(text);
    }
}
