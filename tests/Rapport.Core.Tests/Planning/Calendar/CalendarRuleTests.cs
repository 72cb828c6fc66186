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

    [Theory]
    [InlineData("folic-acid", "2026-01-11", "2026-01-17", "2027-01-10", "2027-01-16")]
    [InlineData("wear-red", "2026-02-02", "2026-02-06", "2027-02-01", "2027-02-05")]
    [InlineData("give-kids-a-smile", "2026-02-02", "2026-02-06", "2027-02-01", "2027-02-05")]
    [InlineData("sleep-week", "2026-03-02", "2026-03-07", "2027-03-08", "2027-03-13")]
    [InlineData("kidney-day", "2026-03-12", "2026-03-12", "2027-03-11", "2027-03-11")]
    [InlineData("poison-help", "2026-03-15", "2026-03-21", "2027-03-21", "2027-03-27")]
    [InlineData("diabetes-alert", "2026-03-24", "2026-03-24", "2027-03-23", "2027-03-23")]
    [InlineData("melanoma-monday", "2026-05-04", "2026-05-04", "2027-05-03", "2027-05-03")]
    [InlineData("maternal-mental-health", "2026-05-06", "2026-05-06", "2027-05-05", "2027-05-05")]
    [InlineData("well-woman", "2026-05-10", "2026-05-16", "2027-05-09", "2027-05-15")]
    [InlineData("first-peanut", "2026-05-10", "2026-05-16", "2027-05-09", "2027-05-15")]
    [InlineData("sunscreen", "2026-05-15", "2026-05-22", "2027-05-21", "2027-05-28")]
    [InlineData("mens-health", "2026-06-15", "2026-06-20", "2027-06-14", "2027-06-19")]
    [InlineData("contact-lenses", "2026-08-17", "2026-08-21", "2027-08-16", "2027-08-20")]
    [InlineData("backpack", "2026-09-10", "2026-09-17", "2027-09-09", "2027-09-16")]
    [InlineData("car-seat", "2026-09-20", "2026-09-26", "2027-09-19", "2027-09-25")]
    [InlineData("world-sight-day", "2026-10-03", "2026-10-09", "2027-10-09", "2027-10-15")]
    [InlineData("morning-light", "2026-11-01", "2026-11-07", "2027-11-07", "2027-11-13")]
    [InlineData("smokeout", "2026-11-19", "2026-11-19", "2027-11-18", "2027-11-18")]
    [InlineData("family-history", "2026-11-18", "2026-11-25", "2027-11-17", "2027-11-24")]
    [InlineData("flu-week", "2026-12-06", "2026-12-12", "2027-12-05", "2027-12-11")]
    public void Observances_that_move_are_found_in_both_years(string id, string from2026, string until2026, string from2027, string until2027)
    {
        var rule = EducationCalendar.Load().Find(id).ShouldNotBeNull().When;

        rule.WindowIn(2026).ShouldBe((DateOnly.Parse(from2026), DateOnly.Parse(until2026)));
        rule.WindowIn(2027).ShouldBe((DateOnly.Parse(from2027), DateOnly.Parse(until2027)));
    }

    [Fact]
    public void Fixed_days_are_the_same_in_every_year()
    {
        var rule = new CalendarRule.FixedDays(10, 24, 30);

        rule.WindowIn(2026).ShouldBe((new DateOnly(2026, 10, 24), new DateOnly(2026, 10, 30)));
        rule.WindowIn(2028).ShouldBe((new DateOnly(2028, 10, 24), new DateOnly(2028, 10, 30)));
    }
}
