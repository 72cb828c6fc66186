using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Engine.Delivery;
using Rapport.Engine.Planning;
using Rapport.Storage.Composing;

namespace Rapport.Storage.Delivery;

/// <summary>Writes what the gate decided. Statuses only move forward: what was claimed before and must wait stays claimed.</summary>
internal sealed class ClaimWriter(Database database, Session session, DateTimeOffset now, DateTimeOffset leaseEndsAt)
{
    private const int Approved = (int)TouchStatus.Approved;
    private const int Claimed = (int)TouchStatus.Claimed;

    private const string Claim =
        """
        UPDATE touches SET status = @claimed, reason = NULL, message_id = @message_id, template = @template, due_at = @due_at,
            sent_at = COALESCE(sent_at, @sent_at)
        WHERE practice = @practice AND id = @id AND status IN (@approved, @claimed)
        """;

    private const string LookAgain =
        "UPDATE touches SET reason = @reason, due_at = @due_at WHERE practice = @practice AND id = @id AND status IN (@approved, @claimed)";

    private const string ChangeWords =
        """
        UPDATE touches SET reason = NULL, message_id = @message_id, template = @template, due_at = @due_at
        WHERE practice = @practice AND id = @id AND status IN (@approved, @claimed)
        """;

    private const string End =
        """
        UPDATE touches SET status = @status, reason = @reason, due_at = NULL
        WHERE practice = @practice AND id = @id AND status IN (@approved, @claimed)
        """;

    private readonly Dictionary<TouchId, StoredTouch> _claimed = [];
    private readonly HashSet<StoredMessage> _kept = [];

    public void Write(IReadOnlyList<StoredTouch> due, IReadOnlyList<ClaimDecision> decisions)
    {
        var touches = due.ToDictionary(d => d.Touch.Id);
        foreach (var decision in decisions)
        {
            if (!touches.Remove(decision.Touch, out var touch))
            {
                throw new InvalidOperationException($"The gate decided about touch {decision.Touch}, which was not due or was decided already.");
            }

            Write(touch, decision);
        }

        if (touches.Count > 0)
        {
            throw new InvalidOperationException($"The gate left {touches.Count} due touches undecided; they would come back for ever.");
        }
    }

    public void EndAll(IEnumerable<StoredTouch> touches, string reason)
    {
        foreach (var touch in touches)
        {
            Write(touch, new ClaimDecision.End(touch.Touch.Id, TouchStatus.Withdrawn, reason));
        }
    }

    public IReadOnlyList<StoredTouch> ClaimedInOrderOf(IEnumerable<StoredTouch> due) =>
        [.. due.Select(d => _claimed.GetValueOrDefault(d.Touch.Id)).OfType<StoredTouch>()];

    private void Write(StoredTouch touch, ClaimDecision decision)
    {
        var (practice, id) = (database.Practice, decision.Touch.Value);
        switch (decision)
        {
            case ClaimDecision.Send send:
                Keep(touch, send.Message);
                session[Claim].Run(Claimed, send.Message.Id, send.Message.Template, leaseEndsAt.UtcTicks, now.UtcTicks, practice, id, Approved);
                _claimed[send.Touch] = touch with
                {
                    Touch = touch.Touch with { Status = TouchStatus.Claimed },
                    Reason = null,
                    Message = send.Message,
                    SentAt = touch.SentAt ?? now,   // from its first claim on it counts as contact, and keeps its date at every attempt
                };
                break;
            case ClaimDecision.Wait wait:
                session[LookAgain].Run(wait.Reason, wait.Until.UtcTicks, practice, id, Approved, Claimed);
                break;
            case ClaimDecision.Recompose recompose:
                Keep(touch, recompose.Message);
                session[ChangeWords].Run(recompose.Message.Id, recompose.Message.Template, now.UtcTicks, practice, id, Approved, Claimed);
                break;
            case ClaimDecision.End end when end.Status.IsEnd():
                session[End].Run((int)end.Status, end.Reason, practice, id, Approved, Claimed);
                break;
            default:
                throw new InvalidOperationException($"The gate cannot end touch {decision.Touch} with a status that is no end.");
        }
    }

    // One message serves a whole group, and mostly it is the one that is there.
    private void Keep(StoredTouch touch, StoredMessage message)
    {
        if (message != touch.Message && _kept.Add(message))
        {
            session.Keep(database, message);
        }
    }
}

/// <summary>Writes what became of claimed touches; one that is no longer claimed was settled by another process and stays as it is.</summary>
internal sealed class OutcomeWriter(Database database, Session session, DateTimeOffset now)
{
    private const string Settle =
        """
        UPDATE touches SET status = @status, reason = @reason, sent_at = CASE WHEN @is_sent THEN COALESCE(sent_at, @sent_at) END, due_at = NULL
        WHERE practice = @practice AND id = @id AND status = @claimed
        """;

    private const string TryAgain =
        "UPDATE touches SET reason = @reason, due_at = @due_at WHERE practice = @practice AND id = @id AND status = @claimed";

    public void Write(DeliveryOutcome outcome)
    {
        var id = outcome.Touch.Value;
        if (outcome.RetryAt is { } retryAt)
        {
            session[TryAgain].Run(outcome.Reason, retryAt.UtcTicks, database.Practice, id, (int)TouchStatus.Claimed);
            return;
        }

        if (outcome.Status <= TouchStatus.Claimed)
        {
            throw new InvalidOperationException($"Touch {outcome.Touch} cannot go back from claimed.");
        }

        session[Settle].Run((int)outcome.Status, outcome.Reason, outcome.Status is TouchStatus.Sent, now.UtcTicks, database.Practice, id, (int)TouchStatus.Claimed);
    }
}
