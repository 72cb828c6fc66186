using System.Buffers;
using System.Text;

namespace Rapport.Connectors.Email;

/// <summary>A body, or several in one (RFC 2045, RFC 2046).</summary>
internal abstract record MimePart
{
    private MimePart()
    {
    }

    public sealed override string ToString() => GetType().Name;

    /// <summary>Writes the part's own headers, an empty line and its content, ending in CRLF.</summary>
    public abstract void Write(HeaderWriter headers, IBufferWriter<byte> output);

    /// <summary>Words, as plain text or HTML.</summary>
    public sealed record Words(string Subtype, string Text) : MimePart
    {
        public override void Write(HeaderWriter headers, IBufferWriter<byte> output)
        {
            headers.Tokens("Content-Type", $"text/{Subtype};", "charset=utf-8");
            headers.Tokens("Content-Transfer-Encoding", "quoted-printable");
            output.Write("\r\n"u8);
            QuotedPrintable.Write(Text, output);
            output.Write("\r\n"u8);
        }
    }

    /// <summary>A visit that a calendar program can take over (RFC 5545, RFC 6047 §2.4).</summary>
    public sealed record Visit(string Calendar) : MimePart
    {
        private const string MethodProperty = "METHOD:";

        public override void Write(HeaderWriter headers, IBufferWriter<byte> output)
        {
            var text = WithCrLf(Calendar.TrimEnd()) + "\r\n";
            var isPlain = IsPlain(text);
            headers.Tokens("Content-Type", ["text/calendar;", "charset=utf-8;", .. MethodParameter(text), "name=\"visit.ics\""]);
            headers.Tokens("Content-Transfer-Encoding", isPlain ? "7bit" : "base64");
            headers.Tokens("Content-Disposition", "attachment;", "filename=\"visit.ics\"");
            output.Write("\r\n"u8);
            output.Put(isPlain ? text : Convert.ToBase64String(Encoding.UTF8.GetBytes(text), Base64FormattingOptions.InsertLineBreaks) + "\r\n");
        }

        // The method stands in the type too: without it a mail program shows a file, not a visit (RFC 6047 §2.4).
        private static string[] MethodParameter(string text)
        {
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                if (line.StartsWith(MethodProperty, StringComparison.OrdinalIgnoreCase))
                {
                    var method = line[MethodProperty.Length..];
                    return method is "PUBLISH" or "REQUEST" or "CANCEL" ? [$"method={method};"] : [];
                }
            }

            return [];
        }

        // Not ReplaceLineEndings: it takes rarer characters for line ends, and they may stand inside a value.
        private static string WithCrLf(string text) => text
            .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);

        private static bool IsPlain(string text) => Array.TrueForAll(text.Split("\r\n"), line =>
            line.Length <= 78 && !line.AsSpan().ContainsAnyExceptInRange(' ', '~') && !line.StartsWith("--", StringComparison.Ordinal));
    }

    /// <summary>Parts side by side: <c>alternative</c> says the same thing twice, <c>mixed</c> adds.</summary>
    /// <param name="Boundary">Begins with <c>=_</c>, which neither quoted-printable nor base64 can produce.</param>
    public sealed record Several(string Subtype, string Boundary, MimePart First, MimePart Second) : MimePart
    {
        public override void Write(HeaderWriter headers, IBufferWriter<byte> output)
        {
            headers.Tokens("Content-Type", $"multipart/{Subtype};", $"boundary=\"{Boundary}\"");
            foreach (var part in (ReadOnlySpan<MimePart>)[First, Second])
            {
                output.PutLine($"\r\n--{Boundary}");
                part.Write(headers, output);
            }

            output.PutLine($"\r\n--{Boundary}--");
        }
    }
}
