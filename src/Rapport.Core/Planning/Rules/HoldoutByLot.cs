using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>Some people, drawn by lot, are left as they would have been without Rapport, so that its effect can be told.</summary>
/// <remarks>Never for booked visits: nobody's visit is risked for a measurement.</remarks>
public sealed record HoldoutByLot : IPlanningRule
{
    /// <summary>The code that planning turns into a held-out touch instead of a silence.</summary>
    public const string Code = "held-out";

    public Finding? Assess(Candidate wish, Household household, PlanningContext context)
    {
        var isDrawn = wish.Urgency > Urgency.Care
            && Chance.Share("holdout", context.Practice.Id, wish.Program, household.Id.Value) * 100 < context.Practice.HoldoutPercent;
        return isDrawn ? Finding.Against(Code, "Drawn by lot into the group that this program does not contact, so that its effect can be measured.") : null;
    }
}
