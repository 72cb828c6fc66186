using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>When a note says that somebody has died, everything stops for that patient until a person has looked (<c>failures.md 2</c>, <c>evidence.md §7.3</c>).</summary>
public sealed record NoTouchAfterNewsOfDeath : IPlanningRule
{
    public const string Code = "news-of-death";

    public Finding? Assess(Candidate wish, Household household, PlanningContext context) =>
        NewsOfDeath.In(wish.Patient) is { } note
            ? Finding.Against(Code, $"A note speaks of a death (Note/{note.Id}). Everything stops until a person has looked.")
            : null;
}
