using Rapport.Tests.Day;

namespace Rapport.Tests.PatientSafety;

/// <summary>Too much, at the wrong hour, twice: rows 41 to 43 of <c>docs/safety/failures.md</c>.</summary>
public sealed class ContactBudgetTests
{
    private const string Night = "2026-09-15 21:00";

    [Fact]
    public async Task Row_41_All_programs_together_keep_to_one_message_a_day_and_three_a_week()
    {
        using var practice = PracticeDay.Open(settings: PracticeSettings.AssumesConsentForKindNotes)
            .Has(PatientRecord.Of("Ida", "Kohl").Born("1961-09-18").Texts("(518) 555-0170").Mails("ida@example.org"))
            .Files(Papers.Encounter("ida", "2026-09-14 10:00"), Papers.Encounter("ida", "2024-01-15 10:00"));
        foreach (var (day, number) in new[] { "16", "17", "18", "19", "21", "22", "23", "24", "25" }.Select((day, number) => (day, number)))
        {
            practice.Books(VisitRecord.For("ida", $"2026-09-{day} 09:00").Named($"visit-{number}"));
        }

        practice.ImportAndPlan();
        await practice.Live("2026-10-15 21:00");

        var days = practice.Outbox.Select(m => DateOnly.FromDateTime(m.At.DateTime)).ToList();
        days.Count.ShouldBeGreaterThan(3);
        days.ShouldBeUnique();
        foreach (var day in days)
        {
            days.Count(d => d >= day && d < day.AddDays(7)).ShouldBeLessThanOrEqualTo(3);
        }
    }

    [Fact]
    public async Task Row_41_A_patient_in_California_is_not_woken_by_a_practice_in_New_York()
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana.LivesIn("CA"), Somebody.Ben.LivesIn("NY"))
            .Books(VisitRecord.For("ana", "2026-09-16 14:15"), VisitRecord.For("ben", "2026-09-16 14:15")).ImportAndPlan();

        await practice.Live(Night);

        practice.Outbox.Single(m => m.Address == "+15185550101").At.ShouldBe(PracticeDay.At("2026-09-15 11:00"));
        practice.Outbox.Single(m => m.Address == "+15185550102").At.ShouldBe(PracticeDay.At("2026-09-15 10:00"));
    }

    [Fact]
    public async Task Row_41_What_changes_late_in_the_evening_is_told_in_the_morning()
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-24 14:15")).ImportAndPlan();
        practice.MoveTo("2026-09-15 21:30");
        practice.Books(VisitRecord.For("ana", "2026-09-24 14:15").MovedTo("2026-09-24 16:00")).ImportAndPlan();

        await practice.Deliver();
        practice.Outbox.ShouldBeEmpty();
        await practice.Live("2026-09-16 21:00");

        practice.Outbox.ShouldHaveSingleItem().At.ShouldBe(PracticeDay.At("2026-09-16 08:00"));
    }

    [Theory]
    [InlineData("2026-09-07", false)] // Labor Day
    [InlineData("2026-09-13", false)] // a Sunday
    [InlineData("2026-09-15", true)]
    public async Task Row_41_Kind_words_keep_Sundays_and_holidays_free(string birthday, bool isGreeted)
    {
        using var practice = PracticeDay.Open($"{birthday} 06:00", PracticeSettings.AssumesConsentForKindNotes)
            .Has(PatientRecord.Of("Ida", "Kohl").Born($"1961{birthday[4..]}").Texts("(518) 555-0170")).Files(Papers.Encounter("ida", "2026-08-03 10:00"))
            .Books(VisitRecord.For("ida", "2026-10-05 09:00")).ImportAndPlan();

        await practice.Live($"{birthday} 23:00");

        practice.Pipeline.Touches.Sent().Count(s => s.Touch.Step is "birthday").ShouldBe(isGreeted ? 1 : 0);
    }

    [Fact]
    public async Task Row_42_One_message_takes_one_channel()
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana.Mails("ana@example.org").HasLandline("518-555-0180")).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();

        await practice.Live("2026-09-16 21:00");

        practice.Outbox.ShouldHaveSingleItem().IsText.ShouldBeTrue();
    }

    [Fact]
    public async Task Row_43_Who_was_reminded_by_another_system_is_not_reminded_again()
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();
        practice.MoveTo("2026-09-15 09:59");
        practice.Files(Papers.SentByAnother("ana", "reminder", "2026-09-15 09:30")).Import();

        await practice.Live(Night);

        practice.OnlyCarlaHeard();
        practice.Explain("ana").ShouldContain("Another system reminded them");
    }
}
