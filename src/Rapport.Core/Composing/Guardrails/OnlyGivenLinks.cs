using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A link or address stands exactly as the facts give it.</summary>
public sealed record OnlyGivenLinks : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        foreach (var token in reading.Passage.Tokens)
        {
            if (token.Kind is TokenKind.Link or TokenKind.Email && !reading.Facts.Links.Contains(token.Norm))
            {
                yield return new(Codes.UnsafeLink, "A link or address is not exactly one of the facts. Use the given one, letter by letter, and no other.");
            }
        }
    }
}
