using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Rapport.Core.Intake;

namespace Rapport.Core.Records;

/// <summary>The one canonical form of every address, so that "the same number" can be told by looking.</summary>
public static class Addresses
{
    private static readonly SearchValues<char> PhonePunctuation = SearchValues.Create(" ()-.+/[]\u00A0\u2010\u2011\u2012\u2013\u2014\u2212");

    private static readonly SearchValues<char> NeverInAnEmail = SearchValues.Create(",;:<>\"()[]\\");

    // What front desks type when there is no address; such a "tie" would make one household of strangers.
    private static readonly FrozenSet<string> NobodysMailbox = FrozenSet.Create(
        StringComparer.Ordinal, "none", "na", "n/a", "noemail", "no-email", "no_email", "nomail", "unknown", "declined", "refused", "noreply", "no-reply");

    /// <summary>E.164, or null where the text is no phone number. A number without a country code is completed in the practice's country.</summary>
    public static string? Phone(string text, string country)
    {
        var main = WithoutTrunkZero(WithoutExtension(text));
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
            else if (!PhonePunctuation.Contains(c))
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

        address = address.ToLowerInvariant();
        var at = address.IndexOf('@');
        return at is > 0 and <= 64 && address.Length <= 254 && IsPlain(address) && IsDomain(address.AsSpan(at + 1)) && !NobodysMailbox.Contains(address[..at])
            ? address
            : null;
    }

    private static bool IsPlain(string address) =>
        address.AsSpan().IndexOfAny(NeverInAnEmail) < 0 && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && address[0] is not '.' && !address.Contains(".@", StringComparison.Ordinal) && !address.Contains("..", StringComparison.Ordinal);

    private static bool IsDomain(ReadOnlySpan<char> domain) =>
        domain.IndexOf('.') > 0 && domain[^1] is not ('.' or '-') && domain[0] is not '-' && !domain.Contains('@');

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

    // Extensions cannot be texted and do not change whose phone it is.
    private static ReadOnlySpan<char> WithoutExtension(string text)
    {
        var number = text.AsSpan().Trim();
        number = number.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? number[4..] : number;
        var ext = number.IndexOf("ext", StringComparison.OrdinalIgnoreCase);
        var cut = ext > 0 ? ext : number.IndexOfAny("xX;,#");
        return cut > 0 ? number[..cut] : number;
    }

    // "+44 (0)20 …": the zero is dialled at home only, and stands in brackets for that reason.
    private static string WithoutTrunkZero(ReadOnlySpan<char> number)
    {
        var text = number.Trim().ToString();
        return text.StartsWith('+') ? text.Replace("(0)", "", StringComparison.Ordinal) : text;
    }

    // What front desks type when there is no number: one digit ten times.
    private static bool IsPlaceholder(ReadOnlySpan<char> number) => number.IndexOfAnyExcept(number[0]) < 0;

    // NANP: area code and exchange start with 2 to 9, and an area code's second digit is no 9 (NANPA numbering plan).
    private static string? NorthAmerican(ReadOnlySpan<char> number) =>
        number.Length is 10 && number[0] is >= '2' and <= '9' && number[1] is not '9' && number[3] is >= '2' and <= '9' && !IsPlaceholder(number)
            ? $"+1{number}"
            : null;
}
