using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>Who must not be contacted is not contacted, and a safe-contact flag leaves everything to a person (<c>evidence.md §7.8</c>).</summary>
public sealed record NoTouchAgainstAWarning : IPlanningRule
{
    public Finding? Assess(Candidate wish, Household household, PlanningContext context)
    {
        foreach (var warning in wish.Patient.Warnings)
        {
            if (warning.HoldsOn(context.Today) && Of(warning, wish) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    // An open complaint quietens everything but visits (evidence.md §3.5, step 14).
    private static Finding? Of(Warning warning, Candidate wish) => warning.Kind switch
    {
        WarningKind.DoNotContact => Finding.Against("do-not-contact", $"The chart says not to contact them ({warning.Source})."),
        WarningKind.SafeContact => Finding.Against("safe-contact", $"Only a person may contact them, in the way they named ({warning.Source})."),
        WarningKind.ComplaintOpen when wish.Urgency > Urgency.Visit => Finding.Against("complaint-open", $"A complaint is open ({warning.Source}); nothing but visits is written about until it is settled."),
        _ => null,
    };
}
