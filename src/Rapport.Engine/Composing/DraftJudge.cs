using Rapport.Core.Composing;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Primitives;

namespace Rapport.Engine.Composing;

/// <summary>What was decided about one draft, in words that a person and a model can act on.</summary>
public sealed record JudgedDraft(string Id, ValueList<string> Violations, string Why)
{
    public bool IsFit => Violations.Count is 0;

    public override string ToString() => Id;
}

/// <summary>The desk that says whether a draft may be sent, and why not.</summary>
public static class DraftJudge
{
    public static JudgedDraft Judge(string id, Draft draft, FactSheet facts)
    {
        var verdict = GuardrailSet.Judge(draft, facts);
        return new(id, [.. verdict.Violations.Select(violation => violation.Code).Distinct(StringComparer.Ordinal)], string.Join(" ", verdict.Violations.Select(violation => violation.Why).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>What cannot be read cannot be sent.</summary>
    public static JudgedDraft Unreadable(string id, string why) => new(id, ["unreadable"], why);
}
