using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>Who must not be contacted is not contacted, and a safe-contact flag leaves everything to a person (<c>evidence.md §7.8</c>).</summary>
public sealed record NoTouchAgainstAWarning : IPlanningRule
{
    public Finding? Assess(Candidate wish, Household household, PlanningContext context)
    {
        foreach (var warning in wish.Patient.Warnings.Where(w => w.HoldsOn(context.Today)))
        {
            switch (warning.Kind)
            {
                case WarningKind.DoNotContact:
                    return Finding.Against("do-not-contact", $"The chart says not to contact them ({warning.Source}).");
                case WarningKind.SafeContact:
                    return Finding.Against("safe-contact", $"Only a person may contact them, in the way they named ({warning.Source}).");
                case WarningKind.ComplaintOpen when wish.Purpose is not Purpose.Care:
                    return Finding.Against("complaint-open", $"A complaint is open ({warning.Source}); kind words wait until it is settled.");
            }
        }

        return null;
    }
}
