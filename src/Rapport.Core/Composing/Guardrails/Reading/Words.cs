using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Ordinary words of one language that assert nothing by themselves.</summary>
internal sealed class Words
{
    private readonly FrozenSet<string> _words;

    private Words(string list, bool spanish) =>
        _words = LexiconFile.Words(list).SelectMany(entry => Inflection.Forms(entry, spanish)).ToFrozenSet(StringComparer.Ordinal);

    public static Words English { get; } = new("english.txt", spanish: false);

    public static Words Spanish { get; } = new("spanish.txt", spanish: true);

    public bool Has(string norm) => _words.Contains(norm);

    public static Words Of(bool isSpanish) => isSpanish ? Spanish : English;
}
