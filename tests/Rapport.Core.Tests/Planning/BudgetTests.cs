using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Planning;

public sealed class BudgetTests
{
    [Fact]
    public void One_message_a_day_is_enough()
    {
        var plan = Wished(A.Patient(), p => Care(p, "one"), p => Care(p, "two"));

        plan.Touches.Select(t => t.BestAt()).Order().ShouldBe(["2026-03-03 10:00", "2026-03-04 10:00"]);
    }

    [Fact]
    public void Three_in_any_seven_days_are_enough()
    {
        var plan = Wished(A.Patient(), p => Care(p, "one"), p => Care(p, "two"), p => Care(p, "three"), p => Care(p, "four"));

        plan.Touches.Select(t => t.BestAt()[..10]).Order().ShouldBe(["2026-03-03", "2026-03-04", "2026-03-05", "2026-03-10"]);
    }

    [Fact]
    public void What_left_this_morning_counts() =>
        Wished(A.Patient().Told("moments", "x", "welcome", "2026-03-03T08:30-05:00"), p => Care(p, "one")).Step("one").BestAt().ShouldBe("2026-03-04 10:00");

    [Fact]
    public void What_is_on_its_way_at_this_moment_counts_too() =>
        Wished(A.Patient().Meant("moments", "x", "welcome", TouchStatus.Claimed), p => Care(p, "one")).Step("one").BestAt().ShouldBe("2026-03-04 10:00");

    [Fact]
    public void What_was_withdrawn_costs_nothing() =>
        Wished(A.Patient().Meant("moments", "x", "welcome", TouchStatus.Withdrawn), p => Care(p, "one")).Step("one").BestAt().ShouldBe("2026-03-03 10:00");

    [Fact]
    public void A_mail_is_no_way_round_the_budget_of_texts() =>
        Wished(A.Patient().Unreachable().WithEmail().Told("moments", "x", "welcome", "2026-03-03T08:30-05:00"), p => Visit(p, "one")).Step("one").BestAt().ShouldBe("2026-03-04 10:00");

