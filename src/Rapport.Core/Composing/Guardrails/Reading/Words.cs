using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Ordinary words of one language that assert nothing by themselves.</summary>
internal sealed class Words
{
    private static readonly string[] Clitics = ["noslo", "nosla", "selo", "sela", "nos", "les", "los", "las", "le", "lo", "la", "se"];

    private readonly FrozenSet<string> _words;
    private readonly FrozenSet<string> _requests;
    private readonly bool _isSpanish;

    private Words(string list, bool spanish)
    {
        _isSpanish = spanish;
        _words = LexiconFile.Words(list).SelectMany(entry => Inflection.Forms(entry, spanish)).ToFrozenSet(StringComparer.Ordinal);
        _requests = LexiconFile.Words(list).SelectMany(entry => Inflection.Requests(entry, spanish)).ToFrozenSet(StringComparer.Ordinal);
    }

    public static Words English { get; } = new("english.txt", spanish: false);

    public static Words Spanish { get; } = new("spanish.txt", spanish: true);

    public bool Has(string norm) => _words.Contains(norm) || (_isSpanish ? HasBeforeClitic(norm) : HasBeforeEnding(norm));

    /// <summary>A verb as it asks for something: <c>look</c>, <c>busque</c>.</summary>
    public bool IsRequest(string norm) => _requests.Contains(norm) || (_isSpanish && _requests.Contains(WithoutClitic(norm)));

    /// <summary>Without what hangs on a Spanish verb: <c>mandarnos</c> is <c>mandar</c>.</summary>
    public static string WithoutClitic(string norm)
    {
        foreach (var clitic in Clitics)
        {
            if (norm.Length > clitic.Length + 3 && norm.EndsWith(clitic, StringComparison.Ordinal))
            {
                return norm[..^clitic.Length];
            }
        }

        return norm;
    }

    private bool HasBeforeClitic(string norm) => WithoutClitic(norm) is var verb && verb.Length < norm.Length && _words.Contains(verb);

    // calmly, neatly, happily
    private bool HasBeforeEnding(string norm) => norm.Length > 5 && norm.EndsWith("ly", StringComparison.Ordinal)
        && (_words.Contains(norm[..^2]) || (norm[^3] is 'i' && _words.Contains(norm[..^3] + "y")));

    /// <summary>What a template may hold besides, in either language.</summary>
    public static Words OfTemplates { get; } = new("templates.txt", spanish: false);

    public static Words Of(bool isSpanish) => isSpanish ? Spanish : English;
}
