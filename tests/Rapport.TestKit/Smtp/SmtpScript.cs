using System.Security.Cryptography.X509Certificates;

namespace Rapport.TestKit.Smtp;

/// <summary>How a mail server behaves: politely by default, badly where the test says so.</summary>
public sealed record SmtpScript
{
    /// <summary>An answer that closes the connection instead.</summary>
    public const string Drop = "(drop)";

    /// <summary>An answer that never comes.</summary>
    public const string Silence = "(silence)";

    public string Greeting { get; init; } = "220 mail.test";

    /// <summary>What EHLO announces.</summary>
    public IReadOnlyList<string> Features { get; init; } = ["PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE 1000000", "ENHANCEDSTATUSCODES"];

    /// <summary>Announced only once the connection is encrypted.</summary>
    public IReadOnlyList<string> EncryptedFeatures { get; init; } = [];

    /// <summary>An answer to a command line; null for the polite one.</summary>
    public Func<string, string?> To { get; init; } = _ => null;

    /// <summary>The answer to the content of the message with this number, counted from 1 over all connections.</summary>
    public Func<int, string> ToContent { get; init; } = number => $"250 2.0.0 queued as {number}";

    /// <summary>With a certificate, STARTTLS is offered and done.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool IsEncryptedFromTheStart { get; init; }
}
