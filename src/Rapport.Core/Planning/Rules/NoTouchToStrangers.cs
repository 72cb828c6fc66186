using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>Somebody not seen for years is a stranger: only a person decides to write again (<c>failures.md 30</c>).</summary>
public sealed record NoTouchToStrangers : IPlanningRule
{
    public Finding? Assess(Candidate wish, Household household, PlanningContext context)
    {
        if (wish.Urgency <= Urgency.Care)
        {
            return null;
        }

        var years = context.Practice.Limits.YearsUntilStranger;
        return LastSeen(wish.Patient, context.Today) switch
        {
            null => Finding.Against("never-seen", "No visit is on record, so there is no relationship to keep up."),
            { } seen when seen < context.Today.AddYears(-years) => Finding.Against("relationship-expired", $"Last seen on {seen:yyyy-MM-dd}, more than {years} years ago; a person decides whether to write."),
            _ => null,
        };
    }

    private static DateOnly? LastSeen(PatientPicture patient, DateOnly today)
    {
        DateOnly? last = null;
        foreach (var encounter in patient.Encounters)
        {
            if (encounter.From?.On.Earliest is { } on && on <= today && (last is null || on > last) && encounter.Status is not ("cancelled" or "entered-in-error" or "planned"))
            {
                last = on;
            }
        }

        // Some exports hold appointments and no encounters.
        foreach (var visit in patient.Visits)
        {
            if (visit is { Status: VisitStatus.Finished, StartsAt: { } at } && DateOnly.FromDateTime(at.DateTime) is var on && on <= today && (last is null || on > last))
            {
                last = on;
            }
        }

        return last;
    }
}
