using System.Globalization;
using System.Text;

namespace Rapport.Connectors.Email;

/// <summary>Text made fit for one header.</summary>
internal static class HeaderText
{
    /// <summary>
    /// Every run of white space and control characters becomes one space, so that no value can end its line and begin a header
    /// of its own; half a surrogate pair becomes the replacement character.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBreak(rune))
            {
                clean.Append(rune.ToString());
            }
            else if (clean.Length > 0 && clean[^1] is not ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().TrimEnd(' ');
    }

    /// <summary>Printable ASCII with nothing that a reader would take for an encoded word (RFC 2047 §6.1).</summary>
    public static bool IsPlain(string clean) =>
        !clean.AsSpan().ContainsAnyExceptInRange(' ', '~') && !clean.Contains("=?", StringComparison.Ordinal);

    private static bool IsBreak(Rune rune) => rune.Value is ' ' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
