using System.Globalization;
using System.Text;

namespace Rapport.Connectors.Email;

/// <summary>Reads back mail that <see cref="MimeWriter"/> wrote; it is no reader for anybody else's.</summary>
internal static class WrittenMail
{
    /// <summary>The headers, decoded, and the plain text.</summary>
    public static (Dictionary<string, string> Head, string Text) Read(string mail)
    {
        var end = mail.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = end < 0 ? mail : mail[..end];
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in head.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n"))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is var cut and > 0)
            {
                fields.TryAdd(line[..cut], Decode(line[(cut + 1)..].Trim()));
            }
        }

        return (fields, end < 0 ? "" : PlainText(mail, fields.GetValueOrDefault("Content-Type", "")));
    }

    // The first text/plain part is the first part of all that holds words, and its marker stands right before it.
    private static string PlainText(string mail, string type)
    {
        const string Marker = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
        var start = mail.IndexOf(Marker, StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        var body = mail[(start + Marker.Length)..];
        var isAlone = !type.StartsWith("multipart/", StringComparison.Ordinal);
        var end = isAlone ? -1 : body.IndexOf("\r\n\r\n--=_", StringComparison.Ordinal);
        return FromQuotedPrintable(end < 0 ? body : body[..end]);
    }

    private static string Decode(string value)
    {
        var text = new StringBuilder();
        var afterWord = false;
        foreach (var piece in value.Split(' '))
        {
            var word = EncodedWordText(piece);
            if (text.Length > 0 && !(afterWord && word is not null))
            {
                text.Append(' ');
            }

            text.Append(word ?? piece);
            afterWord = word is not null;
        }

        return text.ToString();
    }

    private static string? EncodedWordText(string piece) =>
        !piece.StartsWith("=?utf-8?", StringComparison.Ordinal) || !piece.EndsWith("?=", StringComparison.Ordinal) || piece.Length < 12 ? null
        : piece[8] is 'B' ? FromBase64(piece[10..^2])
        : FromQuotedPrintable(piece[10..^2].Replace('_', ' '));

    // Somebody may have put a broken file into the folder; it is shown as it is.
    private static string FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }

    private static string FromQuotedPrintable(string text)
    {
        var coded = Encoding.UTF8.GetBytes(text.Replace("=\r\n", "", StringComparison.Ordinal)).AsSpan();
        var bytes = new List<byte>(coded.Length);
        while (!coded.IsEmpty)
        {
            byte value = 0;
            var isCode = coded[0] is (byte)'=' && coded.Length > 2
                && byte.TryParse(coded[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
            bytes.Add(isCode ? value : coded[0]);
            coded = coded[(isCode ? 3 : 1)..];
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
