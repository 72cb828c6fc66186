using System.Globalization;
using System.Text;
using Rapport.Core.Intake;

namespace Rapport.Core.Records;

/// <summary>The one canonical form of every address, so that "the same number" can be told by looking.</summary>
public static class Addresses
{
    /// <summary>E.164, or null where the text is no phone number. A number without a country code is completed in the practice's country.</summary>
    public static string? Phone(string text, string country)
    {
        var cut = text.AsSpan().IndexOfAny("xX;,");   // extensions cannot be texted and do not change whose phone it is
        var main = (cut > 0 ? text[..cut] : text).Trim();
        Span<char> digits = stackalloc char[16];
        var count = 0;
        foreach (var c in main)
        {
            if (char.IsAsciiDigit(c))
            {
                if (count is 16)
                {
                    return null;
                }

                digits[count++] = c;
            }
            else if (!" ()-.+/\u00A0\u2011".Contains(c, StringComparison.Ordinal))
            {
                return null;
            }
        }

        ReadOnlySpan<char> number = digits[..count];
        if (main.StartsWith('+'))
        {
            return number.StartsWith("1", StringComparison.Ordinal) ? NorthAmerican(number[1..]) : count is >= 8 and <= 15 && number[0] is not '0' ? $"+{number}" : null;
        }

        if (country is "US" or "CA")
        {
            return NorthAmerican(count is 11 && number[0] is '1' ? number[1..] : number);
        }

        return null;
    }

    /// <summary>Lower case, trimmed; null where it cannot be an address of RFC 5321.</summary>
    public static string? Email(string text)
    {
        var address = text.Trim();
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            address = address[7..];
        }

        var at = address.LastIndexOf('@');
        var isAddress = at is > 0 and <= 64 && address.Length <= 254 && address.IndexOf('.', at) > at + 1 && !address.EndsWith('.')
            && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>' or '"' or '(' or ')') && address.IndexOf('@') == at;
        return isAddress ? address.ToLowerInvariant() : null;
    }

    /// <summary>The lines of an envelope joined by line feeds; null where a letter would not arrive.</summary>
    public static string? Postal(SourceAddress address) =>
        address.Lines.Count > 0 && address is { City.Length: > 0, PostalCode.Length: > 0 }
            ? string.Join('\n', [.. address.Lines, $"{address.City}, {address.State} {address.PostalCode}".Replace(",  ", ", ", StringComparison.Ordinal)])
            : null;

    /// <summary>A key for "the same home": accents, case and punctuation do not count.</summary>
    public static string? HomeKey(SourceAddress address) => address.Lines.Count > 0 && address.PostalCode is { Length: > 0 }
        ? Fold(string.Concat(address.Lines) + address.PostalCode)
        : null;

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    // NANP: area code and exchange start with 2 to 9, and an area code's second digit is no 9 (NANPA numbering plan).
    private static string? NorthAmerican(ReadOnlySpan<char> number) =>
        number.Length is 10 && number[0] is >= '2' and <= '9' && number[1] is not '9' && number[3] is >= '2' and <= '9' ? $"+1{number}" : null;
}
