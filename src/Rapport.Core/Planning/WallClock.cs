using System.Collections.Concurrent;

namespace Rapport.Core.Planning;

/// <summary>From a wall clock to an instant, on the days too when the clock is changed.</summary>
public static class WallClock
{
    // Asked many times for every touch; the system's own look-up takes a lock.
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Zones = new(StringComparer.Ordinal);

    /// <summary>The zone of an IANA name.</summary>
    public static TimeZoneInfo Zone(string name) => Zones.GetOrAdd(name, static n => TimeZoneInfo.FindSystemTimeZoneById(n));

    /// <summary>A time that the change to summer skips moves later by what was skipped; one that the change to winter repeats is the first of the two.</summary>
    /// <remarks>Asks for the offset of instants only: what the platform says of invalid and ambiguous wall times is wrong for zones such as Africa/Casablanca.</remarks>
    public static DateTimeOffset At(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var wall = new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero);
        var (before, after) = (zone.GetUtcOffset(wall.AddDays(-1)), zone.GetUtcOffset(wall.AddDays(1)));
        if (before == after && zone.GetUtcOffset(wall - before) == before)
        {
            return new DateTimeOffset(wall.DateTime, before);
        }

        // A repeated time has two readings; the one with the greater offset comes first.
        var (first, second) = before > after ? (before, after) : (after, before);
        return zone.GetUtcOffset(wall - first) == first ? new DateTimeOffset(wall.DateTime, first)
            : zone.GetUtcOffset(wall - second) == second ? new DateTimeOffset(wall.DateTime, second)
            : TimeZoneInfo.ConvertTime(wall - before, zone);
    }
}
