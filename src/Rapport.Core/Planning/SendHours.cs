namespace Rapport.Core.Planning;

/// <summary>When a message may arrive: hours of the recipient's own day (<c>evidence.md §3.1</c>, TCPA-11).</summary>
/// <param name="OpensAt">From this local time…</param>
/// <param name="ClosesAt">…until, not including, this one.</param>
/// <param name="SaturdayClosesAt">Null: as on other days.</param>
/// <param name="IsQuietOnSunday">Sundays and public holidays are left in peace.</param>
public sealed record SendHours(TimeOnly OpensAt, TimeOnly ClosesAt, TimeOnly? SaturdayClosesAt = null, bool IsQuietOnSunday = false)
{
    /// <summary>Visits, due services, follow-up.</summary>
    public static SendHours Standard { get; } = new(new(8, 0), new(20, 0));

    /// <summary>A visit that we moved or cancelled: the same day, a little longer.</summary>
    public static SendHours Notice { get; } = new(new(8, 0), new(21, 0));

    /// <summary>Kind words that nobody needs at once.</summary>
    public static SendHours Kindness { get; } = new(new(10, 0), new(18, 0), new(17, 0), IsQuietOnSunday: true);

    public static SendHours For(Urgency urgency) => urgency switch
    {
        Urgency.Notice => Notice,
        Urgency.Kindness => Kindness,
        _ => Standard,
    };

    /// <summary>True if it is a good hour in every zone that the person may live in.</summary>
    public bool Allow(DateTimeOffset instant, IReadOnlyList<string> zones)
    {
        foreach (var zone in zones)
        {
            if (!AllowLocal(TimeZoneInfo.ConvertTime(instant, WallClock.Zone(zone)).DateTime))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first good instant at or after this one.</summary>
    public DateTimeOffset NextAt(DateTimeOffset instant, IReadOnlyList<string> zones)
    {
        var at = instant;
        for (var tries = 0; !Allow(at, zones); tries++)
        {
            if (tries > 64)
            {
                throw new InvalidOperationException("No hour of two weeks is allowed in all zones of one person; check the send hours.");
            }

            at = zones.Max(zone => Opening(at, WallClock.Zone(zone)));
        }

        return at;
    }

    private DateTimeOffset Opening(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        if (AllowLocal(local))
        {
            return at;
        }

        var day = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) >= OpensAt)
        {
            day = day.AddDays(1);
        }

        while (!AllowLocal(day.ToDateTime(OpensAt)))
        {
            day = day.AddDays(1);
        }

        return WallClock.At(zone, day, OpensAt);
    }

    private bool AllowLocal(DateTime local)
    {
        var closes = local.DayOfWeek is DayOfWeek.Saturday ? SaturdayClosesAt ?? ClosesAt : ClosesAt;
        return TimeOnly.FromDateTime(local) is var time && time >= OpensAt && time < closes
            && !(IsQuietOnSunday && (local.DayOfWeek is DayOfWeek.Sunday || Holidays.IsHoliday(DateOnly.FromDateTime(local))));
    }
}

/// <summary>US federal holidays (5 U.S.C. §6103), on their own day.</summary>
public static class Holidays
{
    public static bool IsHoliday(DateOnly day) => (day.Month, day.Day) is (1, 1) or (6, 19) or (7, 4) or (11, 11) or (12, 25) || day switch
    {
        { Month: 1 or 2, DayOfWeek: DayOfWeek.Monday } => IsNth(day, 3),
        { Month: 5, DayOfWeek: DayOfWeek.Monday } => day.Day > 24,
        { Month: 9, DayOfWeek: DayOfWeek.Monday } => IsNth(day, 1),
        { Month: 10, DayOfWeek: DayOfWeek.Monday } => IsNth(day, 2),
        { Month: 11, DayOfWeek: DayOfWeek.Thursday } => IsNth(day, 4),
        _ => false,
    };

    private static bool IsNth(DateOnly day, int n) => (day.Day - 1) / 7 == n - 1;
}
