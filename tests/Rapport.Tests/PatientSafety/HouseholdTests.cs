using Rapport.Core.Planning;
using Rapport.Tests.Day;

namespace Rapport.Tests.PatientSafety;

/// <summary>Wrong person and wrong household: rows 10 to 17 of <c>docs/safety/failures.md</c>.</summary>
public sealed class HouseholdTests
{
    private const string MothersPhone = "+15185550120";
    private const string Night = "2026-09-15 21:00";

    [Fact]
    public async Task Row_10_When_one_child_s_visit_is_cancelled_the_others_are_still_reminded()
    {
        using var practice = Family().ImportAndPlan();
        practice.MoveTo("2026-09-15 09:59");
        practice.Books(VisitRecord.For("ada", "2026-09-16 14:00").CancelledBy("pat")).ImportAndPlan();

        await practice.Live(Night);

        var message = practice.Outbox.ShouldHaveSingleItem();
        message.Body.ShouldContain("Leo");
        message.Body.ShouldContain("Tim");
        message.Body.ShouldNotContain("Ada");
    }

    [Fact]
    public async Task Row_11_When_a_number_is_stopped_staff_see_everybody_who_lost_a_reminder()
    {
        using var practice = Family().WithCarla().ImportAndPlan();
        practice.Pipeline.Outbox.Suppress(MothersPhone, "Its owner asked us to stop.", PracticeDay.At("2026-09-15 07:30"));
        practice.Plan();

        await practice.Live(Night);

        practice.OnlyCarlaHeard();
        practice.Tasks.Where(t => t.Code is "suppressed-address").Select(t => t.Patient.Value).Order().ShouldBe(["ada", "leo", "tim"]);
    }

