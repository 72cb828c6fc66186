using Rapport.Tests.Day;

namespace Rapport.Tests.PatientSafety;

/// <summary>What people asked for: rows 44 to 48, and 55, of <c>docs/safety/failures.md</c>.</summary>
public sealed class WishesTests
{
    private const string AnasPhone = "+15185550101";
    private const string Night = "2026-09-15 21:00";

    [Fact]
    public async Task Row_44_Who_refused_texts_is_written_to_by_e_mail_and_by_nothing_else()
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana.Mails("ana@example.org")).Files(Papers.Consent("ana", false, ["sms"], [], "2026-01-01"))
            .Books(VisitRecord.For("ana", "2026-09-16 14:15"), VisitRecord.For("ana", "2026-09-18 14:15").Named("second")).ImportAndPlan();

        await practice.Live("2026-09-18 21:00");

        practice.Outbox.Count.ShouldBeGreaterThan(1);
        practice.Outbox.ShouldAllBe(m => m.IsMail && m.Address == "ana@example.org");
    }

    [Fact]
    public async Task Row_44_The_latest_word_on_a_channel_counts_and_a_landline_is_never_texted()
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana, PatientRecord.Of("Otto", "Lang").Born("1950-01-01").HasLandline("(518) 555-0181"))
            .Files(Papers.Consent("ana", true, [], ["care"], "2026-01-01"), Papers.Consent("ana", false, ["sms"], ["care"], "2026-08-01"))
            .Books(VisitRecord.For("ana", "2026-09-16 14:15"), VisitRecord.For("otto", "2026-09-16 14:45")).ImportAndPlan();

        await practice.Live(Night);

        practice.OnlyCarlaHeardAndAPersonIsAskedAbout("otto", "unreachable");
        practice.Explain("ana").ShouldContain("No consent for care messages by sms.");
    }

    [Fact]
    public async Task Row_44_A_refusal_that_names_no_channel_and_no_purpose_refuses_all()
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana).Files(Papers.Consent("ana", false, [], [], "2026-08-01"))
            .Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();

        await practice.Live(Night);

        practice.OnlyCarlaHeard();
    }

    [Fact]
    public async Task Row_45_Stop_means_stop_for_every_program()
    {
        using var practice = PracticeDay.Open(settings: PracticeSettings.AssumesConsentForKindNotes).WithCarla()
            .Has(PatientRecord.Of("Ida", "Kohl").Born("1961-09-15").Texts("(518) 555-0170"))
            .Files(Papers.Encounter("ida", "2026-09-14 10:00"), Papers.Encounter("ida", "2024-01-15 10:00"))
            .Books(VisitRecord.For("ida", "2026-09-18 14:15"));
        practice.Import();
        practice.Pipeline.Outbox.Suppress("+15185550170", "Its owner asked us to stop.", PracticeDay.At("2026-09-15 07:00"));
        practice.Plan();

        await practice.Live("2026-11-01 21:00");

        practice.Outbox.ShouldAllBe(m => m.Address == Somebody.CarlasPhone);
    }

    [Fact]
    public async Task Row_46_Who_opts_out_one_second_before_sending_gets_nothing()
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();
        practice.MoveTo("2026-09-15 09:59");
        practice.Pipeline.Outbox.Suppress(AnasPhone, "Its owner asked us to stop.", PracticeDay.At("2026-09-15 09:59"));

        await practice.Live(Night);

        practice.OnlyCarlaHeard();
        practice.TouchesOf("ana").ShouldHaveSingleItem().Reason.ShouldNotBeNull().ShouldContain("asked us to stop");
    }

    [Theory]
    [InlineData("required", null, 0)]
    [InlineData("required", true, 1)]
    [InlineData("assumed", null, 1)]
    [InlineData("assumed", false, 0)]
    public async Task Row_47_Kind_words_need_a_consent_of_their_own(string settings, bool? consent, int wishes)
    {
        using var practice = PracticeDay.Open(settings: all => all["relationshipConsent"] = settings)
            .Has(PatientRecord.Of("Ida", "Kohl").Born("1961-09-15").Texts("(518) 555-0170")).Files(Papers.Encounter("ida", "2026-08-03 10:00"))
            .Books(VisitRecord.For("ida", "2026-10-05 09:00"));
        if (consent is { } isPermit)
        {
            practice.Files(Papers.Consent("ida", isPermit, [], ["relationship"], "2026-01-01"));
        }

        practice.ImportAndPlan();
        await practice.Live(Night);

        practice.Pipeline.Touches.Sent().Count(s => s.Touch.Step is "birthday").ShouldBe(wishes);
    }

    [Fact]
    public async Task Row_55_Who_reads_neither_English_nor_Spanish_is_left_to_a_person_and_never_gets_English()
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana.Speaks("vi")).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();

        await practice.Live(Night);

        practice.OnlyCarlaHeardAndAPersonIsAskedAbout("ana", "no-template-in-language");
    }

    [Fact]
    public async Task Row_48_Two_visits_in_a_fortnight_are_asked_after_once()
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana).Files(Papers.Encounter("ana", "2026-09-14 10:00")).ImportAndPlan();
        await practice.Live(Night);
        practice.MoveTo("2026-09-24 07:00");
        practice.Files(Papers.Encounter("ana", "2026-09-23 10:00")).ImportAndPlan();

        await practice.Live("2026-09-27 21:00");

        practice.Pipeline.Touches.Sent().Count(s => s.Touch.Program is "follow-up").ShouldBe(1);
        practice.Outbox.ShouldAllBe(m => !m.Body.Contains("review", StringComparison.OrdinalIgnoreCase) && !m.Body.Contains("rate us", StringComparison.OrdinalIgnoreCase));
    }
}
