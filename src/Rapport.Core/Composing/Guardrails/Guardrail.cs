using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A guardrail that looks at a draft already taken apart, so that the work is done once for all of them.</summary>
public abstract record Guardrail : IGuardrail
{
    public IEnumerable<Violation> Check(Draft draft, FactSheet facts) => Check(DraftReading.Of(draft, facts));

    public sealed override string ToString() => GetType().Name;

    internal abstract IEnumerable<Violation> Check(DraftReading reading);
}

/// <summary>A guardrail that a list of phrases decides (<c>Lexicons/phrases.txt</c>).</summary>
public abstract record PhraseGuardrail(string Code, string Because) : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        foreach (var hit in reading.Unexcused(Code))
        {
            yield return new Violation(Code, $"\"{reading.Passage.Written(hit.From, hit.To)}\" {Because}.");
        }
    }
}
