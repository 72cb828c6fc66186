using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>No message acts as if a person had written, thought or looked, unless the facts name who signs.</summary>
public sealed record NoFalseHumanClaim() : PhraseGuardrail(Codes.FalseHumanClaim, "acts as if a person had written, looked or called")
{
    internal override IEnumerable<Violation> Check(DraftReading reading) =>
        reading.Facts.Has("signer") ? [] : base.Check(reading).Concat(FirstPersons(reading)).Concat(Signature(reading));

    private static IEnumerable<Violation> FirstPersons(DraftReading reading)
    {
        var passage = reading.Passage;
        for (var i = 0; i < passage.Count; i++)
        {
            var norm = passage[i].Norm;
            var isI = norm is "i" && passage[i].Kind is TokenKind.Word && passage[i].Capital;
            var isMe = !passage.IsSpanish && norm is "me" or "my" or "mine" or "myself" || (passage.IsSpanish && norm is "yo" or "conmigo");
            if ((isI || isMe) && !reading.Facts.IsCapitalised(norm))
            {
                yield return new Violation(Codes.FalseHumanClaim, $"\"{passage.Written(i)}\" speaks as one person, and the facts name nobody who signs.");
            }
        }
    }

    // A clinician's name alone on the last line, or behind a last dash, signs for a person who did not write.
    private static IEnumerable<Violation> Signature(DraftReading reading)
    {
        var passage = reading.Passage;
        var start = passage.Count - 1;
        while (start > 0 && !passage[start].Opens)
        {
            start--;
        }

        if (start > 0 && passage[start].Gap is Gap.Line or Gap.Dash && passage.Count - start <= 4 && passage[start].Norm is "dr" or "dra" or "doctor" or "nurse" or "enfermera")
        {
            yield return new Violation(Codes.FalseHumanClaim, $"\"{passage.Written(start, passage.Count)}\" signs for a person, and the facts name nobody who signs.");
        }
    }
}
