using Rapport.Core.Planning;
using Rapport.Tests.Day;

namespace Rapport.Tests.PatientSafety;

/// <summary>Death, loss and grave news: rows 1 to 6 of <c>docs/safety/failures.md</c>.</summary>
public sealed class DeathAndLossTests
{
    private const string Night = "2026-09-15 21:00";

    [Fact]
    public async Task Row_01_Nobody_who_died_a_second_before_sending_is_written_to()
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();
        practice.MoveTo("2026-09-15 09:59");
        practice.Has(Somebody.Ana.Died("2026-09-15")).Import().Records.TouchesWithdrawn.ShouldBe(1);

        await practice.Live(Night);

        practice.OnlyCarlaHeard();
        practice.TouchesOf("ana").ShouldAllBe(t => t.Touch.Status == TouchStatus.Withdrawn && t.Reason == "patient is deceased");
        practice.Explain("ana").ShouldContain("The record says that the patient has died.");
    }

    [Theory]
    [InlineData("2026-09-14 23:00")]
    [InlineData("")]
    public async Task Row_01_An_older_or_undated_export_that_says_alive_again_is_not_believed(string exportedAt)
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana.Died("2026-09-14")).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();
        practice.Has(Somebody.Ana.Alive()).Import(exportedAt);
        practice.Plan();

        await practice.Live(Night);

        practice.OnlyCarlaHeard();
    }

    [Fact]
    public async Task Row_01_A_father_who_died_is_not_written_to_about_his_child()
    {
        using var practice = PracticeDay.Open().WithCarla()
            .Has(PatientRecord.Of("Omar", "Haddad").Born("1980-01-01").Texts("(518) 555-0111").Died("2026-09-01"), PatientRecord.Of("Lina", "Haddad").Born("2018-04-04"))
            .Files(Papers.Guardian("lina", "FTH", "Omar", "Haddad", "(518) 555-0111"))
            .Books(VisitRecord.For("lina", "2026-09-16 14:15")).ImportAndPlan();

        await practice.Live(Night);

        practice.OnlyCarlaHeardAndAPersonIsAskedAbout("lina", "no-guardian");
    }

    [Theory]
    [InlineData("Daughter called, her mother passed away on Sunday")]
    [InlineData("Su esposo falleció la semana pasada")]
    public async Task Row_02_A_note_that_speaks_of_a_death_stops_everything_and_asks_a_person(string note)
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-16 14:15")).Notes("ana", note).ImportAndPlan();

        await practice.Live(Night);

        practice.OnlyCarlaHeardAndAPersonIsAskedAbout("ana", "news-of-death");
    }

    [Fact]
    public async Task Row_03_The_mother_of_a_child_who_died_hears_neither_of_the_child_s_visit_nor_a_birthday_wish()
    {
        using var practice = PracticeDay.Open(settings: PracticeSettings.AssumesConsentForKindNotes).WithCarla()
            .Has(PatientRecord.Of("Ruth", "Adler").Born("1988-09-15").Texts("(518) 555-0112"), PatientRecord.Of("Jonas", "Adler").Born("2019-03-02"))
            .Files(Papers.Guardian("jonas", "MTH", "Ruth", "Adler", "(518) 555-0112"), Papers.Encounter("ruth", "2026-03-02 10:00"))
            .Books(VisitRecord.For("jonas", "2026-09-16 14:15")).ImportAndPlan();
        practice.MoveTo("2026-09-15 09:00");
        practice.Has(PatientRecord.Of("Jonas", "Adler").Born("2019-03-02").Died("2026-09-14")).ImportAndPlan();

        await practice.Live(Night);

        practice.OnlyCarlaHeard();
        practice.Explain("ruth").ShouldContain("Somebody of the household has died.");
    }

    [Fact]
    public async Task Row_04_A_list_of_visits_that_arrives_after_a_death_reaches_nobody_on_it_who_died()
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana.Died("2026-09-01"), Somebody.Ben.With("active", false)).ImportAndPlan();
        practice.Books(VisitRecord.For("ana", "2026-09-16 14:15"), VisitRecord.For("ben", "2026-09-16 15:00")).ImportAndPlan();

        await practice.Live(Night);

        practice.OnlyCarlaHeard();
    }

    [Fact]
    public async Task Row_05_Nobody_is_reminded_of_a_scan_after_a_pregnancy_was_lost()
    {
        using var practice = PracticeDay.Open(settings: PracticeSettings.AssumesConsentForKindNotes).WithCarla()
            .Has(PatientRecord.Of("Mia", "Sorel").Born("1994-09-15").Texts("(518) 555-0113"))
            .Files(Papers.Encounter("mia", "2026-09-14 10:00", kind: "scan"))
            .Books(VisitRecord.For("mia", "2026-09-16 14:15").For("scan")).ImportAndPlan();
        practice.MoveTo("2026-09-15 09:59");
        practice.Files(Papers.Flag("mia", "pregnancy-loss", "2026-09-14")).ImportAndPlan();

        await practice.Live("2026-09-20 21:00");

        practice.OnlyCarlaHeardAndAPersonIsAskedAbout("mia", "pregnancy-loss");
    }

    [Theory]
    [InlineData("bad-news")]
    [InlineData("grief")]
    [InlineData("complaint-open")]
    [InlineData("do-not-contact")]
    public async Task Row_06_Nobody_is_asked_how_it_went_after_grave_news_or_a_complaint(string warning)
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana, Somebody.Ben)
            .Files(Papers.Encounter("ana", "2026-09-14 10:00"), Papers.Encounter("ben", "2026-09-14 10:00"), Papers.Flag("ana", warning, "2026-09-14")).ImportAndPlan();

        await practice.Live(Night);

        AskedAfterTheirVisit(practice).ShouldBe(["ben"]);
    }

    [Theory]
    [InlineData("counselling", "AMB")]
    [InlineData("check-up", "IMP")]
    [InlineData("check-up", "EMER")]
    public async Task Row_06_Nobody_is_asked_how_it_went_after_a_sensitive_visit_or_a_hospital_stay(string kind, string place)
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana, Somebody.Ben)
            .Files(Papers.Encounter("ana", "2026-09-14 10:00", kind, place), Papers.Encounter("ben", "2026-09-14 10:00")).ImportAndPlan();

        await practice.Live(Night);

        AskedAfterTheirVisit(practice).ShouldBe(["ben"]);
    }

    private static IEnumerable<string> AskedAfterTheirVisit(PracticeDay practice) =>
        practice.Pipeline.Touches.Sent().Where(s => s.Touch.Program is "follow-up").Select(s => s.Touch.Patient.Value);
}
