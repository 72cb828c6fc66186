namespace Rapport.Core.Composing;

/// <summary>A fact in the words of one language, ready to stand in a message.</summary>
public readonly record struct Merged(string Words, Fact Fact)
{
    public override string ToString() => Fact.Name;
}

/// <summary>What each merge field says for one message.</summary>
public sealed class MergeFields
{
    private readonly Dictionary<string, Merged> _fields = new(StringComparer.Ordinal);

    /// <summary>The facts behind the fields; the only ones the message may state.</summary>
    public FactSheet Facts => new([.. _fields.Values.Select(m => m.Fact).DistinctBy(f => f.Name, StringComparer.Ordinal), .. _unspoken]);

    private readonly List<Fact> _unspoken = [];

    public IEnumerable<string> Names => _fields.Keys;

    public bool Knows(string field) => _fields.ContainsKey(field);

    public bool TryGet(string field, out Merged merged) => _fields.TryGetValue(field, out merged);

    public MergeFields Add(string field, string? words, Fact fact)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            _fields[field] = new Merged(words, fact);
        }

        return this;
    }

    /// <summary>A field whose fact is its own words.</summary>
    public MergeFields Add(string field, string? words, string? source = null, DateOnly? on = null) =>
        Add(field, words, new Fact { Name = field, Value = new FactValue.Text(words ?? ""), Source = source, On = on });

    /// <summary>A fact that guardrails need and no field says, such as today's date.</summary>
    public MergeFields Know(string name, FactValue value)
    {
        _unspoken.Add(new Fact { Name = name, Value = value });
        return this;
    }
}
