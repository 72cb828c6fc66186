using Rapport.Core.Primitives;

namespace Rapport.Core.Planning;

/// <summary>One contact that we intend to make with one patient, for one reason.</summary>
/// <remarks>
/// A touch says why, how and when; it holds no words. Composing adds the words and may still decide that nothing must be
/// sent. Touches with the same <see cref="GroupKey"/> leave as one message: the visits of a family on one day, all that
/// is due for one person.
/// </remarks>
public sealed record Touch
{
    public required TouchId Id { get; init; }

    public required PatientId Patient { get; init; }

    public required HouseholdId Household { get; init; }

    /// <summary>The standing reason to be in touch, such as <c>appointment</c>.</summary>
    public required string Program { get; init; }

    /// <summary>The instance that it is about: this visit, this due service and cycle, this birthday year.</summary>
    public required string Subject { get; init; }

    /// <summary>Where in the program's course, such as <c>confirm</c> or <c>invite</c>.</summary>
    public required string Step { get; init; }

    public required Purpose Purpose { get; init; }

    public required Recipient Recipient { get; init; }

    public required Channel Channel { get; init; }

    public required Language Language { get; init; }

    public required SendWindow Window { get; init; }

    /// <summary>The zones that the people it is about may live in; it arrives at a good hour in all of them.</summary>
    public ValueList<string> Zones { get; init; } = [];

    /// <summary>Decides the hours and what comes first.</summary>
    public Urgency Urgency { get; init; } = Urgency.Normal;

    public SendHours Hours => SendHours.For(Urgency);

    /// <summary>Touches with the same key leave as one message.</summary>
    public required string GroupKey { get; init; }

    /// <summary>The version of the rules that shaped it.</summary>
    public required string RuleVersion { get; init; }

    public TouchStatus Status { get; init; } = TouchStatus.Planned;

    /// <summary>Every finding that shaped this choice, in the order applied; staff see it as it stands.</summary>
    public required ValueList<Finding> Because { get; init; }

    public override string ToString() => $"touch {Id} ({Program}.{Step})";

    /// <summary>The id that a touch always has, so that planning again finds it.</summary>
    public static TouchId IdOf(PatientId patient, string program, string subject, string step) =>
        new(Chance.IdOf("touch", patient.Value, program, subject, step));
}

/// <summary>Who reads the message.</summary>
/// <param name="PersonId">Null for the patient; else the caregiver's id.</param>
/// <param name="Address">The one address, in canonical form.</param>
public sealed record Recipient(string? PersonId, string Address)
{
    public bool IsPatient => PersonId is null;

    public override string ToString() => PersonId ?? "patient";
}

/// <summary>When sending is both useful and polite. Half-open: never at <see cref="ExpiresAt"/>.</summary>
public sealed record SendWindow(DateTimeOffset NotBefore, DateTimeOffset BestAt, DateTimeOffset ExpiresAt);

/// <summary>Where a touch stands. It only ever moves forward; the last six are ends, each with a reason.</summary>
public enum TouchStatus
{
    Planned = 0,

    /// <summary>Words exist and passed the checks.</summary>
    Composed = 1,

    /// <summary>Waits for a person.</summary>
    Held = 2,

    Approved = 3,

    /// <summary>The gate let it go; the provider is being called.</summary>
    Claimed = 4,

    Sent = 5,
    Delivered = 6,
    Bounced = 7,
    Failed = 8,

    /// <summary>Its subject no longer stands: moved, cancelled, done, deceased.</summary>
    Withdrawn = 20,

    /// <summary>It must not be sent: consent, suppression, language, unreachable.</summary>
    Suppressed = 21,

    Expired = 22,

    /// <summary>Chosen by lot not to be contacted, so that effects can be measured.</summary>
    HeldOut = 23,
}

/// <summary>The order of statuses.</summary>
public static class TouchStatuses
{
    /// <summary>Planned, composed, held or approved: nothing has left, and it can still be taken back.</summary>
    public static bool IsUnsent(this TouchStatus status) => status < TouchStatus.Claimed;

    public static bool IsEnd(this TouchStatus status) => status >= TouchStatus.Withdrawn;

    /// <summary>Left the practice, or may have: it counts against every budget.</summary>
    public static bool CountsAsContact(this TouchStatus status) => status is >= TouchStatus.Claimed and <= TouchStatus.Bounced;

    /// <remarks>Forward only; but what was taken back before it left may be planned anew when its reason is gone, such as a visit that is on the book again.</remarks>
    public static bool MayBecome(this TouchStatus from, TouchStatus to) =>
        from is TouchStatus.Withdrawn or TouchStatus.Suppressed ? to is TouchStatus.Planned : !from.IsEnd() && to > from;
}
