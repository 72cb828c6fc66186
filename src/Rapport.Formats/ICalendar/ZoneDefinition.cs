using System.Collections.Concurrent;
using System.Globalization;

namespace Rapport.Formats.ICalendar;

/// <summary>A VTIMEZONE (RFC 5545 §3.6.5) that is right for every instant of one year.</summary>
/// <remarks>
/// Where the clock changes follow a yearly rule, the rule is written, as calendar programs expect; where they do not
/// (Morocco follows the moon, some countries decide each year), the changes of that year are written one by one.
/// </remarks>
internal static class ZoneDefinition
{
    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    // A practice has a zone or two, and a year of visits ahead.
    private static readonly ConcurrentDictionary<(string Zone, int Year), ContentLines> Known = new();

    public static string NameOf(TimeZoneInfo zone) =>
        !zone.HasIanaId && TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : zone.Id;

    public static ContentLines For(TimeZoneInfo zone, int year) => Known.GetOrAdd((zone.Id, year), static (key, zone) => Build(zone, key.Year), zone);

    private static ContentLines Build(TimeZoneInfo zone, int year)
    {
        var lines = new ContentLines().Add("BEGIN", "VTIMEZONE").Add("TZID", NameOf(zone));
        ZoneTransition[] changes = [.. ZoneTransitions.Between(zone, NewYear(year - 1), NewYear(year + 2))];
        if (IsYearlyRule(changes))
        {
            Observance(lines, changes[0], RuleOf(changes[0], changes[2], changes[4]));
            Observance(lines, changes[1], RuleOf(changes[1], changes[3], changes[5]));
        }
        else
        {
            OneByOne(lines, zone, changes, year);
        }

        return lines.Add("END", "VTIMEZONE");
    }

    private static bool IsYearlyRule(ZoneTransition[] changes) =>
        changes.Length is 6
        && RuleOf(changes[0], changes[2], changes[4]) is not null
        && RuleOf(changes[1], changes[3], changes[5]) is not null;

    private static void OneByOne(ContentLines lines, TimeZoneInfo zone, ZoneTransition[] changes, int year)
    {
        var start = zone.GetUtcOffset(NewYear(year).AddDays(-2));
        var first = new ZoneTransition(new DateTimeOffset(1970, 1, 1, 0, 0, 0, start), start, start, IntoDaylightTime: false);
        Observance(lines, first, rule: null);
        foreach (var change in changes.Where(change => change.At > NewYear(year).AddDays(-2) && change.At < NewYear(year + 1).AddDays(2)))
        {
            Observance(lines, change, rule: null);
        }
    }

    private static void Observance(ContentLines lines, ZoneTransition change, string? rule)
    {
        var name = change.IntoDaylightTime ? "DAYLIGHT" : "STANDARD";
        lines.Add("BEGIN", name)
            .Add("DTSTART", change.WallClock.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture))
            .Add("TZOFFSETFROM", Offset(change.Before))
            .Add("TZOFFSETTO", Offset(change.After));
        if (rule is not null)
        {
            lines.Add("RRULE", rule);
        }

        lines.Add("END", name);
    }

    // Three years decide between "the fourth" and "the last" Sunday where they can; where both fit, either gives these years.
    private static string? RuleOf(ZoneTransition first, ZoneTransition second, ZoneTransition third)
    {
        if (!first.IsRepeatedBy(second) || !second.IsRepeatedBy(third))
        {
            return null;
        }

        DateTime[] days = [first.WallClock, second.WallClock, third.WallClock];
        var ordinal = days.All(IsLastOfMonth) ? -1 : Ordinal(days[0]);
        return ordinal < 0 || days.All(day => Ordinal(day) == ordinal)
            ? $"FREQ=YEARLY;BYMONTH={days[0].Month};BYDAY={ordinal}{Weekdays[(int)days[0].DayOfWeek]}"
            : null;
    }

    private static int Ordinal(DateTime day) => ((day.Day - 1) / 7) + 1;

    private static bool IsLastOfMonth(DateTime day) => day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month);

    private static DateTimeOffset NewYear(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static string Offset(TimeSpan offset)
    {
        var size = offset.Duration();
        var seconds = size.Seconds is 0 ? "" : size.ToString("ss", CultureInfo.InvariantCulture);
        return $"{(offset < TimeSpan.Zero ? '-' : '+')}{size.ToString("hhmm", CultureInfo.InvariantCulture)}{seconds}";
    }
}
