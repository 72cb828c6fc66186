using Rapport.Core.Planning;
using Rapport.Core.Planning.Programs;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Planning.Programs;

public sealed class RecallProgramTests
{
    private const string Cycle = "cleaning@2025-03-01";

    [Fact]
    public void What_falls_due_in_a_month_is_announced()
    {
        var plan = Recall(A.Patient(), Due("2026-03-30"));

        plan.Steps().ShouldBe(["heads-up"]);
        plan.Step("heads-up").Window.ExpiresAt.Local().ShouldBe("2026-03-29 20:00");
    }

    [Fact]
    public void What_falls_due_in_a_week_is_not_announced_and_then_invited_to() =>
        Recall(A.Patient(), Due("2026-03-10")).SilenceOf("heads-up").ShouldBe("due-soon");

    [Fact]
    public void What_is_due_is_invited_to() => Recall(A.Patient(), Due("2026-03-01")).Steps().ShouldBe(["invite"]);

    [Fact]
    public void What_is_long_due_keeps_one_plan_from_day_to_day()
    {
        var days = Enumerable.Range(0, 60).Select(day => Plans.Of(new RecallProgram(new ScriptedDueServices(Due("2024-03-01")))).At(A.Morning.AddDays(day), A.Patient()).Step("invite").Window).ToList();

        days.Distinct().Count().ShouldBeInRange(1, 6);   // a turn comes every two weeks
        days.Select((w, day) => w.ExpiresAt - A.Morning.AddDays(day)).ShouldAllBe(left => left > TimeSpan.FromDays(13));
    }

    [Fact]
    public void Three_weeks_later_another_channel_is_tried()
    {
        var touch = Recall(A.Patient().WithEmail().Told("recall", Cycle, "invite", "2026-02-10T10:30-05:00"), Due("2026-02-10")).Step("nudge");

        touch.Channel.ShouldBe(Channel.Email);
    }

    [Fact]
    public void Who_has_one_channel_only_is_not_forgotten() =>
        Recall(A.Patient().Told("recall", Cycle, "invite", "2026-02-10T10:30-05:00"), Due("2026-02-10")).Step("nudge").Channel.ShouldBe(Channel.Sms);

    [Fact]
    public void A_nudge_that_was_due_long_ago_still_comes() =>
        Recall(A.Patient().Told("recall", Cycle, "invite", "2025-10-10T10:30-05:00"), Due("2025-10-10")).Steps().ShouldBe(["nudge"]);

    [Fact]
    public void The_last_note_comes_after_two_months() =>
        Recall(A.Patient().Told("recall", Cycle, "invite", "2025-12-30T10:30-05:00").Told("recall", Cycle, "nudge", "2026-01-20T10:30-05:00"), Due("2025-12-30"))
            .Steps().ShouldBe(["last-note"]);

    [Fact]
    public void After_the_last_note_there_is_time_to_answer_and_then_a_person_decides()
    {
        var patient = A.Patient().Told("recall", Cycle, "invite", "2025-12-01T10:30-05:00").Told("recall", Cycle, "nudge", "2025-12-22T10:30-05:00").Told("recall", Cycle, "last-note", "2026-02-25T10:30-05:00");

        Recall(patient, Due("2025-12-01")).SilenceOf("last-note").ShouldBe("waiting-for-an-answer");
        Plans.Of(new RecallProgram(new ScriptedDueServices(Due("2025-12-01")))).At(At("2026-03-12T09:00-04:00"), patient).TaskCodes().ShouldBe(["recall-ended"]);
    }

    [Fact]
    public void Three_messages_in_a_cycle_are_enough()
    {
        var patient = A.Patient().Told("recall", Cycle, "heads-up", "2025-11-01T10:30-05:00").Told("recall", Cycle, "invite", "2025-12-01T10:30-05:00").Told("recall", Cycle, "nudge", "2025-12-22T10:30-05:00");

        var plan = Recall(patient, Due("2025-12-01"));

        plan.Touches.ShouldBeEmpty();
        plan.TaskCodes().ShouldBe(["recall-ended"]);
    }

