using Rapport.Core.Composing;
using Rapport.Core.Delivery;
using Rapport.Core.Planning;
using Rapport.Core.Planning.Programs;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Core.Tests.Planning;

namespace Rapport.Core.Tests.Delivery;

public sealed class GateTests
{
    // A reminder of Friday's visit is due on Thursday at ten.
    private static readonly DateTimeOffset Thursday = At("2026-03-05T10:00-05:00");

    [Fact]
    public void What_still_stands_leaves_with_the_approved_words()
    {
        var waiting = Waiting(A.Patient().Seeing(A.Visit()));

        var send = Judge(waiting, Thursday, A.Patient().Seeing(A.Visit())).ShouldBeOfType<GateVerdict.Send>();

        send.Message.Words.Body.ShouldBe(waiting[0].Body);
    }

    [Fact]
    public void Who_died_one_second_before_is_not_written_to() =>
        Ends(A.Patient().Seeing(A.Visit()), A.Patient().Seeing(A.Visit()).Deceased("2026-03-05"), "deceased", TouchStatus.Withdrawn);

    [Fact]
    public void A_note_of_a_death_stops_what_is_queued() =>
        Ends(A.Patient().Seeing(A.Visit()), A.Patient().Seeing(A.Visit()).Noted("passed away this morning"), "news-of-death", TouchStatus.Withdrawn);

    [Fact]
    public void A_visit_that_moved_between_takes_its_reminder_along() =>
        Ends(A.Patient().Seeing(A.Visit()), A.Patient().Seeing(A.Visit().Starting("2026-03-12T14:00-04:00")), "no-longer-stands", TouchStatus.Withdrawn);

    [Fact]
    public void A_visit_that_was_cancelled_between_is_not_reminded_of() =>
        Ends(A.Patient().Seeing(A.Visit()), A.Patient().Seeing(A.Visit().Being(VisitStatus.CancelledByPatient)), "cancelled-by-patient", TouchStatus.Withdrawn);

    [Fact]
    public void A_visit_that_was_confirmed_between_is_quiet() =>
        Ends(A.Patient().Seeing(A.Visit()), A.Patient().Seeing(A.Visit().Confirmed()), "confirmed", TouchStatus.Withdrawn);

    [Fact]
    public void Consent_that_was_withdrawn_between_stops_it() =>
        Ends(A.Patient().Seeing(A.Visit()), A.Patient().Seeing(A.Visit()).Refusing([], [], "2026-03-05"), "no-consent", TouchStatus.Suppressed);

    [Fact]
    public void A_number_that_was_suppressed_between_is_not_used() =>
        Ends(A.Patient().Seeing(A.Visit()), A.Patient().Seeing(A.Visit()).WithMobile(state: ContactState.Suppressed), "suppressed-address", TouchStatus.Suppressed);

    [Fact]
    public void A_number_that_changed_between_is_written_to_by_the_next_plan() =>
        Ends(A.Patient().Seeing(A.Visit()), A.Patient().Seeing(A.Visit()).WithMobile("+15185550122"), "reached-otherwise", TouchStatus.Withdrawn);

    [Fact]
    public void Who_turned_eighteen_at_midnight_is_not_written_to_through_a_parent()
    {
        PatientBuilder Teen() => A.Patient().BornOn("2008-03-06").CaredForBy(A.Mother()).WithMobile("+15185550133").Seeing(A.Visit().Starting("2026-03-06T20:00-05:00"));

        Judge(Waiting(Teen(), now: Thursday), At("2026-03-06T09:00-05:00"), Teen()).ShouldBeOfType<GateVerdict.End>().Because.Code.ShouldBe("reached-otherwise");
    }

    [Fact]
    public void A_reminder_that_comes_too_late_to_be_of_use_is_dropped()
    {
        var verdict = Judge(Waiting(A.Patient().Seeing(A.Visit())), At("2026-03-06T12:30-05:00"), A.Patient().Seeing(A.Visit())).ShouldBeOfType<GateVerdict.End>();

        verdict.Status.ShouldBe(TouchStatus.Expired);
    }

    [Fact]
    public void A_reminder_that_is_late_waits_for_the_morning()
    {
        var wait = Judge(Waiting(A.Patient().Seeing(A.Visit())), At("2026-03-05T22:00-05:00"), A.Patient().Seeing(A.Visit())).ShouldBeOfType<GateVerdict.Wait>();

        wait.Until.Local().ShouldBe("2026-03-06 08:00");
    }

    [Fact]
    public void Before_its_time_it_waits() =>
        Judge(Waiting(A.Patient().Seeing(A.Visit())), At("2026-03-05T09:00-05:00"), A.Patient().Seeing(A.Visit())).ShouldBeOfType<GateVerdict.Wait>().Until.ShouldBe(Thursday);

    [Fact]
    public void When_a_fact_has_changed_the_words_are_written_anew()
    {
        var mailed = A.Patient().Unreachable().WithEmail();
        var again = Judge(Waiting(mailed.Seeing(A.Visit())), Thursday, A.Patient().Called("Anabel").Unreachable().WithEmail().Seeing(A.Visit())).ShouldBeOfType<GateVerdict.Recompose>();

        again.Message.Words.Body.ShouldContain("Anabel");
    }

