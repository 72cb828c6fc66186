using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Finds what a word stands for, by its stem or by a prefix (<c>cerr*</c>).</summary>
internal sealed class WordTable
{
    private readonly FrozenDictionary<string, int[]> _byStem;
    private readonly FrozenDictionary<string, int[]> _byPrefix;
    private readonly int _longest;

    private WordTable(Dictionary<string, List<int>> stems, Dictionary<string, List<int>> prefixes)
    {
        _byStem = stems.ToFrozenDictionary(each => each.Key, each => each.Value.ToArray(), StringComparer.Ordinal);
        _byPrefix = prefixes.ToFrozenDictionary(each => each.Key, each => each.Value.ToArray(), StringComparer.Ordinal);
        _longest = prefixes.Keys.Select(key => key.Length).DefaultIfEmpty().Max();
    }

    public List<int> Find(string norm)
    {
        var found = new List<int>();
        if (_byStem.TryGetValue(Stem.Of(norm), out var values))
        {
            found.AddRange(values);
        }

        var byPrefix = _byPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 3; length <= Math.Min(norm.Length, _longest); length++)
        {
            if (byPrefix.TryGetValue(norm.AsSpan(0, length), out values))
            {
                found.AddRange(values);
            }
        }

        return found;
    }

    public bool Has(string norm) => Find(norm).Count > 0;

    internal sealed class Builder
    {
        private readonly Dictionary<string, List<int>> _stems = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<int>> _prefixes = new(StringComparer.Ordinal);

        public void Add(string word, int value)
        {
            var (table, key) = word.EndsWith('*') ? (_prefixes, word[..^1]) : (_stems, Stem.Of(word));
            if (!table.TryGetValue(key, out var values))
            {
                table[key] = values = [];
            }

            values.Add(value);
        }

        public WordTable Build() => new(_stems, _prefixes);
    }
}
