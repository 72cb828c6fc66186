using System.Globalization;
using System.Text;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Makes words comparable: lower case, no accents, since texts often leave accents out.</summary>
internal static class Fold
{
    private const string Accented = "áàâäãåéèêëíìîïóòôöõúùûüñçý";
    private const string Plain = "aaaaaaeeeeiiiiooooouuuuncy";

    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Math.Min(word.Length, 64)];
        word = word[..folded.Length];
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] is '\u0300' or '\u0301' or '\u0303' or '\u0308')
            {
                return WithoutMarks(word);
            }

            folded[i] = Of(word[i]);
        }

        return new string(folded);
    }

    // A mark that no letter carries, such as an accent on h, is left out: composing it again would not end.
    private static string WithoutMarks(ReadOnlySpan<char> word)
    {
        var composed = new string(word).Normalize(NormalizationForm.FormC);
        return Of(string.Concat(composed.Where(letter => letter is not ('\u0300' or '\u0301' or '\u0303' or '\u0308'))));
    }

    public static char Of(char letter)
    {
        if (letter < 128)
        {
            return char.ToLowerInvariant(letter);
        }

        var lower = char.ToLower(letter, CultureInfo.InvariantCulture);
        var at = Accented.IndexOf(lower, StringComparison.Ordinal);
        return at < 0 ? lower : Plain[at];
    }
}
