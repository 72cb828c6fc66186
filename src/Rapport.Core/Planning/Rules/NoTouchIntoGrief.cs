using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>Grief quietens the whole household; only what a booked visit needs is still said (<c>failures.md 1–6</c>, <c>evidence.md §7.3</c>).</summary>
public sealed record NoTouchIntoGrief(int QuietDaysAfterADeath = 180) : IPlanningRule
{
    public Finding? Assess(Candidate wish, Household household, PlanningContext context)
    {
        if (wish.Urgency <= Urgency.Visit)
        {
            return AfterALostPregnancy(wish, context);
        }

        foreach (var member in household.Members)
        {
            if (Loss(member, wish, context) is { } loss)
            {
                return Finding.Against("grief", loss);
            }
        }

        return null;
    }

    // A scan that is still on the book hurts most of all (failures.md 5); only a person can tell which visits still make sense.
    private static Finding? AfterALostPregnancy(Candidate wish, PlanningContext context) =>
        wish.Sensitivity > Sensitivity.Generic && Holding(WarningKind.PregnancyLoss, wish.Patient, context) is { } warning
            ? Finding.Against("pregnancy-loss", $"A pregnancy was lost ({warning.Source}); a person decides which visits still make sense.")
            : null;

    private string? Loss(PatientPicture member, Candidate wish, PlanningContext context)
    {
        if ((Holding(WarningKind.Grief, member, context) ?? Holding(WarningKind.PregnancyLoss, member, context)) is { } warning)
        {
            return $"There is a loss in the household ({warning.Source}). It stays quiet until a person lifts it.";
        }

        // The person themselves needs quiet; the family needs no cheerful notes.
        if ((member.Id == wish.Patient.Id || wish.Urgency is Urgency.Kindness) && Holding(WarningKind.BadNews, member, context) is { } news)
        {
            return $"Grave news was given ({news.Source}). It stays quiet until a person lifts it.";
        }

        if (member.Id == wish.Patient.Id)
        {
            return null;
        }

        return member.IsDeceased && DiedLately(member, context) ? "Somebody of the household has died. It stays quiet until a person lifts it."
            : NewsOfDeath.In(member) is { } note ? $"A note in the household speaks of a death (Note/{note.Id}). It stays quiet until a person has looked."
            : null;
    }

    private static Warning? Holding(WarningKind kind, PatientPicture member, PlanningContext context)
    {
        foreach (var warning in member.Warnings)
        {
            if (warning.Kind == kind && warning.HoldsOn(context.Today))
            {
                return warning;
            }
        }

        return null;
    }

    // No date of death on record: we cannot tell that it is long ago, so it is not.
    private bool DiedLately(PatientPicture member, PlanningContext context) =>
        member.DeceasedOn is not { } on || on.Latest >= context.Today.AddDays(-QuietDaysAfterADeath);
}
