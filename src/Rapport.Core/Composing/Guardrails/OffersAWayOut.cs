using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A first or marketing message says how to end such messages; no message asks for a word that carriers take as an end.</summary>
public sealed record OffersAWayOut : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        var isOwed = reading.Facts.Flag("first_message") || reading.Facts.Flag("marketing");
        if (isOwed && !HasOne(reading))
        {
            yield return new(Codes.MissingOptOut, "Does not say how to stop such messages. Add a line such as \"Reply STOP to end\" (\"Responda ALTO\"), or the given link.");
        }

        var passage = reading.Passage;
        for (var i = 1; i < passage.Count; i++)
        {
            if (passage[i] is { Shout: true, Norm: "cancel" or "end" or "quit" or "cancelar" or "unsubscribe" } && passage.WordAt(i + 1, i) is "to" or "para" && passage.WordAt(i + 2, i) is not ("stop" or "end" or "opt" or "unsubscribe" or "quit" or "no" or "dejar" or "ya"))
            {
                yield return new(Codes.WrongFact, $"\"{passage.Written(i)}\" would end all messages (evidence.md §5.4).");
            }
        }
    }

    private static bool HasOne(DraftReading reading) => reading.Draft.Channel switch
    {
        Channel.Sms => reading.Passage.Tokens.Any(token => token.Shout && (token.Norm is "stop" || (reading.Passage.IsSpanish && token.Norm is "alto"))),
        Channel.Email => HasLink(reading) || HasWords(reading.Passage),
        _ => true,
    };

    private static bool HasLink(DraftReading reading)
    {
        foreach (var fact in reading.Facts.Sheet.Facts)
        {
            var isWayOut = fact.Name.Contains("unsub", StringComparison.Ordinal) || fact.Name.Contains("opt", StringComparison.Ordinal) || fact.Name.Contains("preferences", StringComparison.Ordinal) || fact.Name.Contains("stop", StringComparison.Ordinal);
            if (isWayOut && fact.Value is FactValue.Text text && reading.Passage.Text.Contains(text.Words, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWords(Passage passage)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            var norm = passage[i].Norm;
            if (norm is "unsubscribe" || (norm is "stop" or "end" or "alto" && (passage[i].Shout || passage.WordAt(i + 1, i) is "these" or "getting" or "our" or "emails" or "notes"))
                || (norm is "baja" or "dejar" && passage.IsSpanish) || (norm is "recibir" or "escribimos" && passage.WordAt(i - 1, i) is "no" or "le"))
            {
                return true;
            }
        }

        return false;
    }
}
