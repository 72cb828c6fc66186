using System.Buffers;
using System.Collections.Frozen;
using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A message is whole: not cut off, doubled, scrambled, wrongly encoded or full of markup.</summary>
public sealed record NoBrokenText : Guardrail
{
    private static readonly SearchValues<string> Garbage = SearchValues.Create(
        ["Ã", "Â", "â€", "ï¿½", "\uFFFD", "&amp;", "&nbsp;", "&#", "&lt;", "&quot;", "</", "<br", "<p", "<b>", "**", "```", "\\n", "\\u", "\\t", "=20", "=C3", "%20", "](", "##", "http://http", "<div", "<a ", "~~", "&eacute;", "&ntilde;", "Ð", "ðŸ", "ã€"], StringComparison.Ordinal);

    // Words that need another word behind them: a text that ends in one was cut off.
    private static readonly FrozenSet<string> NeedMore = FrozenSet.ToFrozenSet(
        ["the", "a", "an", "your", "our", "my", "their", "and", "or", "but", "if", "to", "of", "at", "on", "for", "with", "from", "by", "in", "is", "are", "will", "would", "can", "could", "we", "i", "as", "than", "because", "please", "dr", "mr", "mrs", "ms", "about", "before", "after", "be", "have", "has", "you", "us", "this", "that", "which", "when", "while", "every", "any", "new", "next", "let", "not", "do", "does", "it",
            "el", "la", "los", "las", "un", "su", "sus", "y", "o", "pero", "si", "de", "del", "al", "en", "con", "por", "para", "que", "es", "se", "le", "nos", "sra", "sr", "dra", "a", "cuando", "como", "esta"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Articles = FrozenSet.ToFrozenSet(["the", "a", "an", "your", "our", "el", "los", "las", "un", "una", "su", "sus"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dangling = FrozenSet.ToFrozenSet(["the", "an", "your", "our", "and", "or", "of", "at", "we", "they", "would", "el", "los", "las", "un", "su", "y", "de", "en", "con", "para", "por", "a", "al", "del"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> BareVerbs = FrozenSet.ToFrozenSet(["see", "come", "call", "reply", "let", "know", "need", "be", "have", "do", "make", "get", "go", "find", "choose", "pick", "send", "tell", "your", "our", "the", "at", "to"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> NotBehindArticles = FrozenSet.ToFrozenSet(
        ["the", "a", "an", "your", "our", "is", "are", "was", "will", "would", "at", "on", "for", "with", "from", "to", "of", "in", "and", "or", "we", "you", "us", "it", "if", "see", "please", "be", "am", "pm", "can", "have", "has", 
            "el", "los", "las", "un", "una", "su", "sus", "es", "en", "con", "por", "para", "de", "y", "nos", "le", "se", "esta", "tiene", "favor"], StringComparer.Ordinal);

    // A short request such as "Reply Y to confirm" is often left without its full stop.
    private static readonly FrozenSet<string> Asks = FrozenSet.ToFrozenSet(
        ["reply", "text", "call", "see", "thanks", "thank", "happy", "msg", "stop", "to", "unsubscribe", "responda", "conteste", "gracias", "nos", "llame", "feliz", "para", "envie", "mande", "marque", "confirm", "confirme"], StringComparer.Ordinal);

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        var text = reading.Passage.Text;
        if (text.AsSpan().ContainsAny(Garbage) || text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') >= 0)
        {
            yield return Broken("Shows markup or wrongly encoded letters.");
        }

        if (reading.Passage.Count is 0)
        {
            yield return Broken("Says nothing.");
            yield break;
        }

        foreach (var why in Doubled(reading).Concat(Scrambled(reading)))
        {
            yield return Broken(why);
        }

        if (IsCutOff(reading) || HasCutLine(reading.Passage) || HasDanglingSentence(reading.Passage))
        {
            yield return Broken("The text ends in the middle of a sentence, or a sentence in it does.");
        }
    }

    private static Violation Broken(string why) => new(Codes.BrokenText, why);

    private static IEnumerable<string> Doubled(DraftReading reading)
    {
        var passage = reading.Passage;
        for (var i = 1; i < passage.Count; i++)
        {
            var (token, before) = (passage[i], passage[i - 1]);
            if (token.Norm == before.Norm && token.Kind is TokenKind.Word && token.Gap is Gap.Space && token.Norm is not ("had" or "that" or "bye" or "muy" or "very") && token.Shout == before.Shout && !IsStressed(passage, i) && !reading.Facts.IsCapitalised(token.Norm) && token.Sentence == before.Sentence && token.Start != before.Start)
            {
                yield return $"\"{passage.Written(i - 1, i + 1)}\" says a word twice.";
            }
        }

        for (var i = 3; i < passage.Count; i++)
        {
            if (passage[i].Sentence == passage[i - 3].Sentence && passage[i].Norm == passage[i - 2].Norm && passage[i - 1].Norm == passage[i - 3].Norm && passage[i].Kind is TokenKind.Word && passage[i - 1].Kind is TokenKind.Word)
            {
                yield return $"\"{passage.Written(i - 3, i + 1)}\" says words twice.";
            }
        }

        foreach (var why in Echoes(reading))
        {
            yield return why;
        }

        var sentences = passage.Text.Split(['.', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 1; i < sentences.Length; i++)
        {
            if (sentences[i].Length > 12 && sentences[i] == sentences[i - 1])
            {
                yield return "Says a sentence twice.";
            }
        }
    }

    // "está esta semana": a verb and its neighbour that differ by an accent.
    private static bool IsStressed(Passage passage, int at) => passage.IsSpanish && !string.Equals(passage.Written(at), passage.Written(at - 1), StringComparison.OrdinalIgnoreCase);

    // The same six words in a row, said again: "See you tomorrow at 9 AM. See you tomorrow at 9 AM."
    private static IEnumerable<string> Echoes(DraftReading reading)
    {
        const int Run = 6;
        var passage = reading.Passage;
        for (var i = 0; i + (2 * Run) <= passage.Count; i++)
        {
            var again = i + Run;
            if (again + Run <= passage.Count && !passage.InSubject(i) && Enumerable.Range(0, Run).All(k => passage[i + k].Norm == passage[again + k].Norm && passage[i + k].Kind is not TokenKind.Field))
            {
                yield return $"\"{passage.Written(again, again + Run)}\" is said twice.";
                yield break;
            }
        }
    }

    private static IEnumerable<string> Scrambled(DraftReading reading)
    {
        var passage = reading.Passage;
        for (var i = 0; i + 1 < passage.Count; i++)
        {
            var (token, next) = (passage[i], passage[i + 1]);
            if (next.Sentence != token.Sentence || next.Gap is not Gap.Space || token.Kind is not TokenKind.Word || next.Kind is not TokenKind.Word)
            {
                continue;
            }

            var isBehindArticle = Articles.Contains(token.Norm) && NotBehindArticles.Contains(next.Norm) && !(next.Capital && reading.Facts.IsCapitalised(next.Norm)) && !(next.Norm.Length is 1 && next.Capital) && !IsUsual(token.Norm, next.Norm) && !(token.Norm is "a" && reading.Passage.IsSpanish) && !next.Shout;
            var isStray = next.Norm is "you" or "us" && token.Norm is "tomorrow" or "today" or "am" or "pm" or "visit" or "at" or "on" && passage.WordAt(i + 2, i) is "at" or "on" or "for" or "" or "with" && token.Norm is not ("visit" or "at" or "on" or "with") ;
            var third = passage.WordAt(i + 2, i);
            var isTurned = next.Norm is "will" or "would" or "can" or "could" && third is "you" or "we" or "us" or "at" or "on" && BareVerbs.Contains(token.Norm);
            var isSplit = token.Norm is "su" or "your" or "our" or "nuestra" && next.Norm is "manana" or "hoy" or "ayer" or "tomorrow" or "today" or "yesterday" && third.Length > 0 && !next.Possessive;
            var isVerbBehindDay = token.Norm is "tomorrow" or "today" && next.Norm is "see" or "expect" or "expects" or "find" or "you";
            isVerbBehindDay &= next.Norm is not "you" || third is "at" or "we" or "see" or "";
            var endsInHelper = token.Norm is "you" or "we" && next.Norm is "will" or "would" or "is" or "see" && i + 2 == passage.SentenceEnd(i) && passage.SentenceStart(i) < i && passage.WordAt(i - 1, i) is not ("as" or "if" or "when" or "than" or "what" or "can" or "could" or "will" or "shall" or "may");
            var areTwoSubjects = token.Norm is "you" && next.Norm is "we" && third is "see" or "expect";
            if (areTwoSubjects || isVerbBehindDay || endsInHelper || isBehindArticle || isStray || isTurned || isSplit)
            {
                yield return $"\"{passage.Written(i, i + 2)}\" has its words in the wrong order.";
            }
        }
    }

    private static bool IsUsual(string first, string second) =>
        (first, second) is ("el", "de" or "favor") or ("los" or "las" or "la" or "el", "de" or "en" or "que") or ("un" or "una", "de" or "favor") or ("a", "will" or "see") or ("la" or "las", "es") or ("una", "y" or "en" or "con" or "por" or "de" or "para");

    // A paragraph that ends in a word which needs another one: "We would be glad to".
    private static bool HasCutLine(Passage passage)
    {
        for (var i = 1; i < passage.Count; i++)
        {
            var between = passage.Text.AsSpan(passage[i - 1].End, Math.Max(0, passage[i].Start - passage[i - 1].End));
            if (!passage.InSubject(i - 1) && passage[i].Gap is Gap.Line && NeedMore.Contains(passage[i - 1].Norm) && !passage[i - 1].Capital && between.Count('\n') > 1 && !between.ContainsAny(".!?:,"))
            {
                return true;
            }
        }

        return false;
    }

    // "You can be reached at. Thank you": no sentence ends in an article or a joining word.
    private static bool HasDanglingSentence(Passage passage)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            var ends = i + 1 == passage.Count ? passage.Text.AsSpan(passage[i].End).Contains('.') : passage[i + 1].Gap is Gap.Sentence;
            if (ends && !(passage[i].Norm is "of" && passage.WordAt(i - 1, i) is "heard" or "unheard" or "care" or "thought" or "hold" or "rid") && Dangling.Contains(passage[i].Norm) && !passage[i].Capital && !passage.Written(i).Contains('é', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCutOff(DraftReading reading)
    {
        var passage = reading.Passage;
        var text = passage.Text.TrimEnd();
        var last = passage[passage.Count - 1];
        var end = text.Length > 0 ? text[^1] : ' ';
        if (end is ',' or '-' or '–' or '—' or '&' or '(' or '/' || (end is ':' && reading.Draft.Channel is not Rapport.Core.Primitives.Channel.Letter))
        {
            return true;
        }

        if (end is '.' or '!' or '?' or '…' or ')' or '"' or '”' || last.Kind is TokenKind.Link or TokenKind.Email or TokenKind.Phone or TokenKind.Field || !(char.IsLetterOrDigit(end) || end is '\''))
        {
            return end is '…' || (end is '.' && text.EndsWith("...", StringComparison.Ordinal));
        }

        if (reading.Facts.IsCapitalised(last.Norm) || last.Shout || last.Norm is "am" or "pm")
        {
            return false;
        }

        // Without a closing mark only a signature, a keyword or a short last line may end a message.
        return NeedMore.Contains(last.Norm) || last.Norm.Length is 1 || !EndsInALine(reading) || last.Kind is TokenKind.Number;
    }

    private static bool EndsInALine(DraftReading reading)
    {
        var passage = reading.Passage;
        var start = passage.Count - 1;
        while (start > 0 && passage[start].Gap is not (Gap.Line or Gap.Dash))
        {
            start--;
        }

        var known = Words.Of(passage.IsSpanish);
        var lastNorm = passage[passage.Count - 1].Norm;
        return (passage.Count - start <= 5 && start > 0) || (Asks.Contains(passage[passage.SentenceStart(passage.Count - 1)].Norm) && (known.Has(lastNorm) || reading.Facts.HasStem(lastNorm) || Topics.Shared.Of(lastNorm).Exists(reading.Facts.Allows)));
    }
}
