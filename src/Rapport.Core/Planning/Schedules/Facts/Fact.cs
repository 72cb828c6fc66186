using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Facts;

/// <summary>What kind of record a fact came from; a set of kinds says where a rule looks.</summary>
[Flags]
internal enum FactKind
{
    None = 0,
    Procedure = 1,
    Immunization = 2,
    Observation = 4,
    Report = 8,
    Order = 16,
    Medication = 32,
    Device = 64,
    Condition = 128,
    Visit = 256,

    /// <summary>Something done, measured or given, rather than ordered or diagnosed.</summary>
    Done = Procedure | Immunization | Observation | Report,
}

/// <summary>How far a record may be relied on.</summary>
internal enum Standing
{
    /// <summary>It holds: done, final, ordered, diagnosed.</summary>
    Holds,

    /// <summary>The record says that it was expressly not done.</summary>
    NotDone,

    /// <summary>Planned, preliminary, cancelled, refuted: not evidence.</summary>
    Open,
}

/// <summary>One record, seen through its concepts.</summary>
internal sealed class Fact
{
    public required FactKind Kind { get; init; }

    /// <summary>Such as <c>Observation/17</c>.</summary>
    public required string Record { get; init; }

    public required ushort[] Concepts { get; init; }

    public required Standing Standing { get; init; }

    public string? Status { get; init; }

    /// <summary>The first day; null where it is not known.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day; <see cref="DateOnly.MaxValue"/> while it goes on, null where it is not known.</summary>
    public DateOnly? EndsOn { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public DateOnly? RecordedOn { get; init; }

    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>The day by which a service counts: of the service itself, not of its result.</summary>
    public DateOnly? DoneOn => EndsOn == DateOnly.MaxValue ? StartsOn : EndsOn ?? StartsOn;

    public SourceService? Service { get; init; }

    public SourceCondition? Condition { get; init; }

    public SourceEncounter? Visit { get; init; }

    public bool HasCategory(string value)
    {
        foreach (var category in Service?.Categories ?? Condition?.Categories ?? [])
        {
            if (string.Equals(category.Value, value, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The id of the row that the record names, where it was told to us without a code of its own.</summary>
    public string? NamedService { get; init; }

    public bool IsPatientReported
    {
        get
        {
            foreach (var category in Service?.Categories ?? ValueList<Code>.Empty)
            {
                if (category is { System: CodeSystems.Origin, Value: "patient-reported" })
                {
                    return true;
                }
            }

            return false;
        }
    }

    public override string ToString() => Record;
}
