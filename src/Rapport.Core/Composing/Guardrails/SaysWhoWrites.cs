using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>Outside the portal a template names its sender: the field <c>{practice}</c> stands in it, and not in a passage that may be left out.</summary>
public sealed record SaysWhoWrites : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        if (reading.Draft.Channel is not Channel.Portal && !NamesThePractice(reading.Draft.Body))
        {
            yield return new(Codes.MissingSender, "Nobody can tell who writes: put {practice} where it is always said, outside of square brackets.");
        }
    }

    private static bool NamesThePractice(string body)
    {
        var isOptional = false;
        for (var i = 0; i < body.Length; i++)
        {
            isOptional = body[i] switch { '[' => true, ']' => false, _ => isOptional };
            if (body[i] is '{' && !isOptional && (body.AsSpan(i).StartsWith("{practice}", StringComparison.Ordinal) || body.AsSpan(i).StartsWith("{practice.name}", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
