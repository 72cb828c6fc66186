using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>Grief quietens the whole household; only what a booked visit needs is still said (<c>failures.md 1–6</c>).</summary>
public sealed record NoTouchIntoGrief(int QuietDaysAfterADeath = 180) : IPlanningRule
{
    public Finding? Assess(Candidate wish, Household household, PlanningContext context)
    {
        if (wish.Urgency <= Urgency.Visit)
        {
            return null;
        }

        foreach (var member in household.Members)
        {
            if (member.Warnings.FirstOrDefault(w => w.Kind is WarningKind.Grief or WarningKind.PregnancyLoss && w.HoldsOn(context.Today)) is { } warning)
            {
                return Finding.Against("grief", $"There is a loss in the household ({warning.Source}). It stays quiet until a person lifts it.");
            }

            if (member.IsDeceased && member.Id != wish.Patient.Id && DiedLately(member, context))
            {
                return Finding.Against("grief", "Somebody of the household has died. It stays quiet until a person lifts it.");
            }
        }

        return null;
    }

    // No date of death on record: we cannot tell that it is long ago, so it is not.
    private bool DiedLately(PatientPicture member, PlanningContext context) =>
        member.DeceasedOn is not { } on || on.Latest >= context.Today.AddDays(-QuietDaysAfterADeath);
}
