using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules;

/// <summary>Where somebody stands with a service.</summary>
public enum DueStatus
{
    Due,

    /// <summary>For them, and not missing now.</summary>
    NotDue,

    /// <summary>For people like them, but something on record speaks against it now.</summary>
    Excluded,

    /// <summary>Not for people like them.</summary>
    NotEligible,

    /// <summary>The record does not tell; a person must look.</summary>
    Unknown,
}

/// <summary>Whether one person is due for one service, and why.</summary>
public sealed record ServiceAssessment
{
    public required ScheduleRow Row { get; init; }

    public string ServiceId => Row.Id;

    public required DueStatus Status { get; init; }

    public RowMode Mode => Row.Mode;

    /// <summary>The day since which it is due; null where that is not known or not so.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The day on which it falls due next.</summary>
    public DateOnly? NextDueOn { get; init; }

    public DateOnly? LastDoneOn { get; init; }

    /// <summary>The last time rests on the patient's word; staff may confirm it.</summary>
    public bool IsPatientReported { get; init; }

    /// <summary>The visit on the book that will see to it.</summary>
    public string? BookedVisit { get; init; }

    public required ValueList<Finding> Because { get; init; }

    /// <summary>The records that the answer rests on, such as <c>Observation/17</c>.</summary>
    public ValueList<string> Records { get; init; } = [];

    public override string ToString() => ServiceId;
}
