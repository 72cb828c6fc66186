using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rapport.Core.Planning.Schedules;

/// <summary>A stretch of calendar time such as <c>18y-4d</c>: eighteen years less four days.</summary>
/// <remarks>Written as terms of years (y), months (m), weeks (w) and days (d). Months are added first, then days.</remarks>
[JsonConverter(typeof(SpanJson))]
public readonly record struct Span(int Months, int Days)
{
    /// <summary>No time at all.</summary>
    public static Span Zero => default;

    /// <summary>The day that lies this long after another.</summary>
    /// <remarks>A day that does not exist becomes the first of the next month: born on 29 February, one is a year older on 1 March.</remarks>
    public DateOnly After(DateOnly day)
    {
        if (Months is 0)
        {
            return day.AddDays(Days);
        }

        var moved = day.AddMonths(Months);
        return (moved.Day < day.Day && Months > 0 ? moved.AddDays(1) : moved).AddDays(Days);
    }

    /// <summary>The day that lies this long before another.</summary>
    public DateOnly Before(DateOnly day) => new Span(-Months, -Days).After(day);

    public static bool TryParse(ReadOnlySpan<char> text, out Span span)
    {
        span = default;
        var months = 0;
        var days = 0;
        text = text.Trim();
        if (text.IsEmpty)
        {
            return false;
        }

        while (!text.IsEmpty)
        {
            var sign = text[0] is '-' ? -1 : 1;
            text = text[0] is '-' or '+' ? text[1..] : text;
            var length = text.IndexOfAnyExceptInRange('0', '9');
            if (length < 1 || !int.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            switch (text[length])
            {
                case 'y': months += sign * number * 12; break;
                case 'm': months += sign * number; break;
                case 'w': days += sign * number * 7; break;
                case 'd': days += sign * number; break;
                default: return false;
            }

            text = text[(length + 1)..];
        }

        span = new Span(months, days);
        return true;
    }

    public override string ToString() => (Months, Days) switch
    {
        (0, _) => $"{Days}d",
        (_, 0) => $"{Months}m",
        _ => $"{Months}m{Days.ToString("+0;-0", CultureInfo.InvariantCulture)}d",
    };
}

/// <summary>Reads and writes a span as its text.</summary>
public sealed class SpanJson : JsonConverter<Span>
{
    public override Span Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Span.TryParse(reader.GetString(), out var span) ? span : throw new JsonException("Not a span of time such as 18y-4d.");

    public override void Write(Utf8JsonWriter writer, Span value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
