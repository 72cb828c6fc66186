using System.Globalization;
using System.Text;

namespace Rapport.Connectors.Email;

/// <summary>An address that can be written to a header and to an SMTP command without harm (RFC 5321 §4.1.2, RFC 6531).</summary>
/// <remarks>
/// Generous where the world is: two dots in a row exist in real addresses and are written in quotes. Strict where it hurts:
/// no control characters, no spaces, no comments, nothing that could start a second recipient.
/// </remarks>
internal readonly record struct EmailAddress
{
    private const string AtomMarks = "!#$%&'*+-/=?^_`{|}~.";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string text, bool needsUtf8) => (Text, NeedsUtf8) = (text, needsUtf8);

    /// <summary>As it stands between angle brackets.</summary>
    public string Text { get; }

    /// <summary>The part before the @ is not ASCII, so the server must speak SMTPUTF8. A foreign domain never needs it.</summary>
    public bool NeedsUtf8 { get; }

    public static bool TryParse(string text, out EmailAddress address)
    {
        address = default;
        var trimmed = text.Trim();
        var at = trimmed.LastIndexOf('@');
        if (at < 1 || !IsLocalPart(trimmed.AsSpan(0, at)) || DomainOf(trimmed[(at + 1)..]) is not { } domain)
        {
            return false;
        }

        var local = trimmed[..at];
        var written = IsDotAtom(local) ? local : $"\"{local}\"";
        if (Encoding.UTF8.GetByteCount(written) > 64 || Encoding.UTF8.GetByteCount(written) + 1 + domain.Length > 254)
        {
            return false;
        }

        address = new($"{written}@{domain}", !Ascii.IsValid(local));
        return true;
    }

    /// <summary>Nothing: it is patient data.</summary>
    public override string ToString() => "address";

    private static bool IsLocalPart(ReadOnlySpan<char> local)
    {
        foreach (var rune in local.EnumerateRunes())
        {
            var known = rune.IsAscii
                ? char.IsAsciiLetterOrDigit((char)rune.Value) || AtomMarks.Contains((char)rune.Value, StringComparison.Ordinal)
                : IsVisible(rune);
            if (!known)
            {
                return false;
            }
        }

        return true;
    }

    // Format characters include the ones that reverse text: an address that reads as another is refused.
    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsDotAtom(string local) =>
        local[0] is not '.' && local[^1] is not '.' && !local.Contains("..", StringComparison.Ordinal);

    private static string? DomainOf(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain);
            return ascii.EndsWith('.') ? null : ascii;
        }
        catch (ArgumentException)
        {
            return null;   // the only way in which IdnMapping says that this is not a domain
        }
    }
}
