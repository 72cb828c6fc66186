using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rapport.Tests.Day;

/// <summary>One file of the outbox folder, read back as whoever receives it would.</summary>
internal sealed partial record SentFile
{
    /// <summary>Within the outbox folder.</summary>
    public required string Path { get; init; }

    /// <summary>Everything in it, decoded: headers, words, markup, calendar.</summary>
    public required string Everything { get; init; }

    /// <summary>Headers in their order, unfolded and decoded.</summary>
    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    /// <summary>The words as plain text.</summary>
    public required string Body { get; init; }

    public bool IsText => Path.EndsWith(".sms.txt", StringComparison.Ordinal);

    public bool IsMail => Path.EndsWith(".eml", StringComparison.Ordinal);

    public string To => Header("To");

    public string From => Header("From");

    public string Subject => Header("Subject");

    public DateTimeOffset At => DateTimeOffset.Parse(Header("Date"), CultureInfo.InvariantCulture);

    /// <summary>The address alone, without the name before it.</summary>
    public string Address => IsMail ? Bare(To, '<').TrimEnd('>') : Bare(To, ',').Trim();

    public string Header(string name) => Headers.First(h => h.Name == name).Value;

    public override string ToString() => Path;

    public static IReadOnlyList<SentFile> ReadAll(string outbox) => !Directory.Exists(outbox) ? [] :
    [
        .. Directory.EnumerateFiles(outbox, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("index.html", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => Read(outbox, file))
            .OrderBy(sent => sent.At),
    ];

    private static string Bare(string party, char before) => party[(party.LastIndexOf(before) + 1)..];

    private static SentFile Read(string outbox, string file)
    {
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var cut = text.IndexOf("\n\n", StringComparison.Ordinal);
        var isMail = file.EndsWith(".eml", StringComparison.Ordinal);
        var head = isMail ? EncodedWord.Replace(text[..cut].Replace("\n ", " "), Decoded) : text[..cut];
        var words = isMail ? WithoutQuoting(text[cut..]) : text[(cut + 2)..];
        return new SentFile
        {
            Path = System.IO.Path.GetRelativePath(outbox, file),
            Everything = $"{file}\n{head}\n{words}",
            Headers = [.. head.Split('\n').Select(line => line.Split(": ", 2)).Where(h => h.Length is 2).Select(h => (h[0], h[1]))],
            Body = (isMail ? PlainPart(words) : words).Trim(),
        };
    }

    private static string PlainPart(string words)
    {
        var from = words.IndexOf("text/plain", StringComparison.Ordinal);
        var start = words.IndexOf("\n\n", from, StringComparison.Ordinal) + 2;
        return words[start..words.IndexOf("\n--=_", start, StringComparison.Ordinal)];
    }

    // RFC 2045 §6.7. A calendar is written plain, so an equals sign that quotes nothing stays.
    private static string WithoutQuoting(string body)
    {
        var bytes = new List<byte>(body.Length);
        var soft = body.Replace("=\n", "");
        for (var i = 0; i < soft.Length; i++)
        {
            if (soft[i] is '=' && i + 2 < soft.Length && byte.TryParse(soft.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(soft[i].ToString()));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Decoded(Match word) => word.Groups["kind"].Value is "B" or "b"
        ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
        : WithoutQuoting(word.Groups["text"].Value.Replace('_', ' '));

    // RFC 2047: words side by side are one word.
    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BQ])\?(?<text>[^?]*)\?=(\s+(?==\?))?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWord { get; }
}
