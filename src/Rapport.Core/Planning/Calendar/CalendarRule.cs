namespace Rapport.Core.Planning.Calendar;

/// <summary>When in a year a note is useful; observances move, so most are a rule and not a date.</summary>
/// <remarks>Closed on purpose: a new kind of rule is a change of code, a new observance is a row of data.</remarks>
public abstract record CalendarRule
{
    private CalendarRule()
    {
    }

    /// <summary>The first and the last day, both inclusive, of the window that belongs to <paramref name="year"/>.</summary>
    public abstract (DateOnly From, DateOnly Until) WindowIn(int year);

    /// <summary>The same days of one month every year, such as the week before Halloween.</summary>
    public sealed record FixedDays(int Month, int FromDay, int UntilDay) : CalendarRule
    {
        public override (DateOnly From, DateOnly Until) WindowIn(int year) =>
            (new DateOnly(year, Month, FromDay), new DateOnly(year, Month, UntilDay));
    }

    /// <summary>Days counted from the first, second … such weekday of a month, such as the second Thursday in October.</summary>
    /// <param name="Opens">Days from that weekday to the first day of the window; negative is before it.</param>
    /// <param name="Closes">Days from that weekday to the last day of the window.</param>
    public sealed record NthWeekday(int Nth, DayOfWeek Weekday, int Month, int Opens, int Closes) : CalendarRule
    {
        public override (DateOnly From, DateOnly Until) WindowIn(int year)
        {
            var first = new DateOnly(year, Month, 1);
            var toWeekday = ((int)Weekday - (int)first.DayOfWeek + 7) % 7;
            var day = first.AddDays(toWeekday + ((Nth - 1) * 7));
            return (day.AddDays(Opens), day.AddDays(Closes));
        }
    }

    /// <summary>Days counted from the last such weekday of a month, such as Memorial Day: the last Monday in May.</summary>
    /// <inheritdoc cref="NthWeekday"/>
    public sealed record LastWeekday(DayOfWeek Weekday, int Month, int Opens, int Closes) : CalendarRule
    {
        public override (DateOnly From, DateOnly Until) WindowIn(int year)
        {
            var last = new DateOnly(year, Month, DateTime.DaysInMonth(year, Month));
            var sinceWeekday = ((int)last.DayOfWeek - (int)Weekday + 7) % 7;
            var day = last.AddDays(-sinceWeekday);
            return (day.AddDays(Opens), day.AddDays(Closes));
        }
    }
}
