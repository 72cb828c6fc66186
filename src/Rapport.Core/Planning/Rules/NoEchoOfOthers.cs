using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>Another system of the practice said the same lately; saying it twice is noise (<c>failures.md 43</c>).</summary>
public sealed record NoEchoOfOthers : IPlanningRule
{
    public Finding? Assess(Candidate wish, Household household, PlanningContext context)
    {
        if (wish is not { Program: "appointment", Step: "remind" or "confirm" })
        {
            return null;
        }

        var reminder = wish.Patient.SentByOthers.FirstOrDefault(c => c.Status is "completed" && c.SentAt?.At is { } at
            && at <= context.Now && context.Now - at < TimeSpan.FromDays(1)
            && c.Categories.Concat(c.Reasons).Any(code => code.Value.Contains("reminder", StringComparison.OrdinalIgnoreCase)));
        return reminder is null ? null : Finding.Against("reminded-by-others", $"Another system reminded them within a day (Communication/{reminder.Id}).");
    }
}