    [Fact]
    public void After_a_year_of_rest_a_new_course_begins()
    {
        var patient = A.Patient().Told("recall", Cycle, "invite", "2024-10-01T10:30-04:00").Told("recall", Cycle, "nudge", "2024-10-22T10:30-04:00").Told("recall", Cycle, "last-note", "2024-12-01T10:30-05:00");

        Recall(patient, Due("2024-10-01")).Step("invite").Subject.ShouldBe($"{Cycle}~2");
    }

    [Fact]
    public void What_was_done_since_begins_a_new_cycle() =>
        Recall(A.Patient().Told("recall", "cleaning@2024-08-01", "invite", "2026-01-10T10:30-05:00"), Due("2026-03-01")).Step("invite").Subject.ShouldBe(Cycle);

    [Fact]
    public void A_talk_is_offered_once()
    {
        Recall(A.Patient(), Due("2026-03-01", isTalk: true)).Steps().ShouldBe(["talk"]);
        Recall(A.Patient().Told("recall", Cycle, "talk", "2026-01-10T10:30-05:00"), Due("2026-03-01", isTalk: true)).SilenceOf("talk").ShouldBe("told-already");
    }

    [Fact]
    public void Everything_due_for_one_person_is_one_message()
    {
        var plan = Recall(A.Patient(), Due("2026-03-01"), ScriptedDueServices.Due("check-up", "2025-08-01"), ScriptedDueServices.Due("eye exam", "2023-01-01"));

        plan.Touches.Count.ShouldBe(3);
        plan.Touches.Select(t => t.GroupKey).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Brothers_share_a_message_only_where_the_same_is_due_for_both()
    {
        var due = new ScriptedDueServices(Due("2026-03-01"));
        var (luis, mia) = (Child("c1"), Child("c2"));

        Groups(Plans.Of(new RecallProgram(due)).At(A.Morning, luis, mia)).ShouldBe(1);

        due.ByPatient["c2"] = [ScriptedDueServices.Due("check-up", "2026-03-01")];
        Groups(Plans.Of(new RecallProgram(due)).At(A.Morning, luis, mia)).ShouldBe(2);
    }

    [Fact]
    public void What_is_due_for_a_mother_does_not_stand_beside_what_is_due_for_her_child() =>
        Groups(Recall([A.Patient(), Child("c1")], Due("2026-03-01"))).ShouldBe(2);

    [Fact]
    public void Who_comes_anyway_is_not_invited() =>
        Recall(A.Patient().Seeing(A.Visit()), Due("2026-03-01")).SilenceOf("invite").ShouldBe("visit-booked");

    [Fact]
    public void An_old_acquaintance_is_one_decision_for_a_person_however_much_is_due()
    {
        var plan = Recall(A.Patient().NeverSeen().SeenOn("2020-01-01"), Due("2026-03-01"), ScriptedDueServices.Due("check-up", "2022-01-01"));

        plan.Touches.ShouldBeEmpty();
        plan.Tasks.Select(t => t.Subject).Distinct().ShouldBe(["relationship"]);
    }

    private static PatientBuilder Child(string id) => A.Patient(id).Called(id is "c1" ? "Luis" : "Mia").Aged(8).Unreachable().CaredForBy(A.Mother($"r-{id}"));

    private static int Groups(TouchPlan plan) => plan.Touches.Select(t => t.GroupKey).Distinct().Count();

    private static DueService Due(string on, bool isTalk = false) => ScriptedDueServices.Due("cleaning", on, "2025-03-01", isTalk);

    private static TouchPlan Recall(PatientBuilder patient, params DueService[] due) => Recall([patient], due);

    private static TouchPlan Recall(PatientBuilder[] patients, params DueService[] due) => Plans.Of(new RecallProgram(new ScriptedDueServices(due))).At(A.Morning, patients);
}
