using System.Text;
using Rapport.Core.Primitives;

namespace Rapport.Formats.Fhir.Json;

/// <summary>Reads a FHIR date or dateTime straight from UTF-8, to the same answer as <see cref="PointInTime.TryParse"/>.</summary>
internal static class Utf8Moment
{
    private const int LongestMoment = 64;

    public static bool TryParse(ReadOnlySpan<byte> text, out PointInTime point)
    {
        if (text.Length >= 20 && TryParseCommon(text, out point))
        {
            return true;
        }

        point = default;
        if (text.Length > LongestMoment || !Ascii.IsValid(text))
        {
            return false;
        }

        Span<char> chars = stackalloc char[LongestMoment];
        return PointInTime.TryParse(chars[..Encoding.ASCII.GetChars(text, chars)], out point);
    }

    // 2019-05-21T10:37:03Z, …03.724+00:00: nearly every time in a feed. Anything unusual is left to the thorough reader.
    private static bool TryParseCommon(ReadOnlySpan<byte> text, out PointInTime point)
    {
        point = default;
        if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var year = (Two(text) * 100) + Two(text[2..]);
        var (month, day) = (Two(text[5..]), Two(text[8..]));
        var (hour, minute, second) = (Two(text[11..]), Two(text[14..]), Two(text[17..]));

        // Two() answers with at least 10,000 for anything but digits, so one comparison each also checks the digits.
        if (year is < 1800 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var rest = text[19..];
        if (!TryFraction(ref rest, out var fraction) || !TryOffset(rest, out var offset))
        {
            return false;
        }

        var at = new DateTimeOffset(year, month, day, hour, minute, second, offset).AddTicks(fraction);
        point = new PointInTime(new PartialDate(year, month, day), at);
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest[0] != '.')
        {
            return true;
        }

        var digits = 1;
        var unit = TimeSpan.TicksPerSecond / 10;
        for (; digits < rest.Length && rest[digits] is >= (byte)'0' and <= (byte)'9'; digits++)
        {
            ticks += (rest[digits] - '0') * unit;
            unit /= 10;
        }

        rest = rest[digits..];
        return digits is > 1 and <= 8 && !rest.IsEmpty;   // seven digits fill a tick; more must be rounded
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (rest.Length is 1)
        {
            return rest[0] == 'Z';
        }

        if (rest.Length is not 6 || rest[0] is not ((byte)'+' or (byte)'-') || rest[3] != ':')
        {
            return false;
        }

        var (hours, minutes) = (Two(rest[1..]), Two(rest[4..]));
        if (hours > 13 || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = rest[0] == '-' ? -offset : offset;
        return true;
    }

    private static int Two(ReadOnlySpan<byte> text)
    {
        var (tens, ones) = (text[0] - '0', text[1] - '0');
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? (tens * 10) + ones : 10_000;
    }
}
