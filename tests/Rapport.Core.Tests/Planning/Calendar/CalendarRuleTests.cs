using Rapport.Core.Planning.Calendar;

namespace Rapport.Core.Tests.Planning.Calendar;

/// <summary>Observances move; the expected days of 2027 stand in evidence.md §6.</summary>
public sealed class CalendarRuleTests
{
    [Theory]
    [InlineData(3, DayOfWeek.Sunday, 3, "2027-03-21")]      // Poison Prevention Week begins
    [InlineData(2, DayOfWeek.Sunday, 3, "2027-03-14")]      // clocks change
    [InlineData(3, DayOfWeek.Monday, 8, "2027-08-16")]      // Contact Lens Health Week begins
    [InlineData(3, DayOfWeek.Wednesday, 9, "2027-09-15")]   // Backpack Day
    [InlineData(3, DayOfWeek.Sunday, 9, "2027-09-19")]      // Child Passenger Safety Week begins
    [InlineData(2, DayOfWeek.Thursday, 10, "2027-10-14")]   // World Sight Day
    [InlineData(4, DayOfWeek.Thursday, 11, "2027-11-25")]   // Thanksgiving
    [InlineData(1, DayOfWeek.Sunday, 12, "2027-12-05")]     // Flu Vaccination Week begins
    [InlineData(1, DayOfWeek.Monday, 3, "2027-03-01")]      // the month begins on that weekday
    public void The_nth_weekday_of_a_month_is_found(int nth, DayOfWeek weekday, int month, string expected)
    {
        var day = DateOnly.Parse(expected);

        new CalendarRule.NthWeekday(nth, weekday, month, 0, 0).WindowIn(2027).ShouldBe((day, day));
    }

    [Theory]
    [InlineData(2026, "2026-05-25")]
    [InlineData(2027, "2027-05-31")]
    [InlineData(2028, "2028-05-29")]
    public void Memorial_Day_is_the_last_Monday_in_May(int year, string expected)
    {
        var day = DateOnly.Parse(expected);

        new CalendarRule.LastWeekday(DayOfWeek.Monday, 5, 0, 0).WindowIn(year).ShouldBe((day, day));
    }

    [Fact]
    public void A_window_may_open_days_before_its_weekday_and_close_days_after()
    {
        var rule = new CalendarRule.NthWeekday(2, DayOfWeek.Thursday, 10, Opens: -5, Closes: 1);

        rule.WindowIn(2027).ShouldBe((new DateOnly(2027, 10, 9), new DateOnly(2027, 10, 15)));
    }

    [Fact]
    public void Fixed_days_are_the_same_in_every_year()
    {
        var rule = new CalendarRule.FixedDays(10, 24, 30);

        rule.WindowIn(2026).ShouldBe((new DateOnly(2026, 10, 24), new DateOnly(2026, 10, 30)));
        rule.WindowIn(2028).ShouldBe((new DateOnly(2028, 10, 24), new DateOnly(2028, 10, 30)));
    }
}
