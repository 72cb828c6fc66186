using System.Buffers;
using System.Text;

namespace Rapport.Connectors.Email;

/// <summary>Any text as ASCII lines of at most 76 characters (RFC 2045 §6.7).</summary>
internal static class QuotedPrintable
{
    private const int Limit = 76;

    private static ReadOnlySpan<byte> Hex => "0123456789ABCDEF"u8;

    /// <summary>Line ends of any kind become CRLF; nothing is added after the last line.</summary>
    public static void Write(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var rest = rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented));
        while (rest.IndexOfAny((byte)'\r', (byte)'\n') is var end and >= 0)
        {
            WriteLine(rest[..end], output);
            output.Write("\r\n"u8);
            rest = rest[(rest[end..].StartsWith("\r\n"u8) ? end + 2 : end + 1)..];
        }

        WriteLine(rest, output);
        ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }

    private static void WriteLine(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        // At worst three characters a byte, and a soft break for every 73 of them.
        var target = output.GetSpan((line.Length * 3) + (line.Length * 3 / 70 * 3) + 8);
        var (at, column) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            var literal = IsLiteral(line[i], isLast: i == line.Length - 1);
            var width = literal ? 1 : 3;
            if (column + width > Limit - 1)
            {
                "=\r\n"u8.CopyTo(target[at..]);
                at += 3;
                column = 0;
            }

            column += width;
            if (literal)
            {
                target[at++] = line[i];
                continue;
            }

            target[at++] = (byte)'=';
            target[at++] = Hex[line[i] >> 4];
            target[at++] = Hex[line[i] & 15];
        }

        output.Advance(at);
    }

    // White space at the end of a line may be stripped on the way (rule 3), so there it is encoded.
    private static bool IsLiteral(byte b, bool isLast) =>
        b is > 32 and < 127 and not (byte)'=' || (b is (byte)' ' or (byte)'\t' && !isLast);
}
