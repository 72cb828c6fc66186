using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rapport.Core.Primitives;

/// <summary>A FHIR <c>dateTime</c>: the calendar date as it was written and, where a time was given, the instant.</summary>
/// <remarks>
/// The written date decides "on which day", since the practice wrote it in its own zone; the instant decides "before or
/// after". Real exports mix three offsets in one record, so neither can be worked out from the other.
/// </remarks>
[JsonConverter(typeof(PointInTimeJson))]
public readonly record struct PointInTime(PartialDate On, DateTimeOffset? At = null)
{
    public static PointInTime From(DateOnly on) => new(PartialDate.From(on));

    public static PointInTime From(DateTimeOffset at) => new(PartialDate.From(DateOnly.FromDateTime(at.DateTime)), at);

    /// <summary>The first instant that this may mean, reading a bare date in UTC.</summary>
    public DateTimeOffset Earliest => At ?? new DateTimeOffset(On.Earliest.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>Reads a FHIR date, dateTime or instant. A time without an offset is kept as a date: we do not guess zones.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PointInTime point)
    {
        point = default;
        var cut = text.IndexOf('T');
        if (!PartialDate.TryParse(cut < 0 ? text : text[..cut], out var on))
        {
            return false;
        }

        if (cut < 0)
        {
            point = new PointInTime(on);
            return true;
        }

        if (on.Whole is null)
        {
            return false;
        }

        var time = text[(cut + 1)..];
        var hasOffset = time.EndsWith("Z", StringComparison.Ordinal) || time.LastIndexOfAny('+', '-') > 0;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return false;
        }

        point = new PointInTime(on, hasOffset ? at : null);
        return true;
    }

    public override string ToString() => At is { } at ? at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture) : On.ToString();
}

/// <summary>Writes a point in time as FHIR does.</summary>
public sealed class PointInTimeJson : JsonConverter<PointInTime>
{
    public override PointInTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PointInTime.TryParse(reader.GetString(), out var point) ? point : throw new JsonException("Not a FHIR dateTime.");

    public override void Write(Utf8JsonWriter writer, PointInTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
