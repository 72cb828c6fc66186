using System.Globalization;
using System.Text;

namespace Rapport.TestKit.LanguageModels;

/// <summary>Reads calls from a connection: HTTP/1.1, bodies by length or in chunks.</summary>
internal sealed class CallReader(Stream stream)
{
    // One character for each byte, so that lengths are bytes.
    private readonly StreamReader _reader = new(stream, Encoding.Latin1);

    /// <summary>Null when the client has closed the connection.</summary>
    public async Task<ModelCall?> ReadAsync(CancellationToken ct)
    {
        if (await _reader.ReadLineAsync(ct) is not { Length: > 0 } first || first.Split(' ') is not [var method, var path, _])
        {
            return null;
        }

        var headers = new Dictionary<string, string>();
        while (await _reader.ReadLineAsync(ct) is { Length: > 0 } line)
        {
            headers[line[..line.IndexOf(':')].ToLowerInvariant()] = line[(line.IndexOf(':') + 1)..].Trim();
        }

        var body = headers.TryGetValue("content-length", out var length) ? await ReadAsync(int.Parse(length, CultureInfo.InvariantCulture), ct)
            : headers.ContainsKey("transfer-encoding") ? await ReadChunksAsync(ct)
            : "";
        return new(method, path, headers, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)));
    }

    private async Task<string> ReadChunksAsync(CancellationToken ct)
    {
        var body = new StringBuilder();
        while (int.Parse(await _reader.ReadLineAsync(ct) ?? "0", NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
        {
            body.Append(await ReadAsync(length, ct));
            await _reader.ReadLineAsync(ct);
        }

        await _reader.ReadLineAsync(ct);
        return body.ToString();
    }

    private async Task<string> ReadAsync(int length, CancellationToken ct)
    {
        var characters = new char[length];
        return new(characters, 0, await _reader.ReadBlockAsync(characters, ct));
    }
}
