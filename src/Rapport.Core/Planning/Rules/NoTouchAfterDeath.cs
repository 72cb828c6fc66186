using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>Nobody who has died is written to, and nobody is written to about them (<c>failures.md 1–6</c>).</summary>
public sealed record NoTouchAfterDeath : IPlanningRule
{
    public Finding? Assess(Candidate wish, Household household, PlanningContext context) =>
        wish.Patient.IsDeceased ? Finding.Against("deceased", "The record says that the patient has died.") : null;
}
