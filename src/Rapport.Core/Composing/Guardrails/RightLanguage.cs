using System.Collections.Frozen;
using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>Every part of a message, its subject and closing too, is in the language of its reader.</summary>
public sealed record RightLanguage : Guardrail
{
    // Words that only the other language has: one is enough, since names and facts are left out.
    private static readonly FrozenSet<string> OnlyEnglish = FrozenSet.ToFrozenSet(
        ["the", "and", "you", "your", "we", "our", "is", "are", "was", "will", "for", "with", "to", "of", "at", "on", "this", "that", "please", "thank", "thanks", "dear", "hello", "hi", "hey", "visit", "appointment",
            "today", "tomorrow", "reply", "call", "see", "from", "have", "has", "if", "or", "not", "can", "us", "it", "by", "sincerely", "regards", "warmly", "best", "kind", "welcome", "care", "team", "need", "time", "ready",
            "subject", "remember", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "happy", "birthday", "any", "questions", "soon", "reminder", "closed", "open", "good", "day", "new"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> OnlySpanish = FrozenSet.ToFrozenSet(
        ["asunto", "el", "la", "los", "las", "su", "sus", "usted", "ustedes", "que", "de", "del", "en", "con", "por", "para", "una", "un", "es", "esta", "cita", "visita", "gracias", "hola", "querido", "querida", "estimado", "estimada",
            "manana", "hoy", "llame", "llamenos", "escribanos", "responda", "conteste", "favor", "nos", "le", "les", "lo", "al", "como", "cuando", "si", "y", "o", "saludos", "atentamente", "cordialmente", "lunes", "martes", "miercoles",
            "jueves", "viernes", "sabado", "domingo", "buenos", "buenas", "dias", "tardes", "feliz", "cumpleanos", "equipo", "clinica", "ya", "pronto", "listo", "nuestro", "nuestra", "esperamos", "vemos", "dia", "hora"],
        StringComparer.Ordinal);

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        if (reading.Draft.Language != Language.English && reading.Draft.Language != Language.Spanish)
        {
            yield return new(Codes.WrongLanguage, "Words in this language cannot be judged here.");
            yield break;
        }

        var passage = reading.Passage;
        var foreign = passage.IsSpanish ? OnlyEnglish : OnlySpanish;
        for (var i = 0; i < passage.Count; i++)
        {
            if (foreign.Contains(passage[i].Norm) && passage[i].Kind is TokenKind.Word && !IsExcused(reading, i))
            {
                yield return new(Codes.WrongLanguage, $"\"{passage.Written(i)}\" is not in the language of the reader.");
            }
        }
    }

    private static bool IsExcused(DraftReading reading, int at)
    {
        var token = reading.Passage[at];
        return reading.Facts.IsCapitalised(token.Norm) || reading.Facts.StatesStem(token.Norm)
            || token.Norm.Length is 1 && (token.Norm is not ("y" or "o") || token.Shout || token.Capital)
            || (at > 0 && token.Norm is "la" or "los" or "las" or "el" or "de" or "del" && token.Capital)
            || token.Shout
            || reading.Mentions.Exists(mention => mention is Mention.Day && mention.From <= at && at < mention.To && !reading.Passage.IsSpanish && token.Norm is "a");
    }
}
