using Rapport.Core.Delivery;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Composing.Writing;
using Rapport.Engine.Composing;
using Rapport.Engine.Planning;
using Rapport.Engine.Records;

namespace Rapport.Engine.Delivery;

/// <summary>What one round of delivery did.</summary>
public sealed record DeliveryResult(long Sent, long Failed, long Unknown)
{
    public static DeliveryResult operator +(DeliveryResult a, DeliveryResult b) => new(a.Sent + b.Sent, a.Failed + b.Failed, a.Unknown + b.Unknown);
}

/// <summary>Claims what is due, lets the gate judge it in the claiming transaction, hands it to the sender and records what came of it.</summary>
/// <remarks>
/// A process that dies anywhere loses nothing: what was claimed and not recorded is claimed again when the lease has run out,
/// judged anew, and leaves with the same Message-ID.
/// </remarks>
public sealed class DeliveryStep(IOutbox outbox, ISender sender, Pictures pictures, Gate gate, OutgoingMail mail, Shelving shelving, Func<PlanningContext> context)
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(15);

    /// <summary>Sends everything that is due now.</summary>
    public async Task<DeliveryResult> RunAsync(IProgress<long>? progress, CancellationToken ct)
    {
        var total = new DeliveryResult(0, 0, 0);
        while (!ct.IsCancellationRequested)
        {
            shelving.Refresh();   // words that somebody has rejected meanwhile must not leave
            var now = context();
            var builder = pictures.Builder();
            var houses = new Dictionary<HouseholdId, Household>();
            var claimed = outbox.Claim(now.Now, BatchSize, Lease, due => Judge(due, builder, houses, now));
            if (claimed.Count is 0)
            {
                break;
            }

            total += await SendAsync(claimed, houses, now, ct);
            progress?.Report(total.Sent);
        }

        return total;
    }

    private List<ClaimDecision> Judge(DueHousehold due, PictureBuilder builder, Dictionary<HouseholdId, Household> houses, PlanningContext now)
    {
        var household = builder.Build(due.Charts, now.Today);
        houses[household.Id] = household;
        var waiting = due.Due.Select(d => new WaitingTouch(d.Touch, d.Message?.Template, d.Message?.Subject, d.Message?.Body)).ToList();
        return [.. gate.Judge(household, waiting, now).Select(verdict => DecisionOf(verdict, due))];
    }

    private static ClaimDecision DecisionOf(GateVerdict verdict, DueHousehold due) => verdict switch
    {
        GateVerdict.Send send => new ClaimDecision.Send(send.Touch, due.Due.First(d => d.Touch.Id == send.Touch).Message!),
        GateVerdict.Wait wait => new ClaimDecision.Wait(wait.Touch, wait.Until, wait.Because.Because),
        GateVerdict.Recompose again => new ClaimDecision.Recompose(again.Touch, Messages.Of(GroupOf(again.Touch, due), again.Message)),
        GateVerdict.End end => new ClaimDecision.End(end.Touch, end.Status, end.Because.Because),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Touches of one group share one message, named after the first of them.
    private static TouchId GroupOf(TouchId touch, DueHousehold due)
    {
        var key = due.Due.First(d => d.Touch.Id == touch).Touch.GroupKey;
        return due.Due.First(d => d.Touch.GroupKey == key).Touch.Id;
    }

    private async Task<DeliveryResult> SendAsync(IReadOnlyList<StoredTouch> claimed, Dictionary<HouseholdId, Household> houses, PlanningContext now, CancellationToken ct)
    {
        var groups = claimed.GroupBy(c => c.Message!.Id).Select(g => g.ToList()).ToList();
        var results = await sender.SendAsync([.. groups.Select(g => mail.Write(g, houses[g[0].Touch.Household], now))], ct);
        var outcomes = new List<DeliveryOutcome>(claimed.Count);
        for (var i = 0; i < groups.Count; i++)
        {
            var result = results[i];
            if (result is SendResult.Refused { IsAddressAtFault: true })
            {
                outbox.Suppress(groups[i][0].Touch.Recipient.Address, "The address does not exist.", now.Now);
            }

            outcomes.AddRange(groups[i].Select(touch => OutcomeOf(touch, result, now)));
        }

        outbox.Record(outcomes, now.Now);
        return new DeliveryResult(results.Count(r => r is SendResult.Accepted), results.Count(r => r is SendResult.Refused), results.Count(r => r is SendResult.Unknown));
    }

    private static DeliveryOutcome OutcomeOf(StoredTouch touch, SendResult result, PlanningContext now) => result switch
    {
        SendResult.Accepted => new DeliveryOutcome(touch.Touch.Id, TouchStatus.Sent, null),
        SendResult.Refused { IsPermanent: true } refused => new DeliveryOutcome(touch.Touch.Id, TouchStatus.Failed, refused.Reason),
        SendResult.Refused refused => new DeliveryOutcome(touch.Touch.Id, TouchStatus.Claimed, refused.Reason, now.Now + RetryAfter),

        // It may have left. Better no second reminder than two: it counts as sent, and staff see that nobody knows.
        SendResult.Unknown unknown => new DeliveryOutcome(touch.Touch.Id, TouchStatus.Sent, unknown.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
