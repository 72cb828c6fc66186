using FsCheck;
using FsCheck.Fluent;
using Rapport.Core.Planning;
using Rapport.Engine.Composing;
using Rapport.Engine.Delivery;

namespace Rapport.Storage.Tests.Contract;

/// <summary>Whatever is done to a touch in whatever order, it only moves forward, except that a new plan may start it anew.</summary>
public abstract class StatusContract : StoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private enum Deed
    {
        Plan,
        PlanOtherwise,
        PlanNothing,
        Approve,
        Hold,
        Send,
        Wait,
        Recompose,
        Expire,
        RecordSent,
        RecordFailed,
        Retry,
        OptOut,
        Move,
        Die,
    }

    [Fact]
    public void A_touch_only_moves_forward()
    {
        var number = 0;
        var deeds = ArbMap.Default.ArbFor<Deed[]>();
        Prop.ForAll(deeds, sequence => HoldsFor(sequence, number++)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private void HoldsFor(Deed[] sequence, int number)
    {
        var (patient, visit) = ($"p{number}", $"visit-{number}");
        var touch = A.Touch(visit, patient);
        Stores.Records.Write([A.Patient(patient), A.Appointment(visit, patient)], A.Monday);
        Stores.Touches.Save([A.Plan(touch)], A.Monday);
        var now = A.Monday.AddHours(2);
        foreach (var deed in sequence)
        {
            var before = Stores.Touch(touch).Touch.Status;
            now = now.AddMinutes(3);
            Do(deed, touch, now);
            var after = Stores.Touch(touch).Touch.Status;

            var isPlannedAnew = (deed is Deed.Plan or Deed.PlanOtherwise) && before.IsUnsent() && after is TouchStatus.Planned;
            (after == before || before.MayBecome(after) || isPlannedAnew).ShouldBeTrue($"{deed} made {after} of {before}");
        }
    }

    private void Do(Deed deed, Touch touch, DateTimeOffset now)
    {
        var patient = touch.Patient.Value;
        switch (deed)
        {
            case Deed.Plan:
                Stores.Touches.Save([A.Plan(touch)], now);
                break;
            case Deed.PlanOtherwise:
                Stores.Touches.Save([A.Plan(touch with { RuleVersion = $"{now:O}" })], now);
                break;
            case Deed.PlanNothing:
                Stores.Touches.Save([new TouchPlan { Household = touch.Household }], now);
                break;
            case Deed.Approve or Deed.Hold:
                var status = deed is Deed.Approve ? TouchStatus.Approved : TouchStatus.Held;
                Stores.Messages.Save([new Composition([touch], status, null, A.Message())], now);
                break;
            case Deed.Send:
                Stores.Outbox.Claim(now, 10, Lease, A.SendAll);
                break;
            case Deed.Wait:
                Decide(now, d => new ClaimDecision.Wait(d, now.AddMinutes(1), "later"));
                break;
            case Deed.Recompose:
                Decide(now, d => new ClaimDecision.Recompose(d, A.Message("Other words.")));
                break;
            case Deed.Expire:
                Decide(now, d => new ClaimDecision.End(d, TouchStatus.Expired, "late"));
                break;
            case Deed.RecordSent or Deed.RecordFailed:
                Stores.Outbox.Record([new(touch.Id, deed is Deed.RecordSent ? TouchStatus.Sent : TouchStatus.Failed, null)], now);
                break;
            case Deed.Retry:
                Stores.Outbox.Record([new(touch.Id, TouchStatus.Failed, "busy", now.AddMinutes(1))], now);
                break;
            case Deed.OptOut:
                Stores.Outbox.Suppress(touch.Recipient.Address, "stop", now);
                break;
            case Deed.Move:
                Stores.Records.Write([A.Appointment(touch.Subject, patient) with { StartsAt = now.AddDays(9) }], now);
                break;
            case Deed.Die:
                Stores.Records.Write([A.Patient(patient) with { IsDeceased = true }], now);
                break;
        }
    }

    private void Decide(DateTimeOffset now, Func<Core.Primitives.TouchId, ClaimDecision> decide) =>
        Stores.Outbox.Claim(now, 10, Lease, due => [.. due.Due.Select(d => decide(d.Touch.Id))]);
}
