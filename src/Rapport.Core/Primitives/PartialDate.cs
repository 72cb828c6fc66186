using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rapport.Core.Primitives;

/// <summary>A date of which the day, or the month and the day, may be unknown: FHIR allows <c>1957</c> and <c>1957-03</c>.</summary>
/// <remarks>We never guess the missing part: a guessed birthday would greet on the wrong day and screen at the wrong age.</remarks>
[JsonConverter(typeof(PartialDateJson))]
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The whole date, or null where a part is unknown.</summary>
    public DateOnly? Whole => Month is { } month && Day is { } day ? new DateOnly(Year, month, day) : null;

    /// <summary>The first day that the date may mean.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that the date may mean.</summary>
    public DateOnly Latest => Day is not null ? Earliest : new DateOnly(Year, Month ?? 12, DateTime.DaysInMonth(Year, Month ?? 12));

    public static PartialDate From(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>; anything else is refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        if (text.Length is not (4 or 7 or 10) || !Number(text[..4], out var year) || year is 0)
        {
            return false;
        }

        int? month = null;
        int? day = null;
        if (text.Length >= 7)
        {
            if (text[4] is not '-' || !Number(text[5..7], out var m) || m is < 1 or > 12)
            {
                return false;
            }

            month = m;
        }

        if (text.Length is 10)
        {
            if (text[7] is not '-' || !Number(text[8..10], out var d) || d < 1 || d > DateTime.DaysInMonth(year, month!.Value))
            {
                return false;
            }

            day = d;
        }

        date = new PartialDate(year, month, day);
        return true;
    }

    public override string ToString() => (Month, Day) switch
    {
        ({ } m, { } d) => $"{Year:D4}-{m:D2}-{d:D2}",
        ({ } m, null) => $"{Year:D4}-{m:D2}",
        _ => $"{Year:D4}",
    };

    private static bool Number(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}

/// <summary>Writes a partial date as FHIR does.</summary>
public sealed class PartialDateJson : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("Not a date.");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
