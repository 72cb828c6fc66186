using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Rapport.TestKit.Smtp;

/// <summary>Postfix's own test server, which takes all mail on loopback and writes each message to a file.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    private SmtpSink(string program, IEnumerable<string> options)
    {
        Port = FreePort();
        _process = Process.Start(new ProcessStartInfo(program, [.. options, .. AsWhom(), "-d", "mail.", $"127.0.0.1:{Port}", "100"])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder.Path,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
    }

    public int Port { get; }

    /// <summary>Starts it; the test is skipped where postfix is missing.</summary>
    /// <param name="options">As in <c>smtp-sink(1)</c>: <c>-p</c> turns pipelining off, <c>-r rcpt</c> refuses recipients, …</param>
    public static async Task<SmtpSink> StartAsync(params string[] options)
    {
        var sink = new SmtpSink(Machine.Require("smtp-sink"), options);
        for (var attempt = 0; !await IsListeningAsync(sink.Port); attempt++)
        {
            if (attempt == 100 || sink._process.HasExited)
            {
                throw new InvalidOperationException("smtp-sink did not start.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), new RealTime());
        }

        return sink;
    }

    /// <summary>Everything received: smtp-sink's own X- lines with the envelope, then the message.</summary>
    public IReadOnlyList<string> Mails() => [.. Directory.EnumerateFiles(_folder.Path, "mail.*").Select(File.ReadAllText)];

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    // It refuses to run as root, so there it becomes nobody, who must be able to write into the folder.
    private string[] AsWhom()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return [];
        }

        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_111_111);
        return ["-u", "nobody"];
    }

    private static async Task<bool> IsListeningAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
