using Rapport.Core.Planning;
using Rapport.Core.Planning.Programs;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Planning.Programs;

public sealed class AppointmentProgramTests
{
    [Fact]
    public void A_booked_visit_is_asked_about_three_days_before_and_reminded_of_the_day_before()
    {
        var plan = Plans.ForVisits(A.Patient().Seeing(A.Visit()));

        plan.Step("confirm").BestAt().ShouldBe("2026-03-03 10:00");
        plan.Step("remind").BestAt().ShouldBe("2026-03-05 10:00");
        plan.Step("remind").Window.ExpiresAt.Local().ShouldBe("2026-03-06 12:00");
    }

    [Fact]
    public void A_confirmed_visit_is_quiet() => Plans.ForVisits(A.Patient().Seeing(A.Visit().Confirmed())).SilenceOf("remind").ShouldBe("confirmed");

    [Fact]
    public void A_visit_in_two_days_is_only_reminded_of_when_the_time_to_ask_is_over() =>
        Plans.ForVisits(A.Patient().Seeing(A.Visit().Starting("2026-03-04T14:00-05:00"))).SilenceOf("confirm").ShouldBe("too-close");

    [Fact]
    public void A_visit_far_ahead_is_left_for_later() =>
        Plans.ForVisits(A.Patient().Seeing(A.Visit().Starting("2026-03-20T14:00-04:00"))).SilenceOf("confirm").ShouldBe("too-early");

    [Fact]
    public void A_visit_booked_this_evening_for_tomorrow_needs_no_reminder()
    {
        var plan = Plans.Visits.At(At("2026-03-03T18:40-05:00"), A.Patient().Seeing(A.Visit().Starting("2026-03-04T09:00-05:00").BookedAt("2026-03-03T18:30-05:00")));

        plan.Touches.ShouldBeEmpty();
        plan.SilenceOf("remind").ShouldBe("booked-lately");
    }

    [Fact]
    public void A_visit_at_half_past_seven_is_reminded_of_the_day_before_and_never_at_night()
    {
        var early = A.Visit().Starting("2026-03-04T07:30-05:00");

        Plans.ForVisits(A.Patient().Seeing(early)).Step("remind").Window.ExpiresAt.Local().ShouldBe("2026-03-04 05:30");
        Plans.Visits.At(At("2026-03-03T20:30-05:00"), A.Patient().Seeing(early)).SilenceOf("remind").ShouldBe("expired");
    }

    [Fact]
    public void Two_visits_of_one_day_are_one_message()
    {
        var plan = Plans.ForVisits(A.Patient().Seeing(A.Visit("v1"), A.Visit("v2").Starting("2026-03-06T15:00-05:00").For("cleaning")));

        plan.Touches.Where(t => t.Step is "remind").Select(t => t.GroupKey).Distinct().Count().ShouldBe(1);
        plan.Touches.Where(t => t.Step is "remind").Select(t => t.BestAt()).ShouldBe(["2026-03-05 10:00", "2026-03-05 10:00"]);
    }

    [Fact]
    public void A_moved_visit_is_told_at_once_and_not_asked_about_again()
    {
        var plan = Plans.ForVisits(A.Patient().Seeing(A.Visit().MovedFrom("2026-03-05T14:00-05:00", "2026-03-03T08:30-05:00")));

        plan.Steps().ShouldBe(["moved", "remind"]);
        plan.Step("moved").Urgency.ShouldBe(Urgency.Notice);
        plan.SilenceOf("confirm").ShouldBe("told-with-the-change");
    }

    [Fact]
    public void A_moved_visit_is_told_once()
    {
        var visit = A.Visit().MovedFrom("2026-03-05T14:00-05:00", "2026-03-03T08:30-05:00");

        Plans.ForVisits(A.Patient().Told("appointment", AppointmentProgram.SubjectOf(visit.Visit), "moved", "2026-03-03T08:40-05:00").Seeing(visit))
            .Steps().ShouldBe(["remind"]);
    }

