using System.Globalization;

namespace Rapport.Samples;

/// <summary>The calendar that everything in the demo is counted from, on the practice's wall clock.</summary>
internal sealed class DemoDays(DateOnly today)
{
    /// <summary>How many days ahead the practice's book is open.</summary>
    public const int Horizon = 10;

    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public DateOnly Today => today;

    public DateOnly Yesterday => today.AddDays(-1);

    /// <summary>When yesterday's export was made: after closing time.</summary>
    public DateTimeOffset EveningBefore { get; } = At(today.AddDays(-1), new TimeOnly(19, 30));

    /// <summary>When today's export was made: before the doors open.</summary>
    public DateTimeOffset ThisMorning { get; } = At(today, new TimeOnly(5, 45));

    public DateOnly In(int days) => today.AddDays(days);

    public DateOnly Ago(int days) => today.AddDays(-days);

    /// <summary>The birth date of somebody who turns <paramref name="age"/> in so many days.</summary>
    /// <remarks>On 29 February only ages divisible by four give a birthday on the day itself; the cast keeps to those.</remarks>
    public DateOnly TurningAge(int age, int inDays) => In(inDays).AddYears(-age);

    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, NewYork.GetUtcOffset(local));
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string TextUtc(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
