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
    public static DateTimeOffset At(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
        {
            var before = zone.GetUtcOffset(local.AddHours(-3));
            return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, before), zone);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
