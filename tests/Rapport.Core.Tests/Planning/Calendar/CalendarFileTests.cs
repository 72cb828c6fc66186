using Rapport.Core.Planning.Calendar;

namespace Rapport.Core.Tests.Planning.Calendar;

/// <summary>A practice may keep a calendar of its own; a slip in it is named, never half obeyed.</summary>
public sealed class CalendarFileTests
{
    private const string Row = """
        { "id": "tea", "title": "Tea", "specialties": ["primary"],
          "when": { "nth": 1, "weekday": "Friday", "month": 1, "opens": -9, "closes": 0 },
          "audience": { "ageMin": 18, "reason": "any-visit", "withinMonths": 24 },
          "snippet": { "en": "Tea is hot.", "es": "Quema.", "grade": 1 },
          "source": "A cup", "sourceDate": "2026-11", "tag": "K", "approver": "Nobody yet", "validTo": "2030-01-01" }
        """;

    [Fact]
    public void A_calendar_of_the_practice_is_read()
    {
        var calendar = EducationCalendar.Parse(File(Row));

        calendar.Rows.ShouldHaveSingleItem().Id.ShouldBe("tea");
    }

    [Fact]
    public void A_window_that_begins_before_New_Year_is_found_from_both_sides()
    {
        var calendar = EducationCalendar.Parse(File(Row));
        var expected = (new DateOnly(2026, 12, 23), new DateOnly(2027, 1, 1));

        calendar.OpenOn(new DateOnly(2026, 12, 31)).Select(open => (open.From, open.Until)).ShouldBe([expected]);
        calendar.OpenOn(new DateOnly(2027, 1, 1)).Select(open => (open.From, open.Until)).ShouldBe([expected]);
    }

    [Theory]
    [InlineData("\"month\": 1", "\"month\": 13", "tea: month is not a whole number from 1 to 12.")]
    [InlineData("\"nth\": 1", "\"nth\": 5", "tea: nth is not a whole number from 1 to 4.")]
    [InlineData("\"nth\": 1, ", "", "tea: when needs fromDay, nth or last.")]
    [InlineData("\"closes\": 0", "\"closes\": -10", "tea: closes is not a whole number from -9 to 31.")]
    [InlineData("Friday", "Freitag", "tea: weekday is not one of Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday.")]
    [InlineData("any-visit", "likes-tea", "tea: reason is not one of any-visit, contact-lenses, dental-visit, eye-exam, physical-therapy, well-child.")]
    [InlineData("[\"primary\"]", "[]", "tea: specialties is empty.")]
    [InlineData("[\"primary\"]", "[\"primary\", \"teeth\"]", "tea: specialties is not one of behavioural-health, dental, dermatology, obstetrics, optometry, paediatrics, physical-therapy, primary.")]
    [InlineData("\"audience\"", "\"people\"", "tea: audience is not an object.")]
    [InlineData("\"source\"", "\"posted\": \"It is hot.\", \"source\"", "tea: audience stands on a row that is only posted.")]
    [InlineData("\"ageMin\": 18", "\"ageMin\": 18, \"ageMax\": 17", "tea: ageMax is not a whole number from 18 to 120.")]
    [InlineData("\"es\": \"Quema.\", ", "", "tea: es is not a text.")]
    [InlineData("\"A cup\"", "\" \"", "tea: source is empty.")]
    [InlineData("2030-01-01", "next year", "tea: validTo is not a date.")]
    [InlineData("\"id\": \"tea\", ", "", "calendar row 1: id is not a text.")]
    public void A_slip_is_named_with_its_row_and_field(string right, string wrong, string complaint) =>
        Should.Throw<InvalidDataException>(() => EducationCalendar.Parse(File(Row.Replace(right, wrong)))).Message.ShouldBe(complaint);

    [Fact]
    public void A_day_that_a_month_does_not_have_every_year_is_refused()
    {
        var row = Row.Replace("\"nth\": 1, \"weekday\": \"Friday\", \"month\": 1", "\"month\": 2, \"fromDay\": 20, \"untilDay\": 29");

        Should.Throw<InvalidDataException>(() => EducationCalendar.Parse(File(row)))
            .Message.ShouldBe("tea: untilDay is not a whole number from 20 to 28.");
    }

    [Fact]
    public void An_id_may_stand_on_one_row_only() =>
        Should.Throw<InvalidDataException>(() => EducationCalendar.Parse(File($"{Row},{Row}")))
            .Message.ShouldBe("tea: the id stands on more than one row.");

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"version\": \"1\", \"rows\": [7] }")]
    public void A_file_that_is_no_calendar_is_refused(string text) =>
        Should.Throw<InvalidDataException>(() => EducationCalendar.Parse(text));

    private static string File(string rows) => $$"""{ "version": "1", "rows": [{{rows}}] }""";
}
