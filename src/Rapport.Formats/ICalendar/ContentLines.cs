using System.Globalization;
using System.Text;

namespace Rapport.Formats.ICalendar;

/// <summary>Content lines: escaped, and folded at 75 octets between whole characters (RFC 5545 §3.1, §3.3.11).</summary>
internal sealed class ContentLines
{
    private const int Limit = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A line whose value is safe as it is.</summary>
    public ContentLines Add(string name, string value)
    {
        var column = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (column + rune.Utf8SequenceLength > Limit)
            {
                _text.Append("\r\n ");
                column = 1;
            }

            _text.Append(rune.ToString());
            column += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>A line of free text; nothing is written for none.</summary>
    public ContentLines AddText(string name, string? text) => string.IsNullOrWhiteSpace(text) ? this : Add(name, Escape(text));

    public ContentLines AddAll(ContentLines others)
    {
        _text.Append(others._text);
        return this;
    }

    /// <summary>A parameter value in quotes. Quotes cannot be escaped there, so they become apostrophes (RFC 5545 §3.2).</summary>
    public static string Quoted(string value) => $"\"{Visible(value).Replace('"', '\'')}\"";

    /// <summary>Without control characters: for values that have no escapes.</summary>
    public static string Visible(string value) => string.Concat(value.EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Select(rune => rune.ToString()));

    public override string ToString() => _text.ToString();

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append(CultureInfo.InvariantCulture, $"\\{rune}"),
                _ when Rune.IsControl(rune) && rune.Value is not '\t' => escaped.Append(' '),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }
}
