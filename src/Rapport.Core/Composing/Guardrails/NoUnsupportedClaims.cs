using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>Every word is ordinary courtesy or stands on a fact: a name, an event, a promise or a reason that the facts do not hold is refused.</summary>
/// <remarks>Fails closed: a word that is neither a courtesy, nor in the facts, nor opened by a topic of the facts, is taken for an invention.</remarks>
public sealed record NoUnsupportedClaims : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        foreach (var hit in reading.Unexcused(Codes.InventedFact))
        {
            yield return new(Codes.InventedFact, $"\"{reading.Passage.Written(hit.From, hit.To)}\" says something that the facts do not hold. Leave it out.");
        }

        var mentioned = Mentioned(reading);
        for (var i = 0; i < reading.Passage.Count; i++)
        {
            if (reading.Passage[i].Kind is TokenKind.Word && !mentioned[i] && !reading.Explained[i] && Unknown(reading, i) is { } violation)
            {
                yield return violation;
            }
        }
    }

    private static bool[] Mentioned(DraftReading reading)
    {
        var mentioned = new bool[reading.Passage.Count];
        foreach (var mention in reading.Mentions)
        {
            mentioned.AsSpan(mention.From, mention.To - mention.From).Fill(true);
        }

        return mentioned;
    }

    private static Violation? Unknown(DraftReading reading, int at)
    {
        var token = reading.Passage[at];
        var norm = token.Norm;
        var facts = reading.Facts;
        if (token.Capital && !token.Opens && !reading.IsPicture(at) && PersonNames.AreWordsToo(norm) && !facts.IsCapitalised(norm) && !reading.Passage.InSubject(at))
        {
            return new(CodeOfName(reading), $"\"{reading.Passage.Written(at)}\" is a name that the facts do not give.");
        }

        if (Words.Of(reading.Passage.IsSpanish).Has(norm) || (reading.IsTemplate && Words.OfTemplates.Has(norm)) || facts.HasStem(norm) || facts.GuardedStems.Contains(Stem.Of(norm)) || facts.IsCapitalised(norm) || IsKeyword(reading, at) || IsOpened(reading, norm))
        {
            return null;
        }

        if (reading.Passage.IsSpanish && IsPast(reading, at))
        {
            return null;
        }

        if (norm.Length is 1 && char.IsAsciiDigit(norm[0]))
        {
            return null;
        }

        if ((!token.Capital || token.Opens || token.Shout || reading.Passage.InSubject(at) || at == reading.Passage.SentenceStart(at)) && reading.IsPicture(at))
        {
            return null;
        }

        if (!token.Capital && IsWishAboutInterests(reading, at))
        {
            return null;
        }

        return new(CodeOf(reading, at), $"\"{reading.Passage.Written(at)}\" is a word that no fact accounts for. Say it without, or in plainer words.");
    }

    // quedó, pasó, salió: the past of an ordinary verb, told from the first person by its accent.
    private static bool IsPast(DraftReading reading, int at)
    {
        var (written, norm) = (reading.Passage.Written(at), reading.Passage[at].Norm);
        return written.EndsWith('ó') && norm.Length > 3 && (Words.Spanish.Has(norm[..^1] + "a") || Words.Spanish.Has(norm[..^1] + "e") || (norm[^2] is 'i' && Words.Spanish.Has(norm[..^2] + "e")));
    }

    // "May your tomatoes ripen": a wish asserts nothing, and where interests are known it may play with them.
    private static bool IsWishAboutInterests(DraftReading reading, int at)
    {
        if (!reading.Facts.AllowsAny(["interests", "interest", "hobby"]))
        {
            return false;
        }

        var start = reading.Passage.SentenceStart(at);
        while (start < at && (reading.Facts.IsName(reading.Passage[start].Norm) || reading.Passage[start].Norm is "dear"))
        {
            start++;
        }

        return reading.Passage[start].Norm is "may" or "que" or "ojala";
    }

    private static bool IsOpened(DraftReading reading, string norm)
    {
        foreach (var topic in Topics.Shared.Of(norm))
        {
            if (reading.Facts.Allows(topic) || (reading.Draft.Channel is Channel.Portal && topic == Topics.Shared.IdOf("portal")))
            {
                return true;
            }
        }

        return false;
    }

    // Words that a reader sends back: they are shown in capitals.
    private static bool IsKeyword(DraftReading reading, int at) => (reading.Passage[at].Shout || reading.Passage[at].Norm.Length is 1)
        && reading.Passage[at].Norm is "stop" or "alto" or "help" or "ayuda" or "yes" or "no" or "si" or "y" or "n" or "s" or "baja" or "info" or "change" or "more" or "ok";

    private static string CodeOf(DraftReading reading, int at)
    {
        var token = reading.Passage[at];
        if (token.Capital && !token.Opens)
        {
            return CodeOfName(reading);
        }

        return Words.Of(!reading.Passage.IsSpanish).Has(token.Norm) ? Codes.WrongLanguage : Codes.InventedFact;
    }

    private static string CodeOfName(DraftReading reading) =>
        reading.Facts.Has("clinician") && reading.Facts.TextOf("clinician") is { } name && !reading.Passage.Text.Contains(name, StringComparison.OrdinalIgnoreCase)
            ? Codes.WrongFact
            : Codes.InventedFact;
}
