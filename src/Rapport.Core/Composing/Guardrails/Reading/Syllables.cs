namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Counts syllables by groups of vowels.</summary>
internal static class Syllables
{
    public static int In(string norm, bool spanish)
    {
        var count = 0;
        var inside = false;
        for (var i = 0; i < norm.Length; i++)
        {
            var vowel = norm[i] is 'a' or 'e' or 'i' or 'o' or 'u' || (norm[i] is 'y' && i > 0);
            var hiatus = spanish && vowel && inside && norm[i] is 'a' or 'e' or 'o' && norm[i - 1] is 'a' or 'e' or 'o';
            count += vowel && (!inside || hiatus) ? 1 : 0;
            inside = vowel;
        }

        var silent = !spanish && count > 1 && norm[^1] is 'e' && !norm.EndsWith("le", StringComparison.Ordinal);
        var past = !spanish && count > 1 && norm.EndsWith("ed", StringComparison.Ordinal) && norm[^3] is not ('t' or 'd');
        return Math.Max(1, count - (silent || past ? 1 : 0));
    }
}
