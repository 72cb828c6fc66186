using System.Globalization;
using System.Net;
using System.Text;
using Rapport.Connectors.Email;

namespace Rapport.Connectors.Outbox;

/// <summary>What the outbox page shows of one file.</summary>
internal sealed record OutboxEntry
{
    public required string FileName { get; init; }

    public required string Channel { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Language { get; init; }

    public DateTimeOffset? At { get; init; }

    public required string Text { get; init; }

    public override string ToString() => FileName;

    /// <summary>Reads a file that the outbox wrote; null for any other.</summary>
    public static async Task<OutboxEntry?> ReadAsync(string path, CancellationToken ct)
    {
        var name = Path.GetFileName(path);
        if (name.StartsWith('.') || OutboxKinds.ChannelOf(name) is not { } channel)
        {
            return null;
        }

        var content = await File.ReadAllTextAsync(path, Encoding.UTF8, ct);
        var (head, text) = name.EndsWith(OutboxKinds.Letter, StringComparison.Ordinal) ? Letter(content)
            : name.EndsWith(OutboxKinds.Email, StringComparison.Ordinal) ? WrittenMail.Read(content)
            : Plain(content);

        return new()
        {
            FileName = name,
            Channel = channel,
            To = head.GetValueOrDefault("To", ""),
            Subject = head.GetValueOrDefault("Subject", ""),
            Language = head.GetValueOrDefault("Content-Language", ""),
            At = DateTimeOffset.TryParse(head.GetValueOrDefault("Date"), CultureInfo.InvariantCulture, out var at) ? at : null,
            Text = text,
        };
    }

    private static (Dictionary<string, string> Head, string Text) Plain(string content)
    {
        var end = content.IndexOf("\n\n", StringComparison.Ordinal);
        var head = end < 0 ? content : content[..end];
        return (Fields(head.Split('\n'), ": "), end < 0 ? "" : content[(end + 2)..]);
    }

    private static (Dictionary<string, string> Head, string Text) Letter(string content)
    {
        var metas = content.Split('\n')
            .Where(line => line.StartsWith(OutboxKinds.MetaStart, StringComparison.Ordinal) && line.EndsWith("\">", StringComparison.Ordinal))
            .Select(line => WebUtility.HtmlDecode(line[OutboxKinds.MetaStart.Length..^2]));
        var head = Fields(metas, "\" content=\"");
        return (head, head.GetValueOrDefault("Text", ""));
    }

    private static Dictionary<string, string> Fields(IEnumerable<string> lines, string separator)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var cut = line.IndexOf(separator, StringComparison.Ordinal);
            if (cut > 0)
            {
                fields.TryAdd(line[..cut], line[(cut + separator.Length)..]);
            }
        }

        return fields;
    }
}
