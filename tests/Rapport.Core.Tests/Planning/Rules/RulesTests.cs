using Rapport.Core.Planning;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Planning.Rules;

public sealed class RulesTests
{
    // A visit on Friday, a birthday on Wednesday.
    private static readonly Planner Both = Plans.Of(new Core.Planning.Programs.AppointmentProgram(), new Core.Planning.Programs.MomentsProgram());

    [Fact]
    public void Nobody_who_has_died_is_written_to()
    {
        var plan = Both.At(A.Morning, Birthday().Deceased());

        plan.Touches.ShouldBeEmpty();
        plan.Tasks.ShouldBeEmpty();
        plan.SilenceOf("confirm").ShouldBe("deceased");
    }

    [Fact]
    public void The_family_of_somebody_who_died_lately_is_left_in_peace_but_their_visits_are_still_told()
    {
        var plan = Both.At(A.Morning, Birthday(), A.Patient("p2").WithMobile("+15185550122").Deceased("2026-01-20"));

        plan.SilenceOf("birthday").ShouldBe("grief");
        plan.Steps().ShouldBe(["confirm", "remind"]);
    }

    [Fact]
    public void A_death_long_ago_does_not_silence_a_family_for_ever() =>
        Both.At(A.Morning, Birthday(), A.Patient("p2").Deceased("2024-01-20")).Steps().ShouldContain("birthday");

    [Fact]
    public void Grief_on_one_chart_quietens_the_whole_household() =>
        Both.At(A.Morning, Birthday(), A.Patient("p2").Warned(WarningKind.Grief)).SilenceOf("birthday").ShouldBe("grief");

    [Fact]
    public void Grief_that_a_person_has_ended_is_over() =>
        Both.At(A.Morning, Birthday().Warned(WarningKind.Grief, until: "2026-03-02")).Steps().ShouldContain("birthday");

    [Fact]
    public void After_a_lost_pregnancy_a_person_looks_at_the_visits_that_are_still_booked()
    {
        var plan = Plans.ForVisits(A.Patient().Warned(WarningKind.PregnancyLoss).Seeing(A.Visit("scan").Sensitive(), A.Visit("teeth").For("cleaning").Starting("2026-03-09T10:00-04:00")));

        plan.Touches.ShouldAllBe(t => t.Subject.StartsWith("teeth"));
        plan.TaskCodes().ShouldBe(["pregnancy-loss"]);
    }

    [Fact]
    public void After_grave_news_nothing_but_visits_is_written_about() =>
        Both.At(A.Morning, Birthday().Warned(WarningKind.BadNews)).SilenceOf("birthday").ShouldBe("grief");

    [Theory]
    [InlineData("Husband passed away in May")]
    [InlineData("Her mother died last week, be gentle")]
    [InlineData("Recently WIDOWED.")]
    [InlineData("She lost her son.")]
    [InlineData("Su esposo falleció en enero")]
    [InlineData("Perdió a su mamá")]
    [InlineData("Su papá murió")]
    public void When_a_note_says_that_somebody_died_everything_stops_and_a_person_looks(string note)
    {
        var plan = Both.At(A.Morning, Birthday().Noted(note));

        plan.Touches.ShouldBeEmpty();
        plan.SilenceOf("confirm").ShouldBe("news-of-death");
        plan.Tasks.ShouldHaveSingleItem().Code.ShouldBe("news-of-death");
        plan.Tasks[0].Because.ShouldNotContain(note);
    }

    [Theory]
    [InlineData("Lost a job in spring")]
    [InlineData("Caring for a parent with dementia")]
    [InlineData("Studied in Madrid, loves deadlifts")]
    [InlineData("Likes to be called after work")]
    public void Other_notes_stop_nothing(string note) => Both.At(A.Morning, Birthday().Noted(note)).Tasks.ShouldBeEmpty();

    [Fact]
    public void A_note_that_a_person_has_looked_at_stops_nothing() =>
        Both.At(A.Morning, Birthday().Noted("Husband passed away in 2004", tag: "loss-reviewed")).Tasks.ShouldBeEmpty();

    [Fact]
    public void A_note_of_a_death_keeps_cheerful_words_from_the_rest_of_the_house() =>
        Both.At(A.Morning, Birthday(), A.Patient("p2").Noted("Her husband passed away")).SilenceOf("birthday").ShouldBe("grief");

