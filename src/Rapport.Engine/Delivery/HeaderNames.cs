using System.Buffers;
using System.Collections.Frozen;

namespace Rapport.Engine.Delivery;

/// <summary>Which header names and message ids may be written.</summary>
internal static class HeaderNames
{
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create(LettersAndDigits + "!#$%&'*+-/=?^_`{|}~.");

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(LettersAndDigits + "-");

    // A second recipient, a second author or a second body must not come in through the back door.
    private static readonly FrozenSet<string> OwnHeaders = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Date", "Message-ID", "MIME-Version", "Return-Path", "Received",
        "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-Language", "Auto-Submitted",
        "List-Unsubscribe", "List-Unsubscribe-Post");

    public static bool MayBeExtra(string name) =>
        name.Length is > 0 and <= 60
        && !name.AsSpan().ContainsAnyExcept(NameCharacters)
        && !name.StartsWith("Resent-", StringComparison.OrdinalIgnoreCase)
        && !OwnHeaders.Contains(name);

    public static bool IsMessageId(string id) =>
        id.Length is > 2 and <= 200 && id.Split('@') is [var left, var right] && IsDotAtom(left) && IsDotAtom(right);

    private static bool IsDotAtom(string part) =>
        part.Length > 0
        && !part.AsSpan().ContainsAnyExcept(IdCharacters)
        && part[0] is not '.' && part[^1] is not '.' && !part.Contains("..", StringComparison.Ordinal);
}
