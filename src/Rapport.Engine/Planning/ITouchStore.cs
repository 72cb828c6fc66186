using Rapport.Core.Planning;
using Rapport.Core.Primitives;

namespace Rapport.Engine.Planning;

/// <summary>What saving plans changed.</summary>
public sealed record SaveResult(long Added, long Changed, long Unchanged, long Withdrawn)
{
    public static SaveResult operator +(SaveResult a, SaveResult b) =>
        new(a.Added + b.Added, a.Changed + b.Changed, a.Unchanged + b.Unchanged, a.Withdrawn + b.Withdrawn);
}

/// <summary>A touch as it stands in the store.</summary>
/// <param name="Touch">The touch with its present status.</param>
/// <param name="Reason">Why it ended or waits; null while it is on its way.</param>
/// <param name="Message">Words, once composed.</param>
/// <param name="SentAt">When it left.</param>
public sealed record StoredTouch(Touch Touch, string? Reason, StoredMessage? Message, DateTimeOffset? SentAt)
{
    public override string ToString() => Touch.ToString();
}

/// <summary>The words of a touch or of a group of touches.</summary>
/// <param name="Id">The message id; the same for every touch of a group.</param>
/// <param name="Template">Which words: pack key and variant.</param>
/// <param name="Provenance">JSON: which sentence rests on which fact of which record and date.</param>
public sealed record StoredMessage(Guid Id, string Template, string? Subject, string Body, string Provenance)
{
    public override string ToString() => $"message {Id:N}";
}

/// <summary>Keeps plans.</summary>
public interface ITouchStore
{
    /// <summary>
    /// Saves the plans of some households in one transaction: new touches are added; an unsent touch of the same key is
    /// replaced where it differs (back to planned: its words are written anew); an unsent touch of these households that is no longer in the plan is
    /// withdrawn with the plan's reason for the silence. What was sent or ended is never touched. Staff tasks are kept once per
    /// (patient, program, subject, code).
    /// </summary>
    SaveResult Save(IReadOnlyList<TouchPlan> plans, DateTimeOffset now);

    IReadOnlyList<StoredTouch> TouchesOf(IReadOnlyCollection<PatientId> patients);

    /// <summary>Everything that was sent and not yet ended otherwise, with its words, in order of sending.</summary>
    IReadOnlyList<StoredTouch> Sent();

    /// <summary>How many touches stand where, by program, step, channel and status, and with which reason.</summary>
    IReadOnlyList<TouchCount> Count();

    IReadOnlyList<StaffTask> OpenTasks();
}

/// <summary>A line of an overview.</summary>
public sealed record TouchCount(string Program, string Step, Channel Channel, TouchStatus Status, string? Reason, long Number)
{
    public override string ToString() => $"{Program}.{Step} {Status}";
}
