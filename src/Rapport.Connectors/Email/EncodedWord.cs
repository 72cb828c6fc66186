using System.Buffers;
using System.Globalization;
using System.Text;

namespace Rapport.Connectors.Email;

/// <summary>Encoded words: other scripts in a header (RFC 2047).</summary>
internal static class EncodedWord
{
    private const int Frame = 12;     // =?utf-8?Q? and ?=
    private const int MaxWord = 75;   // RFC 2047 §2

    // RFC 2047 §5 (3): the set that is safe in a display name is safe everywhere.
    private static readonly SearchValues<byte> Literal =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/"u8);

    /// <summary>
    /// Splits the text into words of whole characters; the first fits into what the line has left, later ones have a line of
    /// their own. Decoders drop the white space between words, so nothing is added or lost.
    /// </summary>
    public static IEnumerable<string> Split(string text, int room)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var inQ = LengthInQ(bytes) <= LengthInB(bytes.Length) * 3 / 2;   // in Q, Latin letters stay readable for a person
        var start = 0;
        var limit = Math.Min(MaxWord, room) - Frame;
        while (start < bytes.Length)
        {
            var end = Fill(bytes, start, limit, inQ);
            if (end > start)
            {
                yield return inQ ? $"=?utf-8?Q?{Q(bytes.AsSpan(start..end))}?=" : $"=?utf-8?B?{Convert.ToBase64String(bytes.AsSpan(start..end))}?=";
            }

            start = end;
            limit = MaxWord - Frame;
        }
    }

    private static int LengthInQ(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        foreach (var b in bytes)
        {
            length += b is (byte)' ' || Literal.Contains(b) ? 1 : 3;
        }

        return length;
    }

    private static int LengthInB(int bytes) => (bytes + 2) / 3 * 4;

    // A character is never split over two words (RFC 2047 §5): decoders handle each word alone.
    private static int Fill(byte[] bytes, int start, int limit, bool inQ)
    {
        var end = start;
        while (end < bytes.Length)
        {
            Rune.DecodeFromUtf8(bytes.AsSpan(end), out _, out var size);
            var taken = bytes.AsSpan(start, end + size - start);
            if ((inQ ? LengthInQ(taken) : LengthInB(taken.Length)) > limit)
            {
                break;
            }

            end += size;
        }

        return end;
    }

    private static string Q(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 3);
        foreach (var b in bytes)
        {
            _ = b is (byte)' ' ? text.Append('_')
                : Literal.Contains(b) ? text.Append((char)b)
                : text.Append(CultureInfo.InvariantCulture, $"={b:X2}");
        }

        return text.ToString();
    }
}