    [Fact]
    public void Two_grown_people_of_one_house_are_not_both_written_to_on_one_day_unless_it_is_about_a_visit()
    {
        var (ana, ben) = (A.Patient("a"), A.Patient("b").WithMobile("+15185550122"));

        Wished([ana, ben], p => Care(p, "one")).Touches.Select(t => t.BestAt()[..10]).Distinct().Count().ShouldBe(2);
        Wished([ana, ben], p => Visit(p, "one")).Touches.Select(t => t.BestAt()[..10]).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void The_most_urgent_comes_first()
    {
        var plan = Wished(A.Patient(), p => Kind(p, "kind"), p => Care(p, "care"), p => Visit(p, "visit"));

        plan.Touches.OrderBy(t => t.Window.BestAt).Select(t => t.Step).ShouldBe(["visit", "care", "kind"]);
    }

    [Fact]
    public void A_notice_is_told_whatever_the_budget_says() =>
        Wished(
                A.Patient().Told("a", "x", "y", "2026-03-03T08:10-05:00").Told("a", "x", "z", "2026-03-02T08:10-05:00").Told("a", "x", "w", "2026-03-01T08:10-05:00"),
                p => Wishing.Wish(p, "notice", "2026-03-03T08:00-05:00", "2026-03-03T08:00-05:00", "2026-03-05T08:00-05:00", Urgency.Notice))
            .Step("notice").BestAt().ShouldBe("2026-03-03 08:00");

    [Fact]
    public void A_mother_of_four_is_reminded_of_every_visit_that_three_messages_a_week_allow_and_a_person_tells_the_rest()
    {
        PatientBuilder Child(int i) => A.Patient($"c{i}").Called($"C{i}").Aged(8).Unreachable().CaredForBy(A.Mother($"r{i}")).Seeing(A.Visit($"v{i}").Starting($"2026-03-{i + 5:00}T14:00-05:00"));

        var plan = Plans.ForVisits(Child(1), Child(2), Child(3), Child(4));

        plan.Steps().ShouldBe(["remind", "remind", "remind"]);
        plan.TaskCodes().ShouldBe(["contact-budget"]);
    }

    [Fact]
    public void A_message_of_three_touches_is_one_contact()
    {
        const string Friday = "2026-03-02T10:30-05:00";
        var patient = A.Patient().Told("recall", "a", "invite", Friday).Told("recall", "b", "invite", Friday).Told("recall", "c", "invite", Friday);

        Wished(patient, p => Care(p, "one")).Step("one").BestAt().ShouldBe("2026-03-03 10:00");
    }

    [Fact]
    public void A_kind_word_that_Sunday_pushes_to_Monday_takes_Mondays_room()
    {
        // Saturday is taken, Sunday is quiet, and Monday holds a message already.
        var plan = Plans.Of(new Wishing(
            p => Wishing.Wish(p, "kind", "2026-03-07T10:00-05:00", "2026-03-07T11:00-05:00", "2026-03-14T18:00-05:00", Urgency.Kindness, Purpose.Relationship),
            p => Wishing.Wish(p, "saturday", "2026-03-07T10:00-05:00", "2026-03-07T10:00-05:00", "2026-03-07T20:00-05:00", Urgency.Visit),
            p => Wishing.Wish(p, "monday", "2026-03-09T10:00-04:00", "2026-03-09T10:00-04:00", "2026-03-09T20:00-04:00", Urgency.Visit))).At(At("2026-03-07T09:00-05:00"), A.Patient());

        plan.Step("kind").BestAt()[..10].ShouldBe("2026-03-10");
    }

    [Fact]
    public void Nine_kind_messages_a_year_are_enough()
    {
        var patient = A.Patient();
        for (var month = 1; month <= 9; month++)
        {
            patient.Told("moments", $"m{month}", "birthday", $"2025-{month + 3:00}-05T12:00-04:00");
        }

        Wished(patient, p => Kind(p, "kind")).SilenceOf("kind").ShouldBe("contact-budget");
    }

    [Fact]
    public void What_waits_for_days_keeps_its_hour_and_takes_the_room_of_the_day_on_which_it_can_leave()
    {
        var now = At("2026-03-04T09:00-05:00");
        var waiting = new Wishing(p => Care(p, "waiting"), p => Wishing.Wish(p, "today", "2026-03-04T08:00-05:00", "2026-03-04T10:00-05:00", "2026-03-20T20:00-04:00", Urgency.Kindness));

        var plan = Plans.Of(waiting).At(now, A.Patient());

        plan.Step("waiting").BestAt().ShouldBe("2026-03-03 10:00");
        plan.Step("today").BestAt()[..10].ShouldBe("2026-03-05");
    }

    [Fact]
    public void What_can_only_leave_tomorrow_takes_tomorrows_room()
    {
        // At nine in the evening the hour of this morning is gone; so is tomorrow for anything else.
        var plan = Plans.Of(new Wishing(p => Care(p, "late"), p => Wishing.Wish(p, "tomorrow", "2026-03-04T08:00-05:00", "2026-03-04T10:00-05:00", "2026-03-20T20:00-04:00", Urgency.Kindness)))
            .At(At("2026-03-03T21:00-05:00"), A.Patient());

        plan.Step("tomorrow").BestAt()[..10].ShouldBe("2026-03-05");
    }

    private static Candidate Care(PatientPicture p, string step) => Wishing.Wish(p, step, "2026-03-03T08:00-05:00", "2026-03-03T10:00-05:00", "2026-03-20T20:00-04:00");

    private static Candidate Visit(PatientPicture p, string step) => Care(p, step) with { Urgency = Urgency.Visit };

    private static Candidate Kind(PatientPicture p, string step) => Care(p, step) with { Urgency = Urgency.Kindness, Purpose = Purpose.Relationship };

    private static TouchPlan Wished(PatientBuilder patient, params Func<PatientPicture, Candidate>[] wishes) => Wished([patient], wishes);

    private static TouchPlan Wished(PatientBuilder[] patients, params Func<PatientPicture, Candidate>[] wishes) => Plans.Of(new Wishing(wishes)).At(A.Morning, patients);
}
