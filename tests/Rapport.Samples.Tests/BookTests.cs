using System.Text.Json.Nodes;

namespace Rapport.Samples.Tests;

public sealed class BookTests(Demo demo)
{
    [Fact]
    public void No_clinician_has_two_visits_at_once()
    {
        OnTheBook(demo.Morning).GroupBy(visit => (Clinician(visit), Start(visit))).ShouldAllBe(visits => visits.Count() == 1);
        OnTheBook(demo.Yesterday).GroupBy(visit => (Clinician(visit), Start(visit))).ShouldAllBe(visits => visits.Count() == 1);
    }

    [Fact]
    public void The_next_ten_days_have_visits_and_most_of_them_tomorrow_or_in_three_days()
    {
        var days = OnTheBook(demo.Morning).Select(visit => DateOnly.FromDateTime(Start(visit).Date).DayNumber - Demo.Today.DayNumber)
            .Where(ahead => ahead >= 0).ToList();

        days.Count.ShouldBeInRange(55, 85);
        days.Max().ShouldBeLessThanOrEqualTo(10);
        days.Count(ahead => ahead is 0).ShouldBeGreaterThan(4);
        days.Count(ahead => ahead is 1).ShouldBeGreaterThan(12);
        days.Count(ahead => ahead is 3).ShouldBeGreaterThan(12);
    }

    [Fact]
    public void A_slot_is_busy_exactly_when_a_visit_holds_it()
    {
        SlotsThatLie(demo.Morning).ShouldBeEmpty();
        SlotsThatLie(demo.Yesterday).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2028-02-29")]
    [InlineData("2027-01-01")]
    [InlineData("2026-03-07")]
    [InlineData("2026-11-01")]
    [InlineData("2026-08-16")]
    public void Leap_days_new_year_clock_changes_and_Sundays_are_days_like_any_other(string day)
    {
        var folder = Directory.CreateTempSubdirectory("rapport-demo-");
        try
        {
            var today = DateOnly.Parse(day);
            var summary = DemoPractice.Write(folder.FullName, today, patients: DemoPractice.FewestPatients);

            Enum.GetValues<DemoCase>().ShouldAllBe(what => summary.All(what).Count > 0);
            var morning = new Export(summary.TodayFolder);
            morning.Of("Patient").Count().ShouldBe(DemoPractice.FewestPatients);
            summary.All(DemoCase.BirthdayToday).ShouldAllBe(who => ((string)morning[who]["birthDate"]!).EndsWith(day.Substring(4)));
            SlotsThatLie(morning).ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Fewer_patients_than_the_cast_needs_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => DemoPractice.Write("never-made", Demo.Today, patients: 20));
    }

    private static IEnumerable<string> SlotsThatLie(Export export)
    {
        var held = OnTheBook(export).Where(visit => visit["slot"] is not null).Select(visit => (string)visit["slot"]![0]!["reference"]!).ToHashSet();
        return export.Of("Slot").Where(slot => (string?)slot["status"] is "busy" != held.Contains($"Slot/{(string)slot["id"]!}"))
            .Select(slot => (string)slot["id"]!);
    }

    private static IEnumerable<JsonObject> OnTheBook(Export export) => export.Of("Appointment").Where(visit =>
        (string?)visit["status"] is "booked" or "pending" or "arrived" or "fulfilled" && (string?)visit["id"] is not "odd-start");

    private static string Clinician(JsonObject visit) => (string)visit["participant"]![1]!["actor"]!["display"]!;

    private static DateTimeOffset Start(JsonObject visit)
    {
        var start = DateTimeOffset.Parse((string)visit["start"]!);
        return TimeZoneInfo.ConvertTime(start, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
    }
}
