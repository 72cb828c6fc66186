using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>Something that a draft must not say.</summary>
/// <param name="Code">The kind, such as <c>invented-fact</c> (see <c>docs/reference/guardrails.md</c>).</param>
/// <param name="Why">What was found and why it cannot stay, for a person and for a model.</param>
public sealed record Violation(string Code, string Why)
{
    public override string ToString() => Code;
}

/// <summary>What the guardrails found in a draft: nothing, or why it is held.</summary>
public sealed record Verdict(ValueList<Violation> Violations)
{
    public static Verdict Pass { get; } = new([]);

    public bool IsFit => Violations.Count is 0;

    public override string ToString() => IsFit ? "fit" : string.Join(", ", Violations.Select(v => v.Code).Distinct(StringComparer.Ordinal));
}

/// <summary>One statement that a draft must satisfy; the type's name is the statement.</summary>
public interface IGuardrail
{
    IEnumerable<Violation> Check(Draft draft, FactSheet facts);
}
