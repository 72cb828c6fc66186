using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Rapport.Formats.ICalendar;
using Rapport.TestKit;

namespace Rapport.Formats.Tests.ICalendar;

public sealed class CalendarWriterTests
{
    private static readonly CalendarVisit Visit = new()
    {
        Uid = "visit-17@rapport.example",
        StartsAt = new(2026, 3, 10, 14, 30, 0, TimeSpan.Zero),
        Duration = TimeSpan.FromMinutes(30),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"),
        Summary = "Visit at Maple Street",
        Location = "12 Elm Street; Suite 4, Springfield",
        OrganizerName = "Maple \"Street\" Practice",
        OrganizerAddress = "care@maple.example",
        AttendeeAddress = "jane@home.example",
        WrittenAt = new(2026, 3, 3, 9, 5, 0, TimeSpan.Zero),
    };

    [Fact]
    public void A_visit_is_written_as_the_standard_shows_it() => CalendarWriter.Write(Visit).ShouldBe(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Rapport//Rapport//EN
        METHOD:PUBLISH
        BEGIN:VTIMEZONE
        TZID:America/Chicago
        BEGIN:DAYLIGHT
        DTSTART:20250309T020000
        TZOFFSETFROM:-0600
        TZOFFSETTO:-0500
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20251102T020000
        TZOFFSETFROM:-0500
        TZOFFSETTO:-0600
        RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:visit-17@rapport.example
        SEQUENCE:0
        DTSTAMP:20260303T090500Z
        DTSTART;TZID=America/Chicago:20260310T093000
        DTEND;TZID=America/Chicago:20260310T100000
        SUMMARY:Visit at Maple Street
        LOCATION:12 Elm Street\; Suite 4\, Springfield
        STATUS:CONFIRMED
        CLASS:PRIVATE
        TRANSP:OPAQUE
        ORGANIZER;CN="Maple 'Street' Practice":mailto:care@maple.example
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"));

    [Fact]
    public void A_cancelled_visit_leaves_the_calendar_under_the_id_it_came_with()
    {
        var read = ReadBack.Of(CalendarWriter.Write(Visit with { Method = CalendarMethod.Cancel, Sequence = 2 }));

        (read["METHOD"], read["STATUS"], read["UID"], read["SEQUENCE"]).ShouldBe(("CANCEL", "CANCELLED", Visit.Uid, "2"));
        read["ATTENDEE"].ShouldBe("mailto:jane@home.example");
    }

    [Fact]
    public void The_calendar_rings_no_bell_of_its_own() => CalendarWriter.Write(Visit).ShouldNotContain("VALARM");

    [Fact]
    public void A_visit_is_on_time_on_both_sides_of_every_clock_change_in_the_world()
    {
        var rows = Csv.Read(Path.Combine(SharedData.Require("vectors-timezone"), "transitions_2024_2030.csv")).ToList();
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var change = DateTimeOffset.Parse(row["utc"], CultureInfo.InvariantCulture);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(row["zone"]);
            wrong.AddRange(
                from minutes in new[] { -1440, -90, -31, 29, 90, 1440 }
                let visit = Visit with { Zone = zone, StartsAt = change.AddMinutes(minutes) }
                let read = ReadBack.Of(CalendarWriter.Write(visit))
                where read.At("DTSTART") != visit.StartsAt || read.At("DTEND") != visit.StartsAt + visit.Duration
                select $"{row["zone"]} {visit.StartsAt:u}");
        }

        rows.Count.ShouldBeGreaterThan(100);
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/Phoenix")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Europe/Dublin")]
    [InlineData("Australia/Lord_Howe")]
    public void Any_day_of_the_year_is_right_in_zones_with_habits_of_their_own(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        for (var day = 0; day < 365; day++)
        {
            var visit = Visit with { Zone = zone, StartsAt = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day) };

            ReadBack.Of(CalendarWriter.Write(visit)).At("DTSTART").ShouldBe(visit.StartsAt);
        }
    }

    [Fact]
    public void Whatever_the_words_lines_stay_short_and_the_words_come_back() =>
        Prop.ForAll(Words, text =>
        {
            var ics = CalendarWriter.Write(Visit with { Summary = "x" + text, Description = "d" + text, OrganizerName = text });

            ics.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
            ics.Replace("\r\n", "").ShouldNotContain('\n');
            ReadBack.Of(ics).Names.ShouldBe(ReadBack.Of(CalendarWriter.Write(Visit with { Description = "d", OrganizerName = text })).Names);
            ReadBack.Of(ics).Text("SUMMARY").ShouldBe("x" + text);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Words => Gen.Elements(
        "a", " ", ",", ";", ":", "\"", "é", "日本", "😀", "END:VEVENT", "a long summary that needs folding more than once, surely, when it is repeated")
        .ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void A_line_break_in_the_words_does_not_start_a_property()
    {
        var ics = CalendarWriter.Write(Visit with { Summary = "Visit\r\nATTACH:evil\u2028x\u0007", Uid = "u\r\nX:y", OrganizerAddress = "a@b\r\nX:y" });

        ics.Split("\r\n").ShouldNotContain(line => line.StartsWith("ATTACH") || line.StartsWith("X:"));
        ics.ShouldContain("SUMMARY:Visit\\nATTACH:evil\\nx \r\n");
    }
}
