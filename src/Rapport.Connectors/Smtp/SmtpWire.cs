using System.Net.Sockets;
using System.Text;

namespace Rapport.Connectors.Smtp;

/// <summary>Bytes to and from a mail server: whole replies in, commands and content out.</summary>
/// <remarks>Every way in which a connection can fail leaves here as <see cref="SmtpConnectionException"/>.</remarks>
internal sealed class SmtpWire(Stream stream)
{
    // RFC 5321 §4.5.3.1.5 says 512 octets; a server that rambles beyond this is not one.
    private const int LongestReply = 16 * 1024;

    private readonly byte[] _buffer = new byte[LongestReply];
    private int _start;
    private int _end;

    /// <summary>Bytes that came before they were asked for.</summary>
    public bool HasUnreadBytes => _end > _start;

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await stream.WriteAsync(bytes, ct);
            await stream.FlushAsync(ct);
        }
        catch (Exception fault) when (IsLoss(fault))
        {
            throw Lost(fault);
        }
    }

    public Task WriteLineAsync(string command, CancellationToken ct) => WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), ct);

    public async Task<SmtpReply> AskAsync(string command, CancellationToken ct)
    {
        await WriteLineAsync(command, ct);
        return await ReadReplyAsync(ct);
    }

    public async Task<SmtpReply> ReadReplyAsync(CancellationToken ct)
    {
        var lines = new List<string>(1);
        while (true)
        {
            var line = await ReadLineAsync(ct);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code) || code is < 200 or > 599 || (line.Length > 3 && line[3] is not (' ' or '-')))
            {
                throw new SmtpConnectionException("The server's answer is not SMTP.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length is 3 || line[3] is ' ')
            {
                return new(code, lines);
            }

            if (lines.Count > 200)
            {
                throw new SmtpConnectionException("The server's answer does not end.");
            }
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken ct)
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n')) < 0)
        {
            await FillAsync(ct);
        }

        var line = Encoding.UTF8.GetString(_buffer, _start, length).TrimEnd('\r');
        _start += length + 1;
        return line;
    }

    private async Task FillAsync(CancellationToken ct)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            throw new SmtpConnectionException("The server's answer does not end.");
        }

        try
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), ct);
            _end += read is not 0 ? read : throw new SmtpConnectionException("The server closed the connection.");
        }
        catch (Exception fault) when (IsLoss(fault))
        {
            throw Lost(fault);
        }
    }

    private static bool IsLoss(Exception fault) =>
        fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException;

    private static SmtpConnectionException Lost(Exception fault) => fault is OperationCanceledException
        ? new("The server did not answer in time.", fault)
        : new("The connection to the server broke.", fault);
}
