using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Rapport.TestKit.Smtp;

/// <summary>A mail server on loopback that misbehaves as its script says, and remembers what it was told.</summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly SmtpScript _script;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentQueue<string> _mails = new();
    private readonly Task _accepting;
    private int _contents;

    public ScriptedSmtpServer(SmtpScript? script = null)
    {
        _script = script ?? new();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>The contents it received in full, dots unstuffed, whether or not it then said yes.</summary>
    public IReadOnlyList<string> Mails => [.. _mails];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                talks.Add(TalkAsync(client));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or InvalidOperationException && _stop.IsCancellationRequested)
        {
            // Stopped while it waited, or between two calls.
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        client.NoDelay = true;
        try
        {
            await new Talk(this, client.GetStream()).RunAsync(_stop.Token);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, as some tests want it to.
        }
    }

    private sealed class Talk(ScriptedSmtpServer server, Stream stream)
    {
        private Stream _stream = stream;
        private StreamReader _reader = new(stream, Encoding.UTF8);
        private bool _isEncrypted;

        public async Task RunAsync(CancellationToken ct)
        {
            if (server._script.IsEncryptedFromTheStart)
            {
                await EncryptAsync(ct);
            }

            await SayAsync(server._script.Greeting, ct);
            while (await _reader.ReadLineAsync(ct) is { } command)
            {
                server._commands.Enqueue(command);
                var answer = server._script.To(command) ?? Polite(command);
                if (answer is SmtpScript.Drop)
                {
                    return;
                }

                await SayAsync(answer, ct);
                if (answer.StartsWith("221", StringComparison.Ordinal) || (answer.StartsWith("354", StringComparison.Ordinal) && !await TakeContentAsync(ct)))
                {
                    return;
                }

                if (command is "STARTTLS" && answer.StartsWith("220", StringComparison.Ordinal))
                {
                    await EncryptAsync(ct);
                }
            }
        }

        private async Task<bool> TakeContentAsync(CancellationToken ct)
        {
            var mail = new StringBuilder();
            while (await _reader.ReadLineAsync(ct) is { } line and not ".")
            {
                mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }

            server._mails.Enqueue(mail.ToString());
            var answer = server._script.ToContent(Interlocked.Increment(ref server._contents));
            if (answer is SmtpScript.Drop)
            {
                return false;
            }

            await SayAsync(answer, ct);
            return true;
        }

        private string Polite(string command) => command.Split(' ')[0].ToUpperInvariant() switch
        {
            "EHLO" => Hello(),
            "STARTTLS" => "220 2.0.0 go ahead",
            "AUTH" => "235 2.7.0 welcome",
            "MAIL" or "RCPT" or "RSET" => "250 2.1.0 ok",
            "DATA" => "354 go ahead",
            "QUIT" => "221 2.0.0 bye",
            _ => "500 5.5.1 what?",
        };

        private string Hello()
        {
            string[] features =
            [
                .. server._script.Features,
                .. _isEncrypted ? server._script.EncryptedFeatures : server._script.Certificate is null ? [] : ["STARTTLS"],
            ];
            return string.Join("\r\n", features.Prepend("mail.test").Select((word, i) => $"250{(i == features.Length ? ' ' : '-')}{word}"));
        }

        private async Task SayAsync(string answer, CancellationToken ct)
        {
            if (answer is SmtpScript.Silence)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, new RealTime(), ct);
            }

            await _stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), ct);
        }

        private async Task EncryptAsync(CancellationToken ct)
        {
            var encrypted = new SslStream(_stream);
            await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server._script.Certificate }, ct);
            (_stream, _reader, _isEncrypted) = (encrypted, new(encrypted, Encoding.UTF8), true);
        }
    }
}
