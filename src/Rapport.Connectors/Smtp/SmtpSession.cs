using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Rapport.Connectors.Smtp;

/// <summary>One connection to a mail server, greeted, encrypted and signed in as the options demand.</summary>
internal sealed class SmtpSession : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly SmtpOptions _options;
    private readonly TimeProvider _time;
    private readonly TcpClient _client;
    private Stream _stream;

    private SmtpSession(SmtpOptions options, TimeProvider time, TcpClient client)
    {
        (_options, _time, _client, _stream) = (options, time, client, client.GetStream());
        Wire = new(_stream);
    }

    public SmtpWire Wire { get; private set; }

    public SmtpFeatures Features { get; private set; } = new();

    /// <summary>Fails with <see cref="SmtpConnectionException"/> only, in words for the person who set it up.</summary>
    public static async Task<SmtpSession> OpenAsync(SmtpOptions options, TimeProvider time, CancellationToken ct)
    {
        var client = new TcpClient { NoDelay = true };   // else every message waits 40 ms for a delayed acknowledgement
        try
        {
            await client.ConnectAsync(options.Host, options.Port, ct);
            var session = new SmtpSession(options, time, client);
            await session.GreetAsync(ct);
            return session;
        }
        catch (Exception fault)
        {
            client.Dispose();
            throw fault switch
            {
                SmtpConnectionException => fault,
                OperationCanceledException => new SmtpConnectionException("The mail server did not answer in time.", fault),
                SocketException => new SmtpConnectionException($"The mail server cannot be reached: {fault.Message}.", fault),
                AuthenticationException or IOException => new SmtpConnectionException("Encryption failed: the certificate is not trusted, or the server does not speak TLS on this port.", fault),
                _ => fault,
            };
        }
    }

    /// <summary>Takes leave, so that the server keeps what it has and frees the connection at once.</summary>
    public async Task QuitAsync()
    {
        using var patience = new CancellationTokenSource(Farewell, _time);
        await Wire.AskAsync("QUIT", patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _client.Dispose();
    }

    private async Task GreetAsync(CancellationToken ct)
    {
        if (_options.Security is SmtpSecurity.ImplicitTls)
        {
            await EncryptAsync(ct);
        }

        Expect(await Wire.ReadReplyAsync(ct), "The server is not ready");
        await HelloAsync(ct);
        if (_options.Security is SmtpSecurity.StartTls)
        {
            await StartTlsAsync(ct);
        }

        if (_options is { User: { } user, Password: { } password })
        {
            await SignInAsync(user, password, ct);
        }
    }

    private async Task StartTlsAsync(CancellationToken ct)
    {
        if (!Features.StartTls)
        {
            throw new SmtpConnectionException("The server does not offer STARTTLS, and the settings demand it.");
        }

        Expect(await Wire.AskAsync("STARTTLS", ct), "The server refuses to encrypt");

        // Whatever came in the clear after the "go ahead" was put there by somebody in between (CVE-2011-0411).
        if (Wire.HasUnreadBytes)
        {
            throw new SmtpConnectionException("The server spoke before encryption began.");
        }

        await EncryptAsync(ct);
        await HelloAsync(ct);   // what was promised in the clear does not count (RFC 3207 §4.2)
    }

    private async Task EncryptAsync(CancellationToken ct)
    {
        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = _options.Host, RemoteCertificateValidationCallback = IsTrusted }, ct);
        Wire = new(encrypted);
    }

    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors is SslPolicyErrors.None
        || (certificate is not null && _options.TrustedCertificate is { } trusted && string.Equals(
            certificate.GetCertHashString(HashAlgorithmName.SHA256), trusted.Replace(":", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    private async Task HelloAsync(CancellationToken ct)
    {
        var hello = await Wire.AskAsync($"EHLO {_options.ClientName ?? OwnAddress()}", ct);
        Expect(hello, "The server refuses to talk to us");
        Features = SmtpFeatures.Of(hello);
    }

    // RFC 5321 §4.1.3: a machine without a name of its own gives its address.
    private string OwnAddress()
    {
        var address = (_client.Client.LocalEndPoint as IPEndPoint)?.Address ?? IPAddress.Loopback;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily is AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";
    }

    private async Task SignInAsync(string user, string password, CancellationToken ct)
    {
        if (Features.AuthPlain)
        {
            Expect(await Wire.AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", ct), "The server refuses user and password");
        }
        else if (Features.AuthLogin)
        {
            ExpectQuestion(await Wire.AskAsync("AUTH LOGIN", ct));
            ExpectQuestion(await Wire.AskAsync(Base64(user), ct));
            Expect(await Wire.AskAsync(Base64(password), ct), "The server refuses user and password");
        }
        else
        {
            throw new SmtpConnectionException("The server offers neither AUTH PLAIN nor AUTH LOGIN.");
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static void Expect(SmtpReply reply, string complaint)
    {
        if (!reply.IsPositive)
        {
            throw new SmtpConnectionException($"{complaint}: {reply.Reason()}");
        }
    }

    private static void ExpectQuestion(SmtpReply reply)
    {
        if (reply.Code is not 334)
        {
            throw new SmtpConnectionException($"The server refuses user and password: {reply.Reason()}");
        }
    }
}
