using System.Globalization;
using Rapport.Core.Planning.Calendar;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Planning.Calendar;

public sealed class EducationCalendarTests
{
    private static readonly EducationCalendar Calendar = EducationCalendar.Load();
    private static readonly char[] OutsideGsm7 = [.. "áíóúÁÍÓÚ’‘“”—–…"];

    [Fact]
    public void The_shipped_calendar_has_topics_for_every_kind_of_practice()
    {
        Calendar.Version.ShouldBe("2026-11");
        Calendar.Rows.Count.ShouldBeGreaterThanOrEqualTo(90);
        foreach (var specialty in Enum.GetValues<Specialty>())
        {
            Calendar.Rows.Count(row => row.Specialties.Contains(specialty)).ShouldBeGreaterThanOrEqualTo(6, specialty.ToString());
        }
    }

    [Theory]
    [InlineData("small-steps", "01-02", "01-20")]
    [InlineData("blood-donor", "01-05", "01-25")]
    [InlineData("snow-sun", "01-08", "01-28")]
    [InlineData("childrens-dental-month", "02-01", "02-20")]
    [InlineData("tooth-fairy-day", "02-22", "02-28")]
    [InlineData("screen-break", "03-01", "03-20")]
    [InlineData("sleep-week", "03-08", "03-13")]
    [InlineData("world-oral-health-day", "03-14", "03-20")]
    [InlineData("poison-help", "03-21", "03-27")]
    [InlineData("world-health-day", "04-01", "04-07")]
    [InlineData("sports-eyes", "04-01", "04-21")]
    [InlineData("arm-seat", "05-01", "05-21")]
    [InlineData("sunscreen", "05-21", "05-28")]
    [InlineData("water-watch", "07-01", "07-14")]
    [InlineData("sun-hours", "07-01", "07-20")]
    [InlineData("sealants-school", "08-01", "08-20")]
    [InlineData("child-eyes", "08-01", "08-21")]
    [InlineData("contact-lenses", "08-16", "08-20")]
    [InlineData("backpack", "09-09", "09-16")]
    [InlineData("falls-rugs", "09-15", "09-26")]
    [InlineData("car-seat", "09-19", "09-25")]
    [InlineData("toothbrush-month", "10-01", "10-20")]
    [InlineData("flu-season", "10-01", "10-14")]
    [InlineData("baby-sleep", "10-01", "10-21")]
    [InlineData("world-sight-day", "10-09", "10-15")]
    [InlineData("halloween-teeth", "10-24", "10-30")]
    [InlineData("caregivers", "11-01", "11-15")]
    [InlineData("shower-song", "11-05", "11-25")]
    [InlineData("family-history", "11-17", "11-24")]
    [InlineData("handwashing", "12-01", "12-14")]
    [InlineData("safe-toys", "12-01", "12-14")]
    [InlineData("womens-eyes", "04-08", "04-28")]
    [InlineData("slow-breath", "04-08", "04-28")]
    [InlineData("dry-eye", "07-05", "07-25")]
    [InlineData("shot-record", "08-05", "08-25")]
    [InlineData("pt-day", "09-01", "09-08")]
    [InlineData("good-advice", "09-01", "09-14")]
    [InlineData("world-heart-day", "09-23", "09-29")]
    [InlineData("walk-and-talk", "10-01", "10-20")]
    [InlineData("flu-week", "12-05", "12-11")]
    public void Every_topic_opens_when_it_is_useful_in_2027(string id, string from, string until)
    {
        var row = Calendar.Find(id).ShouldNotBeNull();

        row.When.WindowIn(2027).ShouldBe((In2027(from), In2027(until)));
    }

    [Fact]
    public void Every_fact_has_both_languages_a_source_with_a_date_and_a_year_to_live()
    {
        var looked = new DateOnly(2026, 11, 1);
        foreach (var row in Calendar.Rows)
        {
            foreach (var channel in new[] { Channel.Sms, Channel.Email })
            {
                row.Snippet.In(Language.English, channel).ShouldNotBeNullOrWhiteSpace(row.Id);
                row.Snippet.In(Language.Spanish, channel).ShouldNotBeNullOrWhiteSpace(row.Id);
            }

            row.Source.ShouldNotBeNullOrWhiteSpace(row.Id);
            row.SourceDate.Earliest.ShouldBeLessThanOrEqualTo(looked, row.Id);
            row.ValidTo.ShouldBeInRange(looked.AddMonths(12), looked.AddMonths(13), row.Id);
            row.Snippet.Grade.ShouldBeLessThanOrEqualTo(6, row.Id);
        }
    }

    [Fact]
    public void A_fact_for_a_text_message_keeps_to_the_alphabet_that_leaves_room_for_it()
    {
        foreach (var row in Calendar.Rows.Where(row => row.Audience is not null))
        {
            row.Snippet.In(Language.English, Channel.Sms)!.AsSpan().IndexOfAny(OutsideGsm7).ShouldBe(-1, row.Id);
            row.Snippet.In(Language.Spanish, Channel.Sms)!.AsSpan().IndexOfAny(OutsideGsm7).ShouldBe(-1, row.Id);
        }
    }

    [Fact]
    public void Nobody_has_vetted_the_facts_in_French_so_none_is_given() =>
        Calendar.Rows[0].Snippet.In(Language.From("fr"), Channel.Email).ShouldBeNull();

    [Fact]
    public void On_the_Monday_before_Halloween_the_candy_note_is_open()
    {
        var open = Calendar.OpenOn(new DateOnly(2027, 10, 25)).Where(o => o.Row.Audience is not null).ToList();

        open.ShouldHaveSingleItem().Row.Id.ShouldBe("halloween-teeth");
        open[0].From.ShouldBe(new DateOnly(2027, 10, 24));
        open[0].Until.ShouldBe(new DateOnly(2027, 10, 30));
    }

    [Fact]
    public void A_window_is_open_on_its_last_day_and_closed_on_the_next()
    {
        OpenIds(new DateOnly(2027, 10, 30)).ShouldContain("halloween-teeth");
        OpenIds(new DateOnly(2027, 10, 31)).ShouldNotContain("halloween-teeth");
    }

    [Fact]
    public void A_fact_past_its_validity_is_not_sent_again()
    {
        OpenIds(new DateOnly(2026, 12, 7)).ShouldContain("handwashing");
        OpenIds(new DateOnly(2027, 12, 7)).ShouldBeEmpty();
    }

    [Fact]
    public void The_candy_note_is_for_children_of_three_to_twelve()
    {
        var audience = Calendar.Find("halloween-teeth")!.Audience.ShouldNotBeNull();

        audience.Includes(2).ShouldBeFalse();
        audience.Includes(3).ShouldBeTrue();
        audience.Includes(12).ShouldBeTrue();
        audience.Includes(13).ShouldBeFalse();
        audience.HasAdults.ShouldBeFalse();
    }

    private static IEnumerable<string> OpenIds(DateOnly day) => Calendar.OpenOn(day).Select(open => open.Row.Id);

    private static DateOnly In2027(string monthAndDay) =>
        DateOnly.ParseExact($"2027-{monthAndDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
