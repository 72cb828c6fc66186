using Rapport.Core.Planning;
using Rapport.Tests.Day;

namespace Rapport.Tests.PatientSafety;

/// <summary>Stale schedules and contradictory facts: rows 22 to 29 of <c>docs/safety/failures.md</c>.</summary>
public sealed class ChangingScheduleTests
{
    private const string Night = "2026-09-15 21:00";

    [Theory]
    [InlineData("pat")]
    [InlineData("prov")]
    public async Task Row_22_A_visit_cancelled_after_its_reminder_was_queued_is_not_reminded_of(string who)
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();
        practice.MoveTo("2026-09-15 09:59");
        practice.Books(VisitRecord.For("ana", "2026-09-16 14:15").CancelledBy(who)).Import();

        await practice.Live("2026-09-16 21:00");

        practice.TouchesOf("ana").Single(t => t.Touch.Step is "remind").Touch.Status.ShouldBe(TouchStatus.Withdrawn);
        practice.Pipeline.Touches.Sent().Where(s => s.Touch.Patient.Value is "ana").Select(s => s.Touch.Step).ShouldBe(who is "pat" ? [] : ["cancelled"]);
    }

    [Fact]
    public async Task Row_22_A_visit_that_becomes_sensitive_after_it_was_queued_is_spoken_of_in_the_words_of_now()
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();
        practice.MoveTo("2026-09-15 09:59");
        practice.Books(VisitRecord.For("ana", "2026-09-16 14:15").For("counselling")).Import();

        await practice.Live(Night);

        practice.Outbox.ShouldAllBe(m => !m.Everything.Contains("Willow Family") && !m.Everything.Contains("Sato") && !m.Everything.Contains("check-up"));
    }

    [Fact]
    public async Task Row_23_A_visit_that_the_practice_moved_is_told_once_with_the_old_and_the_new_time()
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-24 14:15")).ImportAndPlan();
        practice.MoveTo("2026-09-15 08:30");
        practice.Books(VisitRecord.For("ana", "2026-09-24 14:15").MovedTo("2026-09-25 09:45")).ImportAndPlan();
        practice.Import();
        practice.Plan();

        await practice.Live("2026-09-18 21:00");

        var told = practice.Outbox.ShouldHaveSingleItem();
        told.Body.ShouldContain("September 24");
        told.Body.ShouldContain("2:15 PM");
        told.Body.ShouldContain("September 25");
        told.Body.ShouldContain("9:45 AM");
    }

    [Fact]
    public async Task Row_24_A_visit_that_moved_still_has_its_reminder()
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-24 14:15")).ImportAndPlan();
        practice.Books(VisitRecord.For("ana", "2026-09-24 14:15").MovedTo("2026-09-25 09:45")).ImportAndPlan();

        await practice.Live("2026-09-25 21:00");

        var reminder = practice.Pipeline.Touches.Sent().Single(s => s.Touch.Step is "remind");
        reminder.SentAt.ShouldBe(PracticeDay.At("2026-09-24 10:00"));
        reminder.Message.ShouldNotBeNull().Body.ShouldContain("9:45 AM");
    }

    [Theory]
    [InlineData("noshow")]
    [InlineData("booked")]
    [InlineData("arrived")]
    [InlineData("fulfilled")]
    public async Task Row_25_Nobody_is_told_that_they_missed_a_visit(string status)
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-14 14:15").Status(status)).ImportAndPlan();

        await practice.Live("2026-09-20 21:00");

        practice.Outbox.ShouldAllBe(m => !m.Body.Contains("miss", StringComparison.OrdinalIgnoreCase));
        practice.Pipeline.Touches.Sent().Count(s => s.Touch.Program is "follow-up").ShouldBe(status is "fulfilled" ? 1 : 0, "only who came is asked how it went");
    }

    [Fact]
    public async Task Row_26_Who_never_got_our_reminder_is_not_blamed_and_staff_learn_that_it_did_not_arrive()
    {
        using var practice = PracticeDay.Open(around: _ => new RefusesEverything()).Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();
        await practice.Live("2026-09-15 12:00");
        practice.Plan();

        practice.TouchesOf("ana").ShouldHaveSingleItem().Touch.Status.ShouldBe(TouchStatus.Failed);
        practice.Tasks.ShouldHaveSingleItem().Code.ShouldBe("not-delivered");

        practice.MoveTo("2026-09-16 15:00");
        practice.Books(VisitRecord.For("ana", "2026-09-16 14:15").Status("noshow")).ImportAndPlan();
        await practice.Live("2026-09-18 21:00");

        practice.TouchesOf("ana").ShouldHaveSingleItem("nothing was even planned");
        practice.Outbox.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-09-16 12:20")]
    [InlineData("2026-09-16 14:15")]
    [InlineData("2026-09-16 18:00")]
    public async Task Row_27_A_batch_that_comes_too_late_sends_nothing_and_says_why(string late)
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();
        practice.MoveTo(late);

        await practice.Deliver();

        practice.Outbox.ShouldBeEmpty();
        var touch = practice.TouchesOf("ana").ShouldHaveSingleItem();
        touch.Touch.Status.IsEnd().ShouldBeTrue();
        touch.Reason.ShouldNotBeNullOrEmpty();
        practice.Pipeline.Outbox.NextDueAt().ShouldBeNull();
    }

    [Fact]
    public async Task Row_28_A_crash_between_sending_and_noting_it_leaves_one_message()
    {
        var lives = 0;
        using var practice = PracticeDay.Open(around: carrier => lives++ is 0 ? new DiesAfterSending(carrier) : carrier)
            .Has(Somebody.Ana, Somebody.Dora).Books(VisitRecord.For("ana", "2026-09-16 14:15"), VisitRecord.For("dora", "2026-09-16 15:15")).ImportAndPlan();
        practice.MoveTo("2026-09-15 10:00");
        await Should.ThrowAsync<ProcessDied>(practice.Deliver);
        practice.Outbox.Count.ShouldBe(2);
        var first = practice.Outbox.Select(m => (m.Path, m.Header("Message-ID"))).ToList();

        practice.Restart();
        practice.Import();
        practice.Plan();
        await practice.Live(Night);

        practice.Outbox.Select(m => (m.Path, m.Header("Message-ID"))).ShouldBe(first);
        practice.Pipeline.Touches.Sent().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Row_28_Importing_planning_and_sending_again_says_nothing_twice()
    {
        using var practice = PracticeDay.Open().Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();
        practice.MoveTo("2026-09-15 10:00");
        for (var time = 0; time < 3; time++)
        {
            practice.Has(Somebody.Ana).Books(VisitRecord.For("ana", "2026-09-16 14:15")).ImportAndPlan();
            await practice.Deliver();
        }

        practice.Outbox.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Row_29_Who_has_confirmed_is_left_in_peace()
    {
        using var practice = PracticeDay.Open().WithCarla().Has(Somebody.Ana, Somebody.Ben)
            .Books(VisitRecord.For("ana", "2026-09-18 14:15").Confirmed(), VisitRecord.For("ben", "2026-09-16 14:15")).ImportAndPlan();
        practice.Explain("ana").ShouldContain("They said that they come");
        practice.MoveTo("2026-09-15 09:59");
        practice.Books(VisitRecord.For("ben", "2026-09-16 14:15").Confirmed()).Import();

        await practice.Live("2026-09-18 21:00");

        practice.OnlyCarlaHeard();
    }
}
