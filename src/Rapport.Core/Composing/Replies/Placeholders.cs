namespace Rapport.Core.Composing.Replies;

/// <summary>What a placeholder such as <c>{name-1}</c> stands for. It stays on this machine.</summary>
public sealed class Placeholders
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Value), string> _names = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Count => _values.Count;

    /// <summary>The value behind a placeholder's name, without braces.</summary>
    public bool TryGet(string name, out string value) => _values.TryGetValue(name, out value!);

    /// <summary>The number only: the values are patient data.</summary>
    public override string ToString() => $"{Count} placeholders";

    /// <summary>The same value is always the same placeholder.</summary>
    internal string For(string kind, string value)
    {
        var key = (kind, PlainText.Fold(value) is { Length: > 0 } folded ? folded : value);
        if (!_names.TryGetValue(key, out var name))
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            _names[key] = name = $"{kind}-{_counts[kind]}";
            _values[name] = value;
        }

        return $"{{{name}}}";
    }
}

/// <summary>Texts that a model may read, and what was taken out of them.</summary>
public sealed record Deidentified(Primitives.ValueList<string> Texts, Placeholders Map)
{
    /// <summary>Counts only.</summary>
    public override string ToString() => $"{Texts.Count} texts";
}
