using System.Globalization;

namespace Rapport.TestKit;

/// <summary>Literal instants and dates: <c>At("2026-03-03T22:15-05:00")</c>. Use with <c>using static</c>.</summary>
public static class Time
{
    public static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    public static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
