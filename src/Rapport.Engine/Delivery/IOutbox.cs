using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Planning;

namespace Rapport.Engine.Delivery;

/// <summary>Approved touches of one household whose time has come, beside the truth as it is now.</summary>
/// <param name="Charts">The household, read anew in the claiming transaction.</param>
/// <param name="Due">Due touches with their messages, whole groups, in order of usefulness.</param>
public sealed record DueHousehold(HouseholdCharts Charts, IReadOnlyList<StoredTouch> Due)
{
    public override string ToString() => Charts.ToString();
}

/// <summary>What the gate decided about one touch.</summary>
public abstract record ClaimDecision(TouchId Touch)
{
    /// <summary>The kind and the touch: reasons may hold patient data.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Touch}";

    /// <summary>It may leave now, with exactly these words.</summary>
    public sealed record Send(TouchId Touch, StoredMessage Message) : ClaimDecision(Touch);

    /// <summary>Not now; ask again at this instant.</summary>
    public sealed record Wait(TouchId Touch, DateTimeOffset Until, string Reason) : ClaimDecision(Touch);

    /// <summary>Facts have changed: other words for the same touch, judged anew.</summary>
    public sealed record Recompose(TouchId Touch, StoredMessage Message) : ClaimDecision(Touch);

    /// <summary>It ends here: withdrawn, suppressed or expired.</summary>
    public sealed record End(TouchId Touch, TouchStatus Status, string Reason) : ClaimDecision(Touch);
}

/// <summary>The queue of approved messages.</summary>
public interface IOutbox
{
    /// <summary>
    /// In one transaction: finds up to <paramref name="max"/> due touches that nobody has claimed (and those claimed by a
    /// process that died, older than <paramref name="lease"/>), reads their households anew, asks <paramref name="decide"/>,
    /// and writes every decision. Returns what was claimed for sending.
    /// </summary>
    IReadOnlyList<StoredTouch> Claim(DateTimeOffset now, int max, TimeSpan lease, Func<DueHousehold, IReadOnlyList<ClaimDecision>> decide);

    /// <summary>Records what became of claimed touches: Sent or Failed, with the reason, or back in the queue until an instant.</summary>
    void Record(IReadOnlyList<DeliveryOutcome> outcomes, DateTimeOffset now);

    /// <summary>The earliest instant at which something may be due, or null when the queue is empty.</summary>
    DateTimeOffset? NextDueAt();

    /// <summary>Marks an address as not to be used, for everybody who shares it.</summary>
    void Suppress(string address, string reason, DateTimeOffset now);
}

/// <summary>What became of one claimed touch.</summary>
/// <param name="RetryAt">Set where the provider said "later": the touch goes back in the queue until then.</param>
public sealed record DeliveryOutcome(TouchId Touch, TouchStatus Status, string? Reason, DateTimeOffset? RetryAt = null)
{
    /// <summary>Without the reason: a provider's words may repeat the address.</summary>
    public override string ToString() => $"{Status} {Touch}";
}
