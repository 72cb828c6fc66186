using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>Where a visit stands, in the front desk's words.</summary>
public enum VisitStatus
{
    /// <summary>Wished for or offered, not on the book.</summary>
    Proposed,

    /// <summary>On the book; we do not know yet whether the patient comes.</summary>
    Booked,

    /// <summary>On the book, and the patient said that they come.</summary>
    Confirmed,

    Arrived,

    Finished,

    CancelledByPatient,

    CancelledByPractice,

    /// <summary>Off the book, and the record does not say who wished it.</summary>
    Cancelled,

    /// <summary>The practice recorded that the patient did not come.</summary>
    Missed,

    EnteredInError,

    Unknown,
}

/// <summary>A visit on the book, with what may be said of it.</summary>
public sealed record Visit
{
    public required string Id { get; init; }

    public required VisitStatus Status { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When it was put on the book; null where the record does not say.</summary>
    public DateTimeOffset? BookedAt { get; init; }

    /// <summary>Where it stood before the practice moved it; null if it never moved.</summary>
    public DateTimeOffset? MovedFrom { get; init; }

    /// <summary>When we learned that it had moved.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>When we learned that it was off the book.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    public ValueList<Code> ServiceTypes { get; init; } = [];

    /// <summary>How sensitive the kind of visit is; decides which label may be said where.</summary>
    public Sensitivity Sensitivity { get; init; } = Sensitivity.Generic;

    /// <summary>The clinician as patients know them.</summary>
    public string? Clinician { get; init; }

    /// <summary>The place's name or address line.</summary>
    public string? Place { get; init; }

    public string? Instructions { get; init; }

    public bool IsOnTheBook => Status is VisitStatus.Booked or VisitStatus.Confirmed;

    public override string ToString() => $"visit {Id} ({Status})";
}

/// <summary>One touch that we planned before, as the next plan needs to see it.</summary>
public sealed record PastTouch
{
    public required TouchId Id { get; init; }

    public required string Program { get; init; }

    public required string Subject { get; init; }

    public required string Step { get; init; }

    public required Purpose Purpose { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The address it went to, for budgets of shared addresses.</summary>
    public required string Address { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Which words were used, so that nobody reads the same words twice in a year.</summary>
    public string? Template { get; init; }

    public override string ToString() => $"touch {Id} ({Status})";
}
