using System.Globalization;
using Rapport.Core.Planning;

namespace Rapport.Core.Tests.Planning;

public sealed class SendHoursTests
{
    private static readonly string[] NewYork = ["America/New_York"];

    [Fact]
    public void A_text_due_at_night_waits_until_morning() =>
        SendHours.Standard.NextAt(At("2026-03-03T22:15-05:00"), NewYork).Local().ShouldBe("2026-03-04 08:00");

    [Fact]
    public void A_text_due_before_dawn_waits_until_morning() =>
        SendHours.Standard.NextAt(At("2026-03-03T04:15-05:00"), NewYork).Local().ShouldBe("2026-03-03 08:00");

    [Fact]
    public void A_good_hour_stays_as_it_is() => SendHours.Standard.NextAt(At("2026-03-03T12:34-05:00"), NewYork).ShouldBe(At("2026-03-03T12:34-05:00"));

    [Fact]
    public void At_eight_in_the_evening_it_is_too_late_and_for_a_notice_at_nine()
    {
        SendHours.Standard.Allow(At("2026-03-03T20:00-05:00"), NewYork).ShouldBeFalse();
        SendHours.Notice.Allow(At("2026-03-03T20:59-05:00"), NewYork).ShouldBeTrue();
        SendHours.Notice.Allow(At("2026-03-03T21:00-05:00"), NewYork).ShouldBeFalse();
    }

    [Fact]
    public void Where_the_clock_goes_forward_or_back_eight_in_the_morning_is_still_eight_in_the_morning()
    {
        SendHours.Standard.NextAt(At("2026-03-07T23:00-05:00"), NewYork).ShouldBe(At("2026-03-08T08:00-04:00"));
        SendHours.Standard.NextAt(At("2026-10-31T23:00-04:00"), NewYork).ShouldBe(At("2026-11-01T08:00-05:00"));
    }

    [Fact]
    public void Of_two_zones_that_somebody_may_live_in_the_later_morning_counts() =>
        SendHours.Standard.NextAt(At("2026-03-03T07:00-05:00"), ["America/New_York", "America/Chicago"]).ShouldBe(At("2026-03-03T08:00-06:00"));

    [Fact]
    public void Of_two_zones_the_earlier_evening_counts() =>
        SendHours.Standard.NextAt(At("2026-03-03T19:30-06:00"), ["America/New_York", "America/Chicago"]).ShouldBe(At("2026-03-04T08:00-06:00"));

    [Theory]
    [InlineData("2026-03-08T11:00-04:00", "2026-03-09 10:00")] // Sunday
    [InlineData("2026-03-07T17:30-05:00", "2026-03-09 10:00")] // Saturday after five
    [InlineData("2026-07-04T11:00-04:00", "2026-07-06 10:00")] // a Saturday and the Fourth of July
    [InlineData("2026-11-26T11:00-05:00", "2026-11-27 10:00")] // Thanksgiving
    [InlineData("2026-05-25T11:00-04:00", "2026-05-26 10:00")] // Memorial Day
    public void Kind_words_leave_Sundays_and_holidays_in_peace(string wished, string sent) =>
        SendHours.Kindness.NextAt(At(wished), NewYork).Local().ShouldBe(sent);

    [Fact]
    public void Whatever_the_clocks_of_the_world_do_a_message_arrives_at_a_good_hour()
    {
        foreach (var (zone, at, _) in Transitions())
        {
            foreach (var hours in new[] { -30, -6, -1, 0, 1, 6, 30 })
            {
                var next = SendHours.Standard.NextAt(at.AddHours(hours), [zone]);
                var local = TimeZoneInfo.ConvertTime(next, TimeZoneInfo.FindSystemTimeZoneById(zone));

                local.Hour.ShouldBeInRange(8, 19, $"{zone} {at:O}");
                (next - at.AddHours(hours)).ShouldBeLessThan(TimeSpan.FromHours(16));
            }
        }
    }

    [Fact]
    public void A_time_that_the_clock_skips_moves_later_and_one_that_it_repeats_is_the_first()
    {
        foreach (var (zone, at, row) in Transitions())
        {
            var isGap = row["kind"] is "gap";
            var wall = DateTime.Parse(isGap ? row["local_wall_before"] : row["local_wall_after"], CultureInfo.InvariantCulture);
            var (before, after) = (int.Parse(row["offset_before_s"]), int.Parse(row["offset_after_s"]));

            var expected = isGap ? at : at.AddSeconds(after - before);
            WallClock.At(TimeZoneInfo.FindSystemTimeZoneById(zone), DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall))
                .ToUniversalTime().ShouldBe(expected, $"{zone} {wall:O}");
        }
    }

    private static IEnumerable<(string Zone, DateTimeOffset At, Dictionary<string, string> Row)> Transitions() =>
        Csv.Read(Path.Combine(SharedData.Require("vectors-timezone"), "transitions_2024_2030.csv"))
            .Where(row => TimeZoneInfo.TryFindSystemTimeZoneById(row["zone"], out _))
            .Select(row => (row["zone"], At(row["utc"]), row));
}
