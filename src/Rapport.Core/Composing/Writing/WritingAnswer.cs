using System.Text.Json;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Writing;

/// <summary>Words that a model proposes; nothing about them is trusted.</summary>
public sealed record Variant(string? Subject, string Body)
{
    public override string ToString() => "variant";
}

/// <summary>Reads what a model sent back.</summary>
public static class WritingAnswer
{
    private const int MostVariants = 12;
    private const int LongestText = 4_000;

    /// <summary>The variants of an answer; null where it has not the shape that was asked for.</summary>
    public static ValueList<Variant>? Read(string json)
    {
        try
        {
            using var answer = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            return answer.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("variants", out var list) && list.ValueKind is JsonValueKind.Array
                ? [.. list.EnumerateArray().Take(MostVariants).Select(ReadVariant).OfType<Variant>()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Variant? ReadVariant(JsonElement item) =>
        item.ValueKind is JsonValueKind.Object && Text(item, "body") is { Length: > 0 } body ? new Variant(Text(item, "subject") is { Length: > 0 } subject ? subject : null, body) : null;

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: <= LongestText } text
            ? text.ReplaceLineEndings("\n").Trim()
            : null;
}
