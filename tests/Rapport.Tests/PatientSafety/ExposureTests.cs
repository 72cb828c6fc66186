using Rapport.Tests.Day;

namespace Rapport.Tests.PatientSafety;

/// <summary>What a message gives away: rows 18 to 21 of <c>docs/safety/failures.md</c>.</summary>
public sealed class ExposureTests
{
    private const string Night = "2026-09-15 21:00";

    [Theory]
    [InlineData("dora")]
    [InlineData("ana")]
    public async Task Row_18_A_sensitive_visit_is_spoken_of_in_neutral_words_from_a_neutral_sender(string patient)
    {
        using var practice = PracticeDay.Open().Has(Somebody.Dora, Somebody.Ana).Books(VisitRecord.For(patient, "2026-09-16 09:00").For("counselling")).ImportAndPlan();

        await practice.Live(Night);

        var message = practice.Outbox.ShouldHaveSingleItem();
        message.From.ShouldStartWith("Willow Office");
        foreach (var telling in new[] { "Family", "counsel", "Sato", "Riverside" })
        {
            message.Everything.ShouldNotContain(telling, Case.Insensitive);
        }

        (message.IsText || message.Everything.Contains("SUMMARY:Visit at Willow Office")).ShouldBeTrue();
        message.Body.ShouldContain("9:00 AM");
    }

    [Fact]
    public async Task Row_18_A_practice_whose_name_tells_sends_no_mail_under_it_and_explain_says_so()
    {
        using var practice = PracticeDay.Open(settings: all => all["practice"]!["name"] = "Willow Fertility Center").Has(Somebody.Dora)
            .Books(VisitRecord.For("dora", "2026-09-16 09:00")).ImportAndPlan();

        practice.Explain("dora").ShouldContain("Waits for a person");
        await practice.Live(Night);

        practice.Outbox.ShouldBeEmpty();
    }

    [Fact]
    public async Task Row_19_The_raw_reason_and_the_code_of_a_booking_appear_nowhere()
    {
        const string Code = "PAIN-LOWBACK-99";
        const string Reason = "PT C/O chronic pain";
        using var practice = PracticeDay.Open().Has(Somebody.Dora, Somebody.Ana);
        foreach (var patient in new[] { "dora", "ana" })
        {
            practice.Books(VisitRecord.For(patient, "2026-09-16 09:00").For(Code).With("description", Reason).With("comment", Reason)
                .With("reasonCode", new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["text"] = Reason })));
        }

        practice.ImportAndPlan();
        await practice.Live(Night);

        practice.Outbox.Count.ShouldBe(2);
        foreach (var message in practice.Outbox)
        {
            message.Everything.ShouldNotContain("pain", Case.Insensitive);
            message.Body.ShouldContain("visit");
        }

        File.ReadAllText(Path.Combine(practice.OutboxPath, "index.html")).ShouldNotContain("pain", Case.Insensitive);
        practice.Explain("dora").ShouldNotContain("pain", Case.Insensitive);
    }

    [Fact]
    public async Task Row_21_A_name_to_use_replaces_the_legal_one_everywhere()
    {
        using var practice = PracticeDay.Open().Has(PatientRecord.Of("Martha", "Quill").CalledBy("Max").Born("1990-01-01").Gender("male").Mails("mq@example.org"))
            .Books(VisitRecord.For("martha", "2026-09-16 09:00"), VisitRecord.For("martha", "2026-09-18 11:00").Named("second")).ImportAndPlan();

        await practice.Live("2026-09-18 21:00");

        practice.Outbox.Count.ShouldBeGreaterThan(1);
        practice.Outbox.ShouldContain(m => m.Everything.Contains("Max"));
        practice.Outbox.ShouldAllBe(m => !m.Everything.Contains("Martha"));
    }

    [Theory]
    [InlineData("male", "F", false, true)]
    [InlineData("female", "F", true, false)]
    [InlineData("female", "M", false, false)]
    [InlineData("female", "F", false, true)]
    public void Row_21_Screening_goes_by_organs_and_not_by_the_marker(string marker, string bornAs, bool hasHadHysterectomy, bool isDue)
    {
        using var practice = PracticeDay.Open().Has(PatientRecord.Of("Robin", "Hale").Born("1982-01-01").Gender(marker).SexAtBirth(bornAs).Texts("(518) 555-0160"))
            .Files(Papers.Encounter("robin", "2026-03-02 10:00"));
        if (hasHadHysterectomy)
        {
            practice.Files(Papers.Procedure("robin", Papers.Snomed, "116140006", "2020-05-05"));
        }

        practice.ImportAndPlan();
        var explanation = practice.Pipeline.Explaining.Explain("robin", PracticeDay.Ct).ShouldNotBeNull();

        // Too private for an open message either way: it is raised at a visit, with those who need it.
        explanation.Planned.ShouldNotContain(t => t.Subject.StartsWith("cervical"));
        explanation.Silences.Any(s => s.Subject.StartsWith("cervical") && s.Decisive.Code is "sensitive-service").ShouldBe(isDue);
    }
}
