using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>What the practice did to a booked visit after we first saw it.</summary>
/// <param name="MovedFrom">The earlier start, if it was moved.</param>
/// <param name="MovedAt">When we learned of the move.</param>
/// <param name="CancelledAt">When we learned that it was off the book.</param>
public sealed record VisitHistory(DateTimeOffset? MovedFrom, DateTimeOffset? MovedAt, DateTimeOffset? CancelledAt)
{
    public override string ToString() => "visit history";
}

/// <summary>Everything on record about one patient, before it is made into a picture.</summary>
public sealed record Chart
{
    public required SourcePatient Patient { get; init; }

    public HouseholdId Household { get; init; }

    public ValueList<ChartRecord> Records { get; init; } = [];

    /// <summary>By appointment id.</summary>
    public IReadOnlyDictionary<string, VisitHistory> Visits { get; init; } = new Dictionary<string, VisitHistory>(StringComparer.Ordinal);

    public ValueList<PastTouch> Touches { get; init; } = [];

    public override string ToString() => $"chart of patient {Patient.Id}";
}

/// <summary>The charts of one household, which is the unit of planning: budgets and grief belong to it, not to one person.</summary>
/// <param name="Suppressed">Addresses of this household that must not be used, canonical, with the reason.</param>
public sealed record HouseholdCharts(HouseholdId Household, ValueList<Chart> Charts, IReadOnlyDictionary<string, string> Suppressed)
{
    public override string ToString() => $"household {Household}";
}
