using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Cuts a word to what its forms share, coarsely and alike for English and Spanish: <c>stretches</c> and <c>stretching</c> meet.</summary>
internal static class Stem
{
    private static readonly string[] Endings = ["aciones", "acion", "ciones", "cion", "ings", "ing", "ies", "ed", "es", "s", "y", "e", "o", "a"];

    // Forms that no ending tells: "woke" in a fact lets "wake" be said.
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["woke"] = "wake", ["slept"] = "sleep", ["took"] = "take", ["taken"] = "take", ["felt"] = "feel", ["drove"] = "drive", ["driven"] = "drive", ["driver"] = "drive", ["fell"] = "fall", ["ran"] = "run",
        ["paid"] = "pay", ["brought"] = "bring", ["bought"] = "buy", ["wore"] = "wear", ["worn"] = "wear", ["broke"] = "break", ["broken"] = "break", ["spoke"] = "speak", ["spoken"] = "speak", ["wrote"] = "write",
        ["written"] = "write", ["walked"] = "walk", ["rode"] = "ride", ["chose"] = "choose", ["chosen"] = "choose", ["began"] = "begin", ["rang"] = "ring", ["swam"] = "swim", ["sang"] = "sing",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string word)
    {
        if (Irregular.TryGetValue(word, out var plain))
        {
            word = plain;
        }

        if (word.Length < 5 && !word.EndsWith('s'))
        {
            return word.Length is 4 && word[^1] is 'e' or 'o' or 'a' or 'y' ? word[..^1] : word;
        }

        foreach (var ending in Endings)
        {
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return Undouble(TrimVowel(word[..^ending.Length]));
            }
        }

        return Undouble(word);
    }

    private static string TrimVowel(string stem) => stem.Length > 4 && stem[^1] is 'e' or 'o' or 'a' or 'i' ? stem[..^1] : stem;

    private static string Undouble(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's') ? stem[..^1] : stem;
}
