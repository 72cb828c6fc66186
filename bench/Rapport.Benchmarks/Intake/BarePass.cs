using System.Text.Json;

namespace Rapport.Benchmarks.Intake;

/// <summary>The least that anyone can do with NDJSON: split it into lines and look at every token once.</summary>
internal static class BarePass
{
    public static long Run(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var buffer = new byte[512 * 1024];
        var (filled, tokens) = (0, 0L);
        while (file.Read(buffer, filled, buffer.Length - filled) is > 0 and var count)
        {
            filled += count;
            var rest = buffer.AsSpan(0, filled);
            while (rest.IndexOf((byte)'\n') is >= 0 and var end)
            {
                tokens += Tokens(rest[..end]);
                rest = rest[(end + 1)..];
            }

            rest.CopyTo(buffer);
            filled = rest.Length;
        }

        return tokens;
    }

    private static long Tokens(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        var tokens = 0L;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }
}
