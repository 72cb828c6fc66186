using System.Net;

namespace Rapport.Connectors.Smtp;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: only for a relay on the same machine or in a test.</summary>
    None,

    /// <summary>Begins in the clear and must then be encrypted; a server that does not offer it gets no mail (RFC 3207).</summary>
    StartTls,

    /// <summary>Encrypted from the first byte, usually on port 465 (RFC 8314).</summary>
    ImplicitTls,
}

/// <summary>The practice's outgoing mail server.</summary>
public sealed record SmtpOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 587;

    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>How long one message, or the opening of the connection, may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What we call ourselves in EHLO; by default the address that we connect from, in brackets.</summary>
    public string? ClientName { get; init; }

    /// <summary>Where bounces go; by default to the sender of the message.</summary>
    public string? BounceAddress { get; init; }

    /// <summary>The SHA-256 of one certificate to trust although no authority vouches for it: the practice's own server.</summary>
    public string? TrustedCertificate { get; init; }

    /// <summary>What a person must correct before mail can leave; empty when nothing.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Host))
        {
            yield return "The mail server's host name is missing.";
        }

        if (Port is < 1 or > 65535)
        {
            yield return "The mail server's port must lie between 1 and 65535 (usually 587 or 465).";
        }

        if (Timeout <= TimeSpan.Zero)
        {
            yield return "The mail server's timeout must be longer than zero.";
        }

        if (User is null != Password is null)
        {
            yield return "The mail server's user and password belong together: give both or neither.";
        }

        if (Password is not null && Security is SmtpSecurity.None && !IsThisMachine)
        {
            yield return "A password would cross the network in the clear: choose StartTls or ImplicitTls.";
        }

        if (BounceAddress is { } bounces && !Email.EmailAddress.TryParse(bounces, out _))
        {
            yield return "The bounce address is not an e-mail address.";
        }
    }

    /// <summary>Where, never with which password.</summary>
    public override string ToString() => $"{Host}:{Port} ({Security})";

    private bool IsThisMachine => Host is "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