    [Fact]
    public void Of_a_group_that_lost_a_member_the_others_are_told_in_new_words()
    {
        PatientBuilder Child(string id, string name, VisitBuilder visit) => A.Patient(id).Called(name).Aged(8).Unreachable().CaredForBy(A.Mother($"r-{id}")).Seeing(visit);
        var before = new[] { Child("c1", "Luis", A.Visit("v1")), Child("c2", "Mia", A.Visit("v2")) };
        var after = new[] { Child("c1", "Luis", A.Visit("v1")), Child("c2", "Mia", A.Visit("v2").Being(VisitStatus.CancelledByPatient)) };

        var verdicts = Gate().Judge(A.Household(after), Waiting(before), A.Context(Thursday));

        verdicts.Count.ShouldBe(2);
        verdicts.OfType<GateVerdict.End>().ShouldHaveSingleItem().Because.Code.ShouldBe("cancelled-by-patient");
        verdicts.OfType<GateVerdict.Recompose>().ShouldHaveSingleItem().Message.Words.Body.ShouldNotContain("Mia");
    }

    [Fact]
    public void A_visit_that_became_sensitive_leaves_no_message_beside_another()
    {
        var before = A.Patient().Seeing(A.Visit("v1"), A.Visit("v2").Starting("2026-03-06T15:00-05:00"));
        var after = A.Patient().Seeing(A.Visit("v1"), A.Visit("v2").Starting("2026-03-06T15:00-05:00").Sensitive());

        var verdicts = Gate().Judge(A.Household(after), Waiting(before), A.Context(Thursday));

        verdicts.Count.ShouldBe(2);
        verdicts.ShouldNotContain(v => v is GateVerdict.Send);
        verdicts.OfType<GateVerdict.Recompose>().Count().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void What_a_process_claimed_before_it_died_leaves_at_the_next_try()
    {
        var visit = A.Visit();
        var waiting = Waiting(A.Patient().Seeing(visit));
        var claimed = A.Patient().Meant("appointment", AppointmentProgram.SubjectOf(visit.Visit), "remind", TouchStatus.Claimed).Seeing(visit);

        Judge(waiting, Thursday.AddMinutes(20), claimed).ShouldBeOfType<GateVerdict.Send>();
    }

    [Fact]
    public void While_one_message_is_on_its_way_a_second_waits_for_another_day()
    {
        var waiting = Waiting(A.Patient().Seeing(A.Visit()));
        var busy = A.Patient().Meant("moments", "welcome", "welcome", TouchStatus.Claimed).Seeing(A.Visit());

        Judge(waiting, Thursday, busy).ShouldBeOfType<GateVerdict.Wait>().Until.Local().ShouldBe("2026-03-06 10:00");
    }

    [Fact]
    public void What_was_sent_is_not_sent_again()
    {
        var visit = A.Visit();
        var sent = A.Patient().Told("appointment", AppointmentProgram.SubjectOf(visit.Visit), "remind", "2026-03-05T10:00-05:00").Seeing(visit);

        Judge(Waiting(A.Patient().Seeing(visit)), Thursday.AddMinutes(1), sent).ShouldBeOfType<GateVerdict.End>().Because.Code.ShouldBe("already-sent");
    }

    [Fact]
    public void Every_waiting_touch_gets_exactly_one_verdict() => Properties.Hold(SomeHouseholds.Cases, some =>
    {
        var (planner, composer) = (Plans.Everything, Composing.Composing.With(SomeHouseholds.Due));
        var due = planner.Plan(some.Household, A.Context(some.Now)).Touches.Where(t => t.Status is TouchStatus.Planned).Select(t => new WaitingTouch(t, null, null, "")).ToList();

        var verdicts = new Gate(planner, composer).Judge(some.Household, due, A.Context(some.Now.AddHours(26)));

        verdicts.Select(v => v.Touch.Value).Order().ShouldBe(due.Select(d => d.Touch.Id.Value).Order());
    }, tests: 150);

    private static Gate Gate() => new(Plans.Visits, Composing.Composing.With());

    private static void Ends(PatientBuilder before, PatientBuilder now, string code, TouchStatus status)
    {
        var end = Judge(Waiting(before), Thursday, now).ShouldBeOfType<GateVerdict.End>();
        end.Because.Code.ShouldBe(code);
        end.Status.ShouldBe(status);
    }

    private static GateVerdict Judge(List<WaitingTouch> waiting, DateTimeOffset now, PatientBuilder truth) =>
        Gate().Judge(A.Household(truth), waiting, A.Context(now)).ShouldHaveSingleItem();

    // What was composed and approved when the plan was made.
    private static List<WaitingTouch> Waiting(PatientBuilder patient, DateTimeOffset? now = null) => Waiting([patient], now);

    private static List<WaitingTouch> Waiting(PatientBuilder[] members, DateTimeOffset? now = null)
    {
        var context = A.Context(now ?? A.Morning);
        Touch[] reminders = [.. Plans.Visits.Plan(A.Household(members), context).Touches.Where(t => t.Step is "remind")];
        var message = Composing.Composing.With().Compose(reminders, A.Household(members), context).ShouldBeOfType<Composed.Message>();
        return [.. reminders.Select(t => new WaitingTouch(t, message.Template.Id, message.Words.Subject, message.Words.Body))];
    }
}
