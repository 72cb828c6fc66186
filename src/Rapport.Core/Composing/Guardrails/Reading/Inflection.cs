namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Spells out the forms of a word in a lexicon: <c>help/v</c>, <c>visit/n</c>, <c>llamar/v</c>, <c>listo/a</c>.</summary>
internal static class Inflection
{
    private static readonly string[] Clitics = ["nos", "le", "les", "lo", "la", "los", "las", "se", "me", "te", "noslo", "nosla", "selo", "sela"];

    public static IEnumerable<string> Forms(string entry, bool spanish)
    {
        var cut = entry.IndexOf('/', StringComparison.Ordinal);
        if (cut < 0)
        {
            return [entry];
        }

        var word = entry[..cut];
        return (entry[(cut + 1)..], spanish) switch
        {
            ("v", false) => EnglishVerb(word),
            ("vv", false) => [word, word + "s", word + word[^1] + "ed", word + word[^1] + "ing"],
            ("v", true) => SpanishVerb(word),
            ("a", true) => [word, word[..^1] + "a", word + "s", word[..^1] + "as"],
            (_, false) => [word, EnglishS(word)],
            _ => [word, word[^1] is 'a' or 'e' or 'i' or 'o' or 'u' ? word + "s" : word[^1] is 'z' ? word[..^1] + "ces" : word + "es"],
        };
    }

    /// <summary>The forms of a verb that ask: the bare verb in English, that of usted and ustedes in Spanish.</summary>
    public static string[] Requests(string entry, bool spanish)
    {
        var cut = entry.IndexOf('/', StringComparison.Ordinal);
        if (cut < 0 || entry[(cut + 1)..] is not ("v" or "vv"))
        {
            return [];
        }

        var bar = entry.IndexOf('|', StringComparison.Ordinal);
        var word = entry[..(bar < 0 ? cut : bar)];
        if (!spanish)
        {
            return [word];
        }

        var strong = bar < 0 ? word[..^2] : entry[(bar + 1)..cut];
        return word.EndsWith("ar", StringComparison.Ordinal) ? [Before(strong) + "e", Before(strong) + "en"] : [strong + "a", strong + "an"];
    }

    private static string[] EnglishVerb(string word)
    {
        var stem = word[^1] is 'e' ? word[..^1] : word;
        var past = word[^1] is 'y' && !"aeou".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "ied" : stem + "ed";
        return [word, EnglishS(word), past, stem + "ing"];
    }

    private static string EnglishS(string word)
    {
        if (word[^1] is 'y' && !"aeou".Contains(word[^2], StringComparison.Ordinal))
        {
            return word[..^1] + "ies";
        }

        return word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es" : word + "s";
    }

    // The first person singular is left out on purpose: a practice says "we".
    private static IEnumerable<string> SpanishVerb(string entry)
    {
        var bar = entry.IndexOf('|', StringComparison.Ordinal);   // mover|muev: the stem that changes
        var word = bar < 0 ? entry : entry[..bar];
        var stem = word[..^2];
        var strong = bar < 0 ? stem : entry[(bar + 1)..];
        return word.EndsWith("ar", StringComparison.Ordinal)
            ? WithClitics(word, ArVerb(stem, strong), Before(stem) + "emos", Before(strong) + "e", stem + "ando")
            : WithClitics(word, ErVerb(word, stem, strong), stem + "amos", strong + "a", stem + "iendo");
    }

    private static IEnumerable<string> ArVerb(string stem, string strong) =>
    [
        strong + "a", strong + "as", strong + "an", stem + "amos", Before(strong) + "e", Before(strong) + "en", Before(strong) + "es", Before(stem) + "emos",
        stem + "ara", stem + "aran", stem + "aremos", stem + "aria", stem + "arian", stem + "ariamos", stem + "aron", stem + "aba", stem + "aban",
        stem + "ado", stem + "ada", stem + "ados", stem + "adas",
    ];

    private static IEnumerable<string> ErVerb(string word, string stem, string strong) =>
    [
        strong + "e", strong + "es", strong + "en", stem + (word[^2] is 'e' ? "emos" : "imos"), strong + "a", strong + "an", strong + "as", stem + "amos",
        word + "a", word + "an", word + "emos", word + "ia", word + "ian", word + "iamos", stem + "ieron", stem + "ia", stem + "ian",
        stem + "ido", stem + "ida", stem + "idos", stem + "idas",
    ];

    private static IEnumerable<string> WithClitics(string word, IEnumerable<string> plain, params string[] hosts)
    {
        string[] all = [word, .. hosts];
        return [.. plain, .. all, .. all.SelectMany(host => Clitics.Select(clitic => (host.EndsWith("mos", StringComparison.Ordinal) && clitic is "nos" ? host[..^1] : host) + clitic))];
    }

    // buscar, busque; pagar, pague; empezar, empiece.
    private static string Before(string stem) => stem[^1] switch
    {
        'c' => stem[..^1] + "qu",
        'g' => stem + "u",
        'z' => stem[..^1] + "c",
        _ => stem,
    };
}
