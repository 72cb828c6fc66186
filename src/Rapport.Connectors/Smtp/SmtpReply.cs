using Rapport.Connectors.Email;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Smtp;

/// <summary>What the server answered to one command (RFC 5321 §4.2).</summary>
/// <param name="Lines">The words after the code, line by line.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int LongestReason = 300;

    /// <summary>The server says goodbye: whatever it answered to, this connection is over.</summary>
    public bool IsClosing => Code is 421;

    public bool IsPositive => Code is >= 200 and < 300;

    public bool AsksForContent => Code is 354;

    public bool IsRefusal => Code is >= 400 and < 600;

    /// <summary>The code only: servers repeat the patient's address in their words.</summary>
    public override string ToString() => $"{Code}";

    public SendResult.Refused ToRefused() => new(Reason(), EnhancedStatus(), Code >= 500 && !IsAboutTheAccount);

    public string Reason()
    {
        var words = HeaderText.Clean($"{Code} {string.Join(' ', Lines)}");
        return words.Length <= LongestReason ? words : words[..LongestReason];
    }

    // 5xx, but cured by correcting the settings: the messages must not be given up for it (RFC 4954 §6).
    private bool IsAboutTheAccount => Code is 530 or 534 or 535 or 538;

    // RFC 2034 §4: status class, subject and detail come first in the text. A class that contradicts the code is noise.
    private string? EnhancedStatus()
    {
        var word = Lines is [var first, ..] ? first.Split(' ')[0] : "";
        return word.Split('.') is [[var group], var subject, var detail]
            && group - '0' == Code / 100 && IsNumber(subject) && IsNumber(detail)
            ? word
            : null;
    }

    private static bool IsNumber(string text) => text.Length is >= 1 and <= 3 && text.All(char.IsAsciiDigit);
}

/// <summary>The server, the network or the encryption failed; nothing is said about any message.</summary>
internal sealed class SmtpConnectionException(string reason, Exception? inner = null) : Exception(reason, inner);
