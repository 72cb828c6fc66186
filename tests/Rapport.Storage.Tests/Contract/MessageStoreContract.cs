using Rapport.Core.Planning;
using Rapport.Engine.Composing;

namespace Rapport.Storage.Tests.Contract;

public abstract class MessageStoreContract : StoreContract
{
    [Fact]
    public void What_has_no_words_yet_is_read_household_by_household_with_groups_together()
    {
        var (a1, a2, a3) = (A.Touch("v1", group: "g2"), A.Touch("v2", group: "g1"), A.Touch("v3", group: "g2"));
        Stores.Touches.Save([A.Plan(a1, a2, a3), A.Plan(A.Touch("v4", patient: "ben"))], A.Monday);

        var households = Stores.Messages.ReadPlanned(CancellationToken.None).ToArray();

        households.Length.ShouldBe(2);
        households[0].Select(t => t.GroupKey).ShouldBe(["g1", "g2", "g2"]);
        households[1].ShouldBe([A.Touch("v4", patient: "ben")]);
    }

    [Fact]
    public void Words_come_back_as_they_were_approved()
    {
        var (touch, message) = (A.Touch(), A.Message("¡Hola! 你好 — نراك"));
        Stores.Touches.Save([A.Plan(touch)], A.Monday);

        Stores.Messages.Save([A.Approved(message, touch)], A.Monday);

        Stores.Touch(touch).Message.ShouldBe(message);
        Stores.Touch(touch).Touch.Status.ShouldBe(TouchStatus.Approved);
        Stores.Outbox.NextDueAt().ShouldBe(touch.Window.BestAt);
        Stores.Messages.ReadPlanned(CancellationToken.None).ShouldBeEmpty();
    }

    [Fact]
    public void A_held_message_waits_for_a_person_and_a_suppressed_touch_ends()
    {
        var (held, suppressed) = (A.Touch("v1"), A.Touch("v2"));
        Stores.Touches.Save([A.Plan(held, suppressed)], A.Monday);

        Stores.Messages.Save(
            [new Composition([held], TouchStatus.Held, "sample", A.Message()), new Composition([suppressed], TouchStatus.Suppressed, "no template in de", null)],
            A.Monday);

        Stores.Touch(held).ShouldSatisfyAllConditions(t => t.Touch.Status.ShouldBe(TouchStatus.Held), t => t.Message.ShouldBe(A.Message()));
        Stores.Touch(suppressed).Reason.ShouldBe("no template in de");
        Stores.Outbox.NextDueAt().ShouldBeNull();
    }

    [Fact]
    public void Words_for_a_group_of_which_one_visit_was_cancelled_meanwhile_are_not_kept()
    {
        var (mine, hers) = (A.Touch("visit-1", group: "g"), A.Touch("visit-2", group: "g"));
        Stores.Records.Write([A.Patient(), A.Appointment("visit-1"), A.Appointment("visit-2")], A.Monday);
        Stores.Touches.Save([A.Plan(mine, hers)], A.Monday);
        Stores.Records.Write([A.Appointment("visit-2", status: "cancelled")], A.Monday);

        Stores.Messages.Save([A.Approved(A.Message(), mine, hers)], A.Monday);

        Stores.Touch(mine).Touch.Status.ShouldBe(TouchStatus.Planned);
        Stores.Touch(hers).Touch.Status.ShouldBe(TouchStatus.Withdrawn);
    }

    [Fact]
    public void Words_written_for_another_recipient_than_now_planned_are_not_kept()
    {
        var touch = A.Touch();
        var other = touch with { Recipient = new Recipient("mother", "mother@example.org") };
        Stores.Touches.Save([A.Plan(other)], A.Monday);

        Stores.Messages.Save([A.Approved(A.Message(), touch)], A.Monday);

        Stores.Touch(touch).Message.ShouldBeNull();
    }
}