    [Fact]
    public void A_visit_that_moved_back_before_anybody_was_told_is_no_news()
    {
        var visit = A.Visit().MovedFrom("2026-03-09T14:00-04:00", "2026-03-03T08:45-05:00");
        var patient = A.Patient().Told("appointment", AppointmentProgram.SubjectOf(visit.Visit), "confirm", "2026-03-02T10:00-05:00").Seeing(visit);

        Plans.ForVisits(patient).SilenceOf("moved").ShouldBe("told-already");
    }

    [Fact]
    public void A_visit_that_moved_twice_names_the_time_that_was_told_last()
    {
        var first = A.Visit().Starting("2026-03-05T14:00-05:00").Visit;
        var visit = A.Visit().MovedFrom("2026-03-09T14:00-04:00", "2026-03-03T08:45-05:00").Visit;
        var patient = A.Patient().Told("appointment", AppointmentProgram.SubjectOf(first), "confirm", "2026-03-02T10:00-05:00");

        AppointmentProgram.LastTold(visit, patient).ShouldBe(At("2026-03-05T14:00-05:00"));
    }

    [Fact]
    public void A_visit_that_moved_twice_before_the_first_change_was_told_is_told_by_a_person()
    {
        var between = A.Visit().Starting("2026-03-09T14:00-04:00").Visit;
        var patient = A.Patient().Meant("appointment", AppointmentProgram.SubjectOf(between), "moved", TouchStatus.Withdrawn)
            .Seeing(A.Visit().MovedFrom("2026-03-09T14:00-04:00", "2026-03-03T08:45-05:00"));

        var plan = Plans.ForVisits(patient);

        plan.TaskCodes().ShouldBe(["moved-again"]);
        plan.Steps().ShouldBe(["confirm", "remind"]);
    }

    [Fact]
    public void A_change_that_no_message_can_tell_in_time_is_told_by_a_person()
    {
        var plan = Plans.Visits.At(At("2026-03-03T22:00-05:00"), A.Patient().Seeing(A.Visit().Starting("2026-03-04T08:30-05:00").MovedFrom("2026-03-05T14:00-05:00", "2026-03-03T21:30-05:00")));

        plan.SilenceOf("moved").ShouldBe("expired");
        plan.TaskCodes().ShouldContain("expired");
    }

    [Fact]
    public void A_visit_that_the_practice_cancelled_is_told() =>
        Plans.ForVisits(A.Patient().Seeing(A.Visit().CancelledByPractice("2026-03-03T08:30-05:00"))).Steps().ShouldBe(["cancelled"]);

    [Fact]
    public void A_visit_that_was_cancelled_before_we_knew_of_it_is_not_our_news()
    {
        Plans.ForVisits(A.Patient().Seeing(A.Visit().Being(VisitStatus.CancelledByPractice))).SilenceOf("cancelled").ShouldBe("not-our-news");
        Plans.ForVisits(A.Patient().Seeing(A.Visit().Being(VisitStatus.Cancelled))).Tasks.ShouldBeEmpty();
    }

    [Fact]
    public void Who_cancelled_their_own_visit_hears_nothing() =>
        Plans.ForVisits(A.Patient().Seeing(A.Visit().Being(VisitStatus.CancelledByPatient))).SilenceOf("remind").ShouldBe("cancelled-by-patient");

    [Fact]
    public void Where_nobody_knows_who_cancelled_a_person_makes_sure() =>
        Plans.ForVisits(A.Patient().Seeing(A.Visit().Being(VisitStatus.Cancelled).With(v => v with { CancelledAt = At("2026-03-03T08:00-05:00") })))
            .TaskCodes().ShouldBe(["cancelled-by-whom"]);

    [Fact]
    public void A_reminder_that_did_not_arrive_becomes_work_for_a_person()
    {
        var visit = A.Visit();
        var plan = Plans.Visits.At(At("2026-03-05T11:00-05:00"), A.Patient().Told("appointment", AppointmentProgram.SubjectOf(visit.Visit), "remind", "2026-03-05T10:00-05:00", status: TouchStatus.Bounced).Seeing(visit));

        plan.SilenceOf("remind").ShouldBe("not-delivered");
        plan.TaskCodes().ShouldContain("not-delivered");
    }

    [Fact]
    public void A_visit_in_the_past_is_over() => Plans.ForVisits(A.Patient().Seeing(A.Visit().Starting("2026-03-03T08:00-05:00"))).Silences.ShouldBeEmpty();
}
