using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A template uses only merge fields that its situation can fill.</summary>
public sealed record FieldsAreKnown : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        if (reading.Fields is not { } known)
        {
            yield break;
        }

        foreach (var token in reading.Passage.Tokens)
        {
            if (token.Kind is TokenKind.Field && !known.Contains(token.Norm))
            {
                yield return new(Codes.BrokenPlaceholder, $"{{{token.Norm}}} is no merge field of this situation: nothing would fill it. Use one of {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }
        }
    }
}
