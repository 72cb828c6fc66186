using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>What a teenager may keep to themselves is not told to the family (<c>evidence.md §7.6</c>, <c>failures.md 13</c>).</summary>
public sealed record NoConfidentialCareToTheFamily : IPlanningRule
{
    public Finding? Assess(Candidate wish, Household household, PlanningContext context)
    {
        var age = wish.Patient.AgeOn(context.Today);
        if (age is >= 18)
        {
            return null;
        }

        foreach (var warning in wish.Patient.Warnings)
        {
            if (warning.Kind is WarningKind.Confidential && warning.HoldsOn(context.Today))
            {
                return Finding.Against("confidential", $"The care of a minor is marked confidential ({warning.Source}); a person contacts them.");
            }
        }

        return age is null or >= 12 && wish.Sensitivity is Sensitivity.Sensitive
            ? Finding.Against("confidential", "A minor's sensitive visit is not mentioned to anybody else.")
            : null;
    }
}
