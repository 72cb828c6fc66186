namespace Rapport.Formats.ICalendar;

/// <summary>The clock change at one instant.</summary>
/// <param name="At">The first instant with the new offset.</param>
internal readonly record struct ZoneTransition(DateTimeOffset At, TimeSpan Before, TimeSpan After, bool IntoDaylightTime)
{
    /// <summary>What the wall clock showed when it was changed: RFC 5545 §3.6.5 counts in the old offset.</summary>
    public DateTime WallClock => (At + Before).DateTime;

    /// <summary>The same weekday of the month (second Sunday, last Sunday), the same time, the same change.</summary>
    public bool IsRepeatedBy(ZoneTransition other) =>
        (WallClock.Month, WallClock.DayOfWeek, WallClock.TimeOfDay, Before, After)
            == (other.WallClock.Month, other.WallClock.DayOfWeek, other.WallClock.TimeOfDay, other.Before, other.After);
}

/// <summary>Finds clock changes by asking for the offset, which is right for every zone, whatever its rules look like inside.</summary>
internal static class ZoneTransitions
{
    public static IEnumerable<ZoneTransition> Between(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        var day = from.ToUniversalTime();
        var before = zone.GetUtcOffset(day);
        while (day < until)
        {
            var next = day.AddDays(1);
            var after = zone.GetUtcOffset(next);
            if (after != before)
            {
                yield return Find(zone, day, next, before);
            }

            (day, before) = (next, after);
        }
    }

    private static ZoneTransition Find(TimeZoneInfo zone, DateTimeOffset low, DateTimeOffset high, TimeSpan before)
    {
        while (high - low > TimeSpan.FromSeconds(1))
        {
            var middle = low + TimeSpan.FromSeconds(Math.Floor((high - low).TotalSeconds / 2));
            (low, high) = zone.GetUtcOffset(middle) == before ? (middle, high) : (low, middle);
        }

        return new(high, before, zone.GetUtcOffset(high), zone.IsDaylightSavingTime(high));
    }
}
