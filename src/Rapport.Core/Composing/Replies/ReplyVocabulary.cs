using System.Collections.Frozen;
using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Replies;

/// <summary>The closed list of words of a patient that a model may read: those of the guardrails and ordinary words of arrangements.</summary>
internal static class ReplyVocabulary
{
    private static readonly FrozenSet<string> English = Load("reply-words-english.txt", isSpanish: false);

    private static readonly FrozenSet<string> Spanish = Load("reply-words-spanish.txt", isSpanish: true);

    // Single letters that are words. Every other letter alone may be a piece of a name.
    private static readonly FrozenSet<string> Letters = FrozenSet.ToFrozenSet(["a", "i", "y", "o", "e", "u"], StringComparer.Ordinal);

    public static bool Has(string norm) => norm.Length is 1 ? Letters.Contains(norm) : IsEnglish(norm) || IsSpanish(norm);

    public static bool IsEnglish(string norm) => English.Contains(norm) || Words.English.Has(norm);

    public static bool IsSpanish(string norm) => Spanish.Contains(norm) || Words.Spanish.Has(norm);

    private static FrozenSet<string> Load(string list, bool isSpanish) =>
        LexiconFile.Words(list).SelectMany(entry => Inflection.Forms(entry, isSpanish)).Select(PlainText.Fold).ToFrozenSet(StringComparer.Ordinal);
}