    [Fact]
    public async Task Row_12_A_phone_of_two_adults_names_nobody_and_never_tells_one_of_the_other()
    {
        using var practice = PracticeDay.Open()
            .Has(PatientRecord.Of("Nora", "Falk").Born("1970-02-02").Texts("(518) 555-0130"), PatientRecord.Of("Paul", "Berg").Born("1969-03-03").Texts("(518) 555-0130"))
            .Books(VisitRecord.For("nora", "2026-09-16 09:10"), VisitRecord.For("paul", "2026-09-16 15:40").For("cleaning")).ImportAndPlan();

        await practice.Live("2026-09-16 21:00");

        practice.Outbox.ShouldNotBeEmpty();
        foreach (var message in practice.Outbox)
        {
            foreach (var telling in new[] { "Nora", "Falk", "Paul", "Berg", "cleaning", "check-up", "Sato" })
            {
                message.Everything.ShouldNotContain(telling);
            }

            (message.Body.Contains("9:10") && message.Body.Contains("3:40")).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Row_12_Two_adults_with_one_phone_and_visits_on_one_morning_are_both_reminded_or_a_person_is_asked()
    {
        using var practice = PracticeDay.Open()
            .Has(PatientRecord.Of("Nora", "Falk").Born("1970-02-02").Texts("(518) 555-0130"), PatientRecord.Of("Paul", "Berg").Born("1969-03-03").Texts("(518) 555-0130"))
            .Books(VisitRecord.For("nora", "2026-09-16 08:10"), VisitRecord.For("paul", "2026-09-16 08:40")).ImportAndPlan();

        await practice.Live("2026-09-16 21:00");

        var cared = practice.Pipeline.Touches.Sent().Select(s => s.Touch.Patient.Value).Concat(practice.Tasks.Select(t => t.Patient.Value));
        cared.Distinct().Order().ShouldBe(["nora", "paul"]);
    }

    [Fact]
    public async Task Row_12_Parents_who_live_apart_never_learn_of_each_other_s_children()
    {
        using var practice = PracticeDay.Open()
            .Has(PatientRecord.Of("Ada", "Moss").Born("2016-01-01"), PatientRecord.Of("Zoe", "Kerr").Born("2015-01-01"))
            .Files(Papers.Guardian("ada", "FTH", "Carl", "Moss", "(518) 555-0140"), Papers.Guardian("zoe", "FTH", "Carl", "Moss", "(518) 555-0140"),
                Papers.Guardian("zoe", "GUARD", "Iris", "Kerr", "(518) 555-0141"))
            .Books(VisitRecord.For("ada", "2026-09-16 09:10"), VisitRecord.For("zoe", "2026-09-16 10:20")).ImportAndPlan();

        await practice.Live(Night);

        practice.Outbox.Count.ShouldBe(2);
        practice.Outbox.Single(m => m.Address == "+15185550141").Everything.ShouldNotContain("Ada");
        practice.Outbox.Single(m => m.Address == "+15185550140").Everything.ShouldNotContain("Zoe");
    }

    [Theory]
    [InlineData("counselling", false)]
    [InlineData("check-up", true)]
    public async Task Row_13_A_parent_is_not_told_of_a_teenager_s_confidential_visit(string kind, bool isFlagged)
    {
        using var practice = PracticeDay.Open().WithCarla()
            .Has(PatientRecord.Of("Kim", "Vance").Born("2010-06-06").Texts("(518) 555-0151"))
            .Files(Papers.Guardian("kim", "MTH", "Joan", "Vance", "(518) 555-0150"))
            .Books(VisitRecord.For("kim", "2026-09-16 16:00").For(kind));
        if (isFlagged)
        {
            practice.Files(Papers.Flag("kim", "confidential", "2026-09-01"));
        }

        practice.ImportAndPlan();
        await practice.Live(Night);

        practice.OnlyCarlaHeardAndAPersonIsAskedAbout("kim", "confidential");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("555")]
    public async Task Row_14_A_guardian_who_cannot_be_reached_is_a_task_and_not_a_silence(string? phone)
    {
        using var practice = PracticeDay.Open().WithCarla().Has(PatientRecord.Of("Ada", "Moss").Born("2016-01-01"))
            .Files(Papers.Guardian("ada", "MTH", "Eva", "Moss", phone)).Books(VisitRecord.For("ada", "2026-09-16 09:10")).ImportAndPlan();

        await practice.Live(Night);

        practice.OnlyCarlaHeardAndAPersonIsAskedAbout("ada", "unreachable");
        practice.Explain("ada").ShouldContain("No usable mobile number or e-mail address is on record.");
    }

    [Fact]
    public async Task Row_15_Four_of_a_family_with_visits_on_one_day_get_one_message()
    {
        using var practice = Family().Has(PatientRecord.Of("Eva", "Moss").Born("1984-08-08").Texts("(518) 555-0120")).Books(VisitRecord.For("eva", "2026-09-16 15:00")).ImportAndPlan();

        await practice.Live("2026-09-16 21:00");

        var message = practice.Outbox.ShouldHaveSingleItem();
        foreach (var said in new[] { "Ada", "Leo", "Tim", "2:00 PM", "2:30 PM", "3:00 PM" })
        {
            message.Body.ShouldContain(said);
        }

        practice.Pipeline.Touches.Sent().Count.ShouldBe(4);
    }

    [Fact]
    public async Task Row_16_A_number_that_is_the_wrong_person_s_gets_nothing_more_for_anybody()
    {
        using var practice = Family().WithCarla().Has(PatientRecord.Of("Eva", "Moss").Born("1984-08-08").Texts("518-555-0120")).Books(VisitRecord.For("eva", "2026-09-18 15:00"));
        practice.Import();
        practice.Pipeline.Outbox.Suppress(MothersPhone, "The wrong person answered.", PracticeDay.At("2026-09-15 07:00"));
        practice.Plan();

        await practice.Live("2026-09-18 21:00");

        practice.OnlyCarlaHeard();
    }

    [Fact]
    public async Task Row_17_One_envelope_has_one_recipient()
    {
        using var practice = PracticeDay.Open()
            .Has(Somebody.Dora, PatientRecord.Of("Finn", "Lind").Born("1983-01-01").Mails("finn@example.org"), PatientRecord.Of("Gail", "Lind").Born("1982-01-01").Mails("gail@example.org"))
            .Books(VisitRecord.For("dora", "2026-09-16 09:00"), VisitRecord.For("finn", "2026-09-16 10:00"), VisitRecord.For("gail", "2026-09-16 11:00")).ImportAndPlan();

        await practice.Live(Night);

        practice.Outbox.Count.ShouldBe(3);
        foreach (var mail in practice.Outbox)
        {
            mail.Headers.Count(h => h.Name is "To").ShouldBe(1);
            mail.Headers.ShouldNotContain(h => h.Name == "Cc" || h.Name == "Bcc");
            mail.Everything.Split("@example.org").Length.ShouldBe(2, "one address, once");
        }
    }

    private static PracticeDay Family()
    {
        var practice = PracticeDay.Open();
        foreach (var (child, born, at) in new[] { ("Ada", "2016-01-01", "14:00"), ("Leo", "2018-02-02", "14:30"), ("Tim", "2020-03-03", "15:00") })
        {
            var id = child.ToLowerInvariant();
            practice.Has(PatientRecord.Of(child, "Moss").Born(born)).Files(Papers.Guardian(id, "MTH", "Eva", "Moss", "(518) 555-0120")).Books(VisitRecord.For(id, $"2026-09-16 {at}"));
        }

        return practice;
    }
}