    [Fact]
    public void A_closed_record_is_left_alone() => Plans.ForVisits(Friday().Closed()).SilenceOf("confirm").ShouldBe("not-active");

    [Fact]
    public void A_safe_contact_flag_leaves_everything_to_a_person()
    {
        var plan = Plans.ForVisits(Friday().Warned(WarningKind.SafeContact));

        plan.Touches.ShouldBeEmpty();
        plan.TaskCodes().ShouldContain("safe-contact");
    }

    [Fact]
    public void Who_asked_not_to_be_contacted_is_told_of_a_moved_visit_by_a_person()
    {
        var plan = Plans.ForVisits(A.Patient().Warned(WarningKind.DoNotContact).Seeing(A.Visit().MovedFrom("2026-03-05T14:00-05:00", "2026-03-03T08:00-05:00")));

        plan.Touches.ShouldBeEmpty();
        plan.TaskCodes().ShouldBe(["do-not-contact"]);
    }

    [Fact]
    public void While_a_complaint_is_open_only_visits_are_written_about()
    {
        var plan = Both.At(A.Morning, Birthday().Warned(WarningKind.ComplaintOpen));

        plan.Steps().ShouldBe(["confirm", "remind"]);
        plan.SilenceOf("birthday").ShouldBe("complaint-open");
    }

    [Fact]
    public void Who_was_not_seen_for_years_is_not_greeted() =>
        Both.At(A.Morning, Birthday().NeverSeen().SeenOn("2021-05-05")).SilenceOf("birthday").ShouldBe("relationship-expired");

    [Fact]
    public void Who_never_came_is_not_greeted() => Both.At(A.Morning, Birthday().NeverSeen()).SilenceOf("birthday").ShouldBe("never-seen");

    [Fact]
    public void A_kept_appointment_shows_that_somebody_came_where_the_export_has_no_encounters() =>
        Both.At(A.Morning, Birthday().NeverSeen().Seeing(A.Visit("old").Starting("2025-09-01T10:00-04:00").Being(VisitStatus.Finished))).Steps().ShouldContain("birthday");

    [Fact]
    public void A_teenagers_sensitive_visit_is_told_to_nobody_else()
    {
        var plan = Plans.ForVisits(A.Patient().Aged(15).CaredForBy(A.Mother()).Seeing(A.Visit().Sensitive()));

        plan.Touches.ShouldBeEmpty();
        plan.TaskCodes().ShouldContain("confidential");
    }

    [Fact]
    public void A_small_childs_visit_is_told_to_the_parent_and_an_adults_sensitive_visit_to_the_adult()
    {
        Plans.ForVisits(A.Patient().Aged(6).CaredForBy(A.Mother()).Seeing(A.Visit())).Step("confirm").Recipient.PersonId.ShouldBe("r1");
        Plans.ForVisits(A.Patient().Aged(30).CaredForBy(A.Mother()).Seeing(A.Visit().Sensitive())).Step("confirm").Recipient.IsPatient.ShouldBeTrue();
    }

    [Fact]
    public void What_another_system_said_today_is_not_said_again() =>
        Plans.ForVisits(Friday().RemindedByOthers("2026-03-03T08:00-05:00")).SilenceOf("confirm").ShouldBe("reminded-by-others");

    [Fact]
    public void The_lot_is_stable_and_draws_about_the_share_that_was_asked_for_and_never_touches_visits()
    {
        var context = A.Context(practice: A.Practice() with { HoldoutPercent = 20 });
        var heldOut = 0;
        for (var i = 0; i < 1000; i++)
        {
            var household = new Household(new Core.Primitives.HouseholdId($"h{i}"), [Birthday().Picture]);
            var plan = Both.Plan(household, context);

            plan.Touches.Where(t => t.Program is "appointment").ShouldAllBe(t => t.Status == TouchStatus.Planned);
            Both.Plan(household, context).Touches.ShouldBe(plan.Touches);
            heldOut += plan.Touches.Count(t => t.Status is TouchStatus.HeldOut);
        }

        heldOut.ShouldBeInRange(160, 240);
    }

    private static PatientBuilder Friday() => A.Patient().Seeing(A.Visit());

    private static PatientBuilder Birthday() => Friday().BornOn("1980-03-04");
}
