using Rapport.Core.Primitives;

namespace Rapport.Core.Planning;

/// <summary>Something that a person at the practice must do because no message can.</summary>
/// <param name="Code">Why, in kebab case, such as <c>unreachable</c> or <c>no-template-in-language</c>.</param>
/// <param name="Because">One sentence for the person who does it.</param>
public sealed record StaffTask(PatientId Patient, string Program, string Subject, string Code, string Because)
{
    public override string ToString() => $"{Code} for patient {Patient}";
}

/// <summary>A contact that was thought of and not made, and why.</summary>
public sealed record Silence(PatientId Patient, string Program, string Subject, string Step, ValueList<Finding> Because)
{
    /// <summary>The finding that decided it.</summary>
    public Finding Decisive => Because.LastOrDefault(f => f.Bearing is Bearing.Against) ?? Because[^1];

    public override string ToString() => $"silence for patient {Patient} ({Program}.{Step}: {Decisive.Code})";
}

/// <summary>What planning decided for one household: whom we contact, whom we do not and why, and what a person must do.</summary>
public sealed record TouchPlan
{
    public required HouseholdId Household { get; init; }

    public ValueList<Touch> Touches { get; init; } = [];

    public ValueList<Silence> Silences { get; init; } = [];

    public ValueList<StaffTask> Tasks { get; init; } = [];

    public override string ToString() => $"plan for household {Household}: {Touches.Count} touches";
}
