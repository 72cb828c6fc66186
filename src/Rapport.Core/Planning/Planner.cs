using Rapport.Core.Planning.Rules;
using Rapport.Core.Records;

namespace Rapport.Core.Planning;

/// <summary>Decides for one household whom to contact, why, how and when, and gives a reason for every silence.</summary>
/// <remarks>
/// A pure function of the household and the context. The gate asks it again at the moment of sending, so that a message leaves
/// only while the plan that made it still stands.
/// </remarks>
public sealed class Planner(IReadOnlyList<IProgram> programs, IReadOnlyList<IPlanningRule> rules)
{
    /// <summary>Goes up whenever a rule or a program decides differently than before.</summary>
    public const string RuleVersion = "2026-11";

    /// <summary>The rules in the order in which they are asked; the first that speaks against decides.</summary>
    public static IReadOnlyList<IPlanningRule> DefaultRules { get; } =
    [
        new NoTouchAfterDeath(), new NoTouchToClosedRecords(), new NoTouchAfterNewsOfDeath(), new NoTouchAgainstAWarning(), new NoTouchIntoGrief(),
        new NoTouchToStrangers(), new NoConfidentialCareToTheFamily(), new NoEchoOfOthers(), new HoldoutByLot(),
    ];

    public TouchPlan Plan(Household household, PlanningContext context)
    {
        var draft = new PlanDraft(household, context);
        foreach (var patient in household.Members)
        {
            draft.AskAboutNewsOfDeath(patient);
            foreach (var program in programs)
            {
                foreach (var proposal in program.Propose(patient, context))
                {
                    draft.Add(program, patient, proposal, rules);
                }
            }
        }

        return draft.Finish();
    }
}
