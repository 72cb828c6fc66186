using System.Globalization;
using System.Text.Json;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Calendar;

/// <summary>Reads and checks the calendar file; each complaint names the row and the field.</summary>
internal static class CalendarReader
{
    public static EducationCalendar Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = new Field("calendar", document.RootElement);
            var calendar = new EducationCalendar(root.Text("version"), [.. root.Items("rows").Select(Row)]);
            var twice = calendar.Rows.GroupBy(row => row.Id, StringComparer.Ordinal).FirstOrDefault(rows => rows.Skip(1).Any());
            return twice is null ? calendar : throw new InvalidDataException($"{twice.Key}: the id stands on more than one row.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"calendar: is not JSON ({e.Message})", e);
        }
    }

    private static CalendarRow Row(Field item)
    {
        var id = item.Text("id");
        var row = item.Named(id);
        return new CalendarRow
        {
            Id = id,
            Title = row.Text("title"),
            Specialties = row.WordList("specialties", Words.Specialties),
            When = Rule(row.Inner("when")),
            Audience = row.Has("posted") ? null : Audience(row.Inner("audience")),
            PostedBecause = row.Has("posted") ? PostedOnly(row) : null,
            Snippet = Snippet(row.Inner("snippet")),
            Source = row.Text("source"),
            SourceDate = PartialDate.TryParse(row.Text("sourceDate"), out var date) ? date : throw row.Wrong("sourceDate", "is not a date"),
            Tag = row.Word("tag", Words.Tags),
            Approver = row.Text("approver"),
            ValidTo = DateOnly.TryParseExact(row.Text("validTo"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
                ? end
                : throw row.Wrong("validTo", "is not a date"),
        };
    }

    // A row is either sent or posted: one that says both would leave open which of the two binds.
    private static string PostedOnly(Field row) =>
        row.Has("audience") ? throw row.Wrong("audience", "stands on a row that is only posted") : row.Text("posted");

    private static CalendarRule Rule(Field when)
    {
        var month = when.Number("month", 1, 12);
        if (when.Has("fromDay"))
        {
            // 2027 is no leap year: a window that ends on 29 February would not exist in most years.
            var from = when.Number("fromDay", 1, DateTime.DaysInMonth(2027, month));
            return new CalendarRule.FixedDays(month, from, when.Number("untilDay", from, DateTime.DaysInMonth(2027, month)));
        }

        var opens = when.Number("opens", -31, 31);
        var closes = when.Number("closes", opens, 31);
        if (when.Has("nth"))
        {
            return new CalendarRule.NthWeekday(when.Number("nth", 1, 4), when.Word("weekday", Words.Weekdays), month, opens, closes);
        }

        return when.Has("last")
            ? new CalendarRule.LastWeekday(when.Word("last", Words.Weekdays), month, opens, closes)
            : throw when.Wrong("when", "needs fromDay, nth or last");
    }

    private static CalendarAudience Audience(Field audience)
    {
        var youngest = audience.Number("ageMin", 0, 120);
        int? oldest = audience.Has("ageMax") ? audience.Number("ageMax", youngest, 120) : null;
        return new(youngest, oldest, audience.Word("reason", Words.Reasons), audience.Number("withinMonths", 1, 120));
    }

    private static Snippet Snippet(Field snippet) => new(
        snippet.Text("en"),
        snippet.Text("es"),
        snippet.Has("enSms") ? snippet.Text("enSms") : null,
        snippet.Has("esSms") ? snippet.Text("esSms") : null,
        snippet.Grade("grade"));
}
