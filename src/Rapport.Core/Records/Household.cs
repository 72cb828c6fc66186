using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>The pictures of people who share a home, a phone or a guardian: the unit of planning.</summary>
public sealed record Household(HouseholdId Id, ValueList<PatientPicture> Members)
{
    public override string ToString() => $"household {Id}";
}
