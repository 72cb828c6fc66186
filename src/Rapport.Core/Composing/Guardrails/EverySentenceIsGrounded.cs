using System.Collections.Frozen;
using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A sentence that states something names a fact; only a greeting, request, question, wish or courtesy may stand without one.</summary>
/// <remarks>Catches claims made of ordinary words alone: "It will be a short one", "You were right to ask".</remarks>
public sealed record EverySentenceIsGrounded : Guardrail
{
    private const int ShortestStatement = 4;

    // A sentence that begins so asks, wishes, thanks or sets a condition: it states nothing by itself.
    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(
        ["reply", "text", "call", "write", "send", "let", "tell", "please", "just", "feel", "choose", "pick", "join", "ask", "if", "when", "whenever", "thank", "thanks", "sorry", "happy", "hope", "should", "bring", "come", "stay", "keep", "drop", "hit", "tap", "open", "read", "check", "try", "give", "make", "put", "save", "mind", "wishing", "wish", "best", "warm", "kind", "have", "enjoy", "may", "to", "need", "want",
            "questions", "simply", "dear", "hello", "hi", "hey", "good", "with", "sincerely", "regards", "take", "ring", "email", "would", "could", "can", "shall", "do", "does", "is", "are", "how", "what", "which", "any", "unsubscribe", "stop", "use", "see", "visit", "msg", "welcome", "congratulations", "for", "until", "yours", "love",
            "venga", "pase", "traiga", "llegue", "entre", "avise", "acuda", "escriban", "llamen", "oprima", "abra", "use", "disfrute", "manden", "ponga", "tenga", "dese", "marcar", "anote", "guarde", "responda", "conteste", "llame", "llamenos", "escriba", "escribanos", "diga", "diganos", "avisenos", "si", "cuando", "para", "gracias", "perdone", "disculpe", "que", "feliz", "deseamos", "lamentamos", "sentimos", "con", "por", "favor", "escoja", "elija", "mande", "mandenos", "envie", "marque", "saludos", "hola", "estimado", "estimada", "querido", "querida", "atentamente", "cordialmente", "muchas", "buen", "buenos", "buenas", "sea", "muestre", "como", "cual", "puede", "podemos", "quiere", "ojala", "bienvenida", "bienvenido", "pida", "hasta", "lea", "vea", "revise", "haga", "acepte", "reciba", "un", "mil"],
        StringComparer.Ordinal);

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        var passage = reading.Passage;
        for (var start = 0; start < passage.Count; start = passage.SentenceEnd(start))
        {
            var end = passage.SentenceEnd(start);
            if (passage.InSubject(start) || passage.Asks(start) || reading.IsPicture(start))
            {
                continue;
            }

            var starts = Clauses.Starts(passage, start, end);
            for (var i = 0; i < starts.Count; i++)
            {
                if (Statement(reading, starts[i], i + 1 < starts.Count ? starts[i + 1] : end, isFirst: i is 0) is { } violation)
                {
                    yield return violation;
                }
            }
        }
    }

    private static Violation? Statement(DraftReading reading, int start, int end, bool isFirst)
    {
        var opens = isFirst ? SkipName(reading, start, end) : start;
        var shortest = reading.Facts.IsClinical ? 2 : isFirst ? ShortestStatement : ShortestStatement - 1;
        if (end - opens < shortest || (Opens(reading.Passage, opens) && (!reading.Facts.IsClinical || MayOpenClinical(reading, opens, end))) || IsOffer(reading.Passage, opens) || IsGrounded(reading, opens, end) || IsCourteous(reading, opens, end) || (reading.IsTemplate && IsArranging.In(reading, opens, end)))
        {
            return null;
        }

        return new(Codes.InventedFact, $"\"{reading.Passage.Written(opens, end)}\" states something that rests on no fact. Leave it out, or say only what the facts hold.");
    }

    // Beside a result or a question about the body every request but one to reach us may be advice: "Please sit down before you read it".
    private static bool MayOpenClinical(DraftReading reading, int at, int end)
    {
        var passage = reading.Passage;
        var verb = passage[at].Norm is "please" or "just" or "favor" or "por" ? passage[at].Norm is "por" ? at + 2 : at + 1 : at;
        return (verb == at && !Words.Of(passage.IsSpanish).IsRequest(passage.WordAt(verb, at))) || ContactVerbs.Contains(passage.WordAt(verb, at)) || passage[at].Norm is "if" or "si" or "when" or "cuando" || IsCourteous(reading, at, end);
    }

    private static readonly FrozenSet<string> ContactVerbs = FrozenSet.ToFrozenSet(
        ["reply", "text", "call", "write", "send", "let", "tell", "ask", "email", "see", "use", "open", "view", "read", "log", "check", "reach", "message", "dial", "look", "click", "follow", "share", "give", "drop", "find",
            "responda", "conteste", "llame", "llamenos", "escriba", "escribanos", "diga", "diganos", "avise", "avisenos", "mande", "mandenos", "envie", "marque", "lea", "vea", "revise", "pregunte", "abra", "entre", "use", "comparta"], StringComparer.Ordinal);

    // "No olvide" asks, "No one works as hard" states; "Le escribimos" is our own act, "Le va a gustar" is not.
    private static bool Opens(Passage passage, int at) => passage[at].Norm switch
    {
        "no" => passage.IsSpanish ? !(passage.WordAt(at + 1, at) is "hay" or "es" or "tiene" or "tendra" or "va") : passage.WordAt(at + 1, at) is "need" or "rush" or "hurry" or "worries" or "problem" or "trouble",
        "le" or "les" or "nos" or "lo" or "la" => passage.WordAt(at + 1, at).EndsWith("mos", StringComparison.Ordinal) || passage.WordAt(at + 1, at) is "gustaria" or "toca" or "escribe" or "saluda" or "saludan" or "vemos" or "da",
        var norm => Openers.Contains(norm) || Words.Of(passage.IsSpanish).IsRequest(norm),
    };

    // "You can reply here", "We will find another": what may be offered so is NoUnfoundedActions' question.
    private static bool IsOffer(Passage passage, int at) =>
        passage[at].Norm is "you" or "we" && passage.WordAt(at + 1, at) is "can" or "may" or "will" or "could";

    private static int SkipName(DraftReading reading, int start, int end)
    {
        var i = start;
        while (i < end - 1 && (reading.Facts.IsName(reading.Passage[i].Norm) || reading.Passage[i].Norm is "hi" or "hello" or "hola" or "dear" or "mr" or "mrs" or "ms" or "sr" or "sra" or "and" or "so" or "also" or "then" or "en" or "de" or "from" or "at"))
        {
            i++;
        }

        return i;
    }

    private static bool IsGrounded(DraftReading reading, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var token = reading.Passage[i];
            var isMentioned = !reading.IsInCourtesy(i) && reading.Mentions.Exists(mention => mention.From <= i && i < mention.To);
            if ((isMentioned && !reading.Facts.IsClinical) || token.Kind is not (TokenKind.Word or TokenKind.Number)
                || (!reading.Facts.IsName(token.Norm) && token.Norm.Length > 2 && ((reading.Facts.IsClinical ? reading.Facts.StatesStem(token.Norm) && !reading.Facts.IsLittle(token.Norm) : reading.Facts.GroundsStem(token.Norm)) || Topics.Shared.Of(token.Norm).Exists(topic => reading.Facts.Allows(topic) && (!Topics.Shared.IsBroad(topic) || !Words.Of(reading.Passage.IsSpanish).Has(token.Norm))))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCourteous(DraftReading reading, int start, int end)
    {
        var explained = 0;
        for (var i = start; i < end; i++)
        {
            explained += reading.Explained[i] || reading.Facts.IsName(reading.Passage[i].Norm) ? 1 : 0;
        }

        return explained * 3 >= end - start;
    }
}
