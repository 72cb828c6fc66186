using System.Text.Json;
using Rapport.Core.Composing;
using Rapport.Core.Primitives;
using Rapport.Engine.Composing;

namespace Rapport.Formats.Drafts;

/// <summary>One draft of a file, with the facts its writer had, or why the line cannot be read.</summary>
public abstract record DraftLine(string Id)
{
    /// <summary>A draft to judge.</summary>
    public sealed record Readable(string Id, Draft Draft, FactSheet Facts) : DraftLine(Id)
    {
        public override string ToString() => Id;
    }

    /// <summary>A line that is no draft.</summary>
    public sealed record Unreadable(string Id, string Why) : DraftLine(Id)
    {
        public override string ToString() => Id;
    }
}

/// <summary>Reads drafts from lines of JSON: <c>id</c>, <c>channel</c>, <c>language</c>, <c>facts</c>, <c>draft</c>; an email begins with its subject.</summary>
public static class DraftFileReader
{
    /// <summary>Judges every line, in order; one JSON line comes out for each that goes in, whatever it holds. Empty lines are left out.</summary>
    public static IEnumerable<string> Judge(IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return DraftVerdictWriter.Write(Judge(Read(line, number)));
            }
        }
    }

    /// <summary>Reads one line; what cannot be read is said, never thrown.</summary>
    public static DraftLine Read(string line, int number)
    {
        var id = $"line {number}";
        try
        {
            using var json = JsonDocument.Parse(line.TrimStart('\uFEFF'));
            var root = json.RootElement;
            if (root.ValueKind is not JsonValueKind.Object)
            {
                return new DraftLine.Unreadable(id, "The line is not a JSON object.");
            }

            id = Text(root, "id") ?? id;
            return Read(root, id);
        }
        catch (JsonException)
        {
            return new DraftLine.Unreadable(id, "The line is not JSON.");
        }
        catch (InvalidOperationException)
        {
            return new DraftLine.Unreadable(id, "The line holds text that is not valid Unicode.");
        }
    }

    private static DraftLine Read(JsonElement root, string id)
    {
        if (Text(root, "draft") is not { } text || Text(root, "language") is not { } language || Text(root, "channel") is not { } channel)
        {
            return new DraftLine.Unreadable(id, "The line lacks draft, language or channel.");
        }

        if (!Enum.TryParse<Channel>(channel, ignoreCase: true, out var way) || !Enum.IsDefined(way))
        {
            return new DraftLine.Unreadable(id, "The channel is not one of sms, email, letter, portal.");
        }

        if (!root.TryGetProperty("facts", out var facts) || facts.ValueKind is not JsonValueKind.Object)
        {
            return new DraftLine.Unreadable(id, "The line has no facts.");
        }

        var reader = Language.From(language);
        var (subject, body) = Split(text, reader == Language.Spanish ? "Asunto:" : "Subject:");
        return new DraftLine.Readable(id, new Draft(way, reader, subject, body), new FactSheet(FactsFromJson.Read(facts)));
    }

    // The other language's mark stays in the text, where it is found to be the wrong language.
    private static (string? Subject, string Body) Split(string text, string mark)
    {
        if (!text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
        {
            return (null, text);
        }

        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var subject = (end < 0 ? text[mark.Length..] : text[mark.Length..end]).Trim();
        return (subject, end < 0 ? "" : text[(end + 1)..].TrimStart());
    }

    private static JudgedDraft Judge(DraftLine line) => line switch
    {
        DraftLine.Readable readable => DraftJudge.Judge(readable.Id, readable.Draft, readable.Facts),
        DraftLine.Unreadable unreadable => DraftJudge.Unreadable(unreadable.Id, unreadable.Why),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
