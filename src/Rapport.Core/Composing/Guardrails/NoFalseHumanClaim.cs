using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>No message acts as if a person had written, thought or looked, unless the facts name who signs.</summary>
public sealed record NoFalseHumanClaim() : PhraseGuardrail(Codes.FalseHumanClaim, "acts as if a person had written, looked or called, and the facts name nobody who signs")
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
                yield return new Violation(Codes.FalseHumanClaim, $"\"{passage.Written(i)}\" speaks as one person, and the facts name nobody who signs. Say \"we\".");
            }
        }
    }

    // A clinician's name at the very end, alone or behind a closing word, signs for a person who did not write.
    private static IEnumerable<Violation> Signature(DraftReading reading)
    {
        var passage = reading.Passage;
        var start = passage.Count - 1;
        while (start > 0 && !passage[start].Opens && IsOfName(reading, start))
        {
            start--;
        }

        start += IsOfName(reading, start) ? 0 : 1;
        var alone = start < passage.Count && start > 0 && (passage[start].Opens || passage[start - 1].Norm is "yours" or "sincerely" or "regards" or "warmly" or "wishes" or "best" or "love" or "cheers" or "thanks" or "atentamente" or "saludos" or "cordialmente");
        if (alone && Enumerable.Range(start, passage.Count - start).Any(i => IsTitle(passage[i].Norm) || reading.Facts.IsClinician(passage[i].Norm)))
        {
            yield return new Violation(Codes.FalseHumanClaim, $"\"{passage.Written(start, passage.Count)}\" signs for a person, and the facts name nobody who signs.");
        }
    }

    private static bool IsOfName(DraftReading reading, int at) => IsTitle(reading.Passage[at].Norm) || reading.Facts.IsClinician(reading.Passage[at].Norm);

    private static bool IsTitle(string norm) => norm is "dr" or "dra" or "doctor" or "nurse" or "enfermera" or "md";
}
