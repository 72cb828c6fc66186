using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>A closed record is left alone: the person moved away, was merged, or asked to leave.</summary>
public sealed record NoTouchToClosedRecords : IPlanningRule
{
    public Finding? Assess(Candidate wish, Household household, PlanningContext context) =>
        wish.Patient.IsActive ? null : Finding.Against("not-active", "The record is closed.");
}
