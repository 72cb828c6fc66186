using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>What a phrase stands for: the section of the list that holds it, and the topics that allow it.</summary>
/// <param name="Code">A violation's code, or <c>courtesy</c>, or a sensitivity.</param>
/// <param name="Kind">The kind of a sensitivity, such as <c>hiv</c>.</param>
/// <param name="Topics">One of these in the facts allows the phrase; none named: nothing allows it.</param>
internal sealed record PhraseTag(string Code, string Kind, string[] Topics)
{
    public override string ToString() => "phrase";
}

/// <summary>A phrase found in a text, from token to token (half-open).</summary>
internal readonly record struct PhraseHit(PhraseTag Tag, int From, int To)
{
    public override string ToString() => "hit";
}

/// <summary>Finds many phrases in one pass.</summary>
/// <remarks>In a phrase <c>a|b</c> is either word, <c>stem*</c> any ending, <c>?word</c> may be absent, <c>..</c> is up to
/// three words, <c>~</c> any number, <c>^</c> the start of a sentence.</remarks>
internal sealed class PhraseBook
{
    private const int PrefixKey = 3;

    private readonly FrozenDictionary<string, Phrase[]> _byWord;
    private readonly FrozenDictionary<string, Phrase[]> _byPrefix;
    private readonly Phrase[] _byNumber;

    public PhraseBook(IEnumerable<string> lines)
    {
        var words = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        var prefixes = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        var numbers = new List<Phrase>();
        var tag = new PhraseTag("courtesy", "", []);
        foreach (var line in lines)
        {
            if (line[0] is '[')
            {
                tag = ReadTag(line);
                continue;
            }

            foreach (var phrase in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                Index(new Phrase(tag, phrase), words, prefixes, numbers);
            }
        }

        _byWord = words.ToFrozenDictionary(each => each.Key, each => each.Value.ToArray(), StringComparer.Ordinal);
        _byPrefix = prefixes.ToFrozenDictionary(each => each.Key, each => each.Value.ToArray(), StringComparer.Ordinal);
        _byNumber = [.. numbers];
    }

    public List<PhraseHit> Find(Passage passage)
    {
        var hits = new List<PhraseHit>();
        for (var i = 0; i < passage.Count; i++)
        {
            var norm = passage[i].Norm;
            if (_byWord.TryGetValue(norm, out var phrases))
            {
                Try(phrases, passage, i, hits);
            }

            if (norm.Length >= PrefixKey && _byPrefix.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(norm.AsSpan(0, PrefixKey), out phrases))
            {
                Try(phrases, passage, i, hits);
            }

            if (_byNumber.Length > 0 && Phrase.IsNumber(passage[i], passage.IsSpanish))
            {
                Try(_byNumber, passage, i, hits);
            }
        }

        return hits;
    }

    private static void Try(Phrase[] phrases, Passage passage, int at, List<PhraseHit> hits)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Matches(passage, at, out var end))
            {
                hits.Add(new PhraseHit(phrase.Tag, at, end));
            }
        }
    }

    private static PhraseTag ReadTag(string line)
    {
        var words = line.Trim('[', ']').Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 2 && words[1] is "needs"
            ? new PhraseTag(words[0], "", words[2..])
            : new PhraseTag(words[0], words.Length > 1 ? words[1] : "", []);
    }

    private static void Index(Phrase phrase, Dictionary<string, List<Phrase>> words, Dictionary<string, List<Phrase>> prefixes, List<Phrase> numbers)
    {
        foreach (var start in phrase.Starts)
        {
            if (start is "~")
            {
                numbers.Add(phrase);
                continue;
            }

            var (table, key) = start.EndsWith('*') ? (prefixes, start[..PrefixKey]) : (words, start);
            if (!table.TryGetValue(key, out var list))
            {
                table[key] = list = [];
            }

            list.Add(phrase);
        }
    }
}
