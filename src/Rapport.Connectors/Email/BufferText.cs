using System.Buffers;
using System.Text;

namespace Rapport.Connectors.Email;

/// <summary>Writes text into a growing byte buffer.</summary>
internal static class BufferText
{
    public static void Put(this IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        var written = Encoding.UTF8.GetBytes(text, output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
        output.Advance(written);
    }

    public static void PutLine(this IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        output.Put(text);
        output.Write("\r\n"u8);
    }
}
