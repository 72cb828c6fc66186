namespace Rapport.Core.Composing.Writing;

/// <summary>How alike two texts are: the share of three-word runs that both have, from 0 to 1.</summary>
/// <remarks>Jaccard's index over word trigrams; merge fields count as words, brackets and marks do not.</remarks>
public static class Likeness
{
    /// <summary>From here on a reader would take two texts for one.</summary>
    public const double SameToAReader = 0.5;

    private const int Run = 3;
    private const int WordsOfAnOpening = 5;

    public static double Of(string one, string other)
    {
        var (first, second) = (Runs(one), Runs(other));
        var shared = first.Count(second.Contains);
        var all = first.Count + second.Count - shared;
        return all is 0 ? 1 : (double)shared / all;
    }

    /// <summary>Whether a reader of both would notice a form letter: the same opening, or half of the runs shared.</summary>
    public static bool IsSame(string one, string other) =>
        Of(one, other) >= SameToAReader || (Opening(one) is var opening && opening.Length > 0 && opening == Opening(other));

    /// <summary>The first sentence as it was written; a full stop inside a field's name ends none.</summary>
    public static string FirstSentence(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\n' || (text[at] is '.' or '?' or '!' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))))
            {
                return text[..(at + 1)].Trim();
            }
        }

        return text;
    }

    private static string Opening(string text) => Words(text) is { Length: >= WordsOfAnOpening } words ? string.Join(' ', words.Take(WordsOfAnOpening)) : "";

    private static HashSet<string> Runs(string text)
    {
        var words = Words(text);
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Run <= words.Length; i++)
        {
            runs.Add(string.Join(' ', words, i, Run));
        }

        return runs.Count > 0 ? runs : [string.Join(' ', words)];
    }

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Split([' ', '\n', '.', ',', ';', ':', '?', '!', '¿', '¡', '[', ']', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);
}
