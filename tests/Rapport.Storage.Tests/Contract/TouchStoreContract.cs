using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Engine.Planning;

namespace Rapport.Storage.Tests.Contract;

public abstract class TouchStoreContract : StoreContract
{
    [Fact]
    public void A_touch_comes_back_as_it_was_planned()
    {
        var touch = A.Touch() with { Recipient = new Recipient("mother", "+14155550100"), Channel = Channel.Sms, Language = Language.Spanish, Purpose = Purpose.Relationship };

        Stores.Touches.Save([A.Plan(touch)], A.Monday).ShouldBe(new SaveResult(1, 0, 0, 0));

        Stores.Touch(touch).ShouldBe(new StoredTouch(touch, null, null, null));
    }

    [Fact]
    public void The_same_plan_saved_twice_gives_the_same_touches()
    {
        var plan = A.Plan(A.Touch("visit-1"), A.Touch("visit-2")) with { Tasks = [new StaffTask(new("ana"), "recall", "mammogram", "unreachable", "No phone on record.")] };
        Stores.Touches.Save([plan], A.Monday);
        var before = Stores.Touches.TouchesOf([new("ana")]);

        Stores.Touches.Save([plan], A.Monday.AddDays(1)).ShouldBe(new SaveResult(0, 0, 2, 0));

        Stores.Touches.TouchesOf([new("ana")]).ShouldBe(before);
        Stores.Touches.OpenTasks().ShouldBe([.. plan.Tasks]);
    }

    [Fact]
    public void A_touch_that_the_plan_no_longer_holds_is_withdrawn_with_the_plans_reason()
    {
        var (kept, silenced, dropped) = (A.Touch("visit-1"), A.Touch("visit-2"), A.Touch("visit-3"));
        Stores.Touches.Save([A.Plan(kept, silenced, dropped)], A.Monday);
        var silence = new Silence(silenced.Patient, silenced.Program, silenced.Subject, silenced.Step, [Finding.Against("grief", "A loss in the family.")]);

        Stores.Touches.Save([A.Plan(kept) with { Silences = [silence] }], A.Monday).ShouldBe(new SaveResult(0, 0, 1, 2));

        Stores.Touch(silenced).Reason.ShouldBe("A loss in the family.");
        Stores.Touch(dropped).Reason.ShouldBe("no longer planned");
        Stores.Touch(kept).Touch.Status.ShouldBe(TouchStatus.Planned);
    }

    [Fact]
    public void A_plan_for_one_household_leaves_other_households_alone()
    {
        var other = A.Touch(patient: "ben");
        Stores.Touches.Save([A.Plan(other)], A.Monday);

        Stores.Touches.Save([A.Plan()], A.Monday).Withdrawn.ShouldBe(0);

        Stores.Touch(other).Touch.Status.ShouldBe(TouchStatus.Planned);
    }

    [Fact]
    public void A_changed_touch_goes_back_to_planned_and_its_words_are_let_go()
    {
        var touch = A.Touch();
        Stores.HasApproved(touch);
        var later = touch with { Window = touch.Window with { BestAt = A.Monday.AddHours(5) } };

        Stores.Touches.Save([A.Plan(later)], A.Monday).Changed.ShouldBe(1);

        Stores.Touch(touch).ShouldBe(new StoredTouch(later, null, null, null));
        Stores.Outbox.NextDueAt().ShouldBeNull();
    }

    [Fact]
    public void A_group_that_grows_is_written_anew()
    {
        var (first, second) = (A.Touch("visit-1", group: "g"), A.Touch("visit-2", group: "g"));
        Stores.HasApproved(first);

        Stores.Touches.Save([A.Plan(first, second)], A.Monday).ShouldBe(new SaveResult(1, 0, 1, 0));

        Stores.Messages.ReadPlanned(CancellationToken.None).ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Fact]
    public void What_was_sent_is_never_altered()
    {
        var touch = A.Touch();
        Stores.Records.Write([A.Patient()], A.Monday);
        Stores.HasApproved(touch);
        Stores.Outbox.Claim(A.Monday.AddHours(2), 10, TimeSpan.FromMinutes(1), A.SendAll);
        Stores.Outbox.Record([new(touch.Id, TouchStatus.Sent, null)], A.Monday.AddHours(2));
        var sent = Stores.Touch(touch);

        Stores.Touches.Save([A.Plan(touch with { RuleVersion = "2", Channel = Channel.Sms })], A.Monday).Unchanged.ShouldBe(1);
        Stores.Touches.Save([A.Plan()], A.Monday).Withdrawn.ShouldBe(0);
        Stores.Records.Write([A.Patient() with { IsDeceased = true }], A.Monday);
        Stores.Outbox.Suppress(touch.Recipient.Address, "stop", A.Monday);
        Stores.Messages.Save([A.Approved(A.Message("Other words."), touch)], A.Monday);

        Stores.Touch(touch).ShouldBe(sent);
        sent.SentAt.ShouldBe(A.Monday.AddHours(2));
    }

    [Fact]
    public void A_touch_held_out_by_lot_is_kept_with_its_reason_and_never_queued()
    {
        var touch = A.Touch() with { Status = TouchStatus.HeldOut, Because = [Finding.Against("holdout", "Chosen by lot.")] };

        Stores.Touches.Save([A.Plan(touch)], A.Monday).Added.ShouldBe(1);
        Stores.Touches.Save([A.Plan(touch)], A.Monday).Unchanged.ShouldBe(1);

        Stores.Touch(touch).Reason.ShouldBe("Chosen by lot.");
        Stores.Messages.ReadPlanned(CancellationToken.None).ShouldBeEmpty();
    }

    [Fact]
    public void A_touch_follows_its_patient_to_another_household()
    {
        var touch = A.Touch(household: "ana");
        Stores.Records.Write([A.Patient()], A.Monday);
        Stores.Touches.Save([A.Plan(touch)], A.Monday);

        Stores.Households.Assign([(new("ana"), new("home"))]);
        Stores.Touches.Save([new TouchPlan { Household = new("home") }], A.Monday).Withdrawn.ShouldBe(1);
    }

    [Fact]
    public void Touches_are_counted_by_where_they_stand()
    {
        Stores.Touches.Save([A.Plan(A.Touch("visit-1"), A.Touch("visit-2")), A.Plan(A.Touch(patient: "ben"))], A.Monday);
        Stores.Touches.Save([A.Plan(A.Touch("visit-1"))], A.Monday);

        Stores.Touches.Count().ShouldBe(
        [
            new("appointment", "remind", Channel.Email, TouchStatus.Planned, null, 2),
            new("appointment", "remind", Channel.Email, TouchStatus.Withdrawn, "no longer planned", 1),
        ]);
    }
}
