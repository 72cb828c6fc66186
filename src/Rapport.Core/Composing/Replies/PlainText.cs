using System.Globalization;
using System.Text;

namespace Rapport.Core.Composing.Replies;

/// <summary>Takes the disguises off a text: full-width letters and digits, zero-width characters, half a surrogate.</summary>
internal static class PlainText
{
    /// <summary>The text in its one compatible form, without characters that nobody sees.</summary>
    public static string Of(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())   // half a surrogate comes as U+FFFD
        {
            whole.Append(rune.ToString());
        }

        var plain = new StringBuilder(whole.Length);
        foreach (var rune in whole.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.EnclosingMark))
            {
                plain.Append(rune.Value is '’' or '‘' or 'ʼ' or '´' or '`' ? "'" : rune.ToString());
            }
        }

        return plain.ToString();
    }

    /// <summary>The text with every mark that stands on no letter of its own taken away: guardrails and phrases know composed letters only.</summary>
    public static string Composed(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormC).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));

    /// <summary>A word as it is compared: lower case, without any mark above or below its letters.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return folded.ToString();
    }
}
