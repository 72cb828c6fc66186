using System.Text.Json;
using Rapport.Core.Composing.Replies;

namespace Rapport.Verbs;

/// <summary>Reads a conversation from a file: one JSON object a line with <c>from</c> (<c>patient</c> or <c>practice</c>), <c>at</c> and <c>text</c>.</summary>
internal static class ThreadFile
{
    /// <exception cref="InvalidDataException">A line is not in that form; says which, and nothing of what it holds.</exception>
    public static List<ThreadLine> Read(string path)
    {
        var thread = new List<ThreadLine>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                thread.Add(ReadLine(line) ?? throw new InvalidDataException($"Line {number} of the thread is not an object with from (\"patient\" or \"practice\"), at and text."));
            }
        }

        return thread.Count > 0 ? thread : throw new InvalidDataException("The thread holds no line.");
    }

    private static ThreadLine? ReadLine(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && Text(root, "text") is { } text && Text(root, "from") is "patient" or "practice"
                && root.TryGetProperty("at", out var at) && at.ValueKind is JsonValueKind.String && at.TryGetDateTimeOffset(out var moment)
                ? new ThreadLine(Text(root, "from") is "patient", moment, Text(root, "text")!)
                : null;
        }
        catch (JsonException)
        {
            return null;   // the caller says which line it was
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
