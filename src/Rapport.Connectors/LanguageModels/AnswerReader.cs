using System.Text.Json;
using Microsoft.Extensions.AI;
using Rapport.Engine.Composing;

namespace Rapport.Connectors.LanguageModels;

/// <summary>Takes the JSON object out of what a model answered; whether it fits the schema is for others to judge.</summary>
internal static class AnswerReader
{
    // A server that claims more is wrong, and sums of such claims must not overflow.
    private const long MostTokens = 100_000_000;

    public static ModelAnswer Read(ChatResponse response, JsonMode mode, int attempts)
    {
        var usage = new ModelUsage(Tokens(response.Usage?.InputTokenCount), Tokens(response.Usage?.OutputTokenCount), attempts);
        if (response.FinishReason == ChatFinishReason.Length)
        {
            return new ModelAnswer.Missing(NoAnswer.Unreadable, "The answer was cut off at its greatest length.", usage);
        }

        if (response.FinishReason == ChatFinishReason.ContentFilter)
        {
            return new ModelAnswer.Missing(NoAnswer.Unreadable, "The model declined to answer.", usage);
        }

        var text = response.Text.Trim();
        return text.Length is 0 ? new ModelAnswer.Missing(NoAnswer.Unreadable, "The answer is empty.", usage)
            : IsObject(text) ? new ModelAnswer.Given(text, usage)
            : mode is not JsonMode.Schema && WithoutWrapping(text) is { } inner && IsObject(inner) ? new ModelAnswer.Given(inner, usage)
            : new ModelAnswer.Missing(NoAnswer.Unreadable, "The answer is not a JSON object.", usage);
    }

    private static long Tokens(long? count) => Math.Clamp(count ?? 0, 0, MostTokens);

    // Without a schema models like to put a fence or a polite sentence around their JSON.
    private static string? WithoutWrapping(string text) =>
        text.IndexOf('{') is >= 0 and var first && text.LastIndexOf('}') is var last && last > first ? text[first..(last + 1)] : null;

    private static bool IsObject(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            using var copy = new Utf8JsonWriter(Stream.Null);

            // Half a surrogate pair parses, and only fails in whoever reads the text later.
            json.WriteTo(copy);
            return json.RootElement.ValueKind is JsonValueKind.Object;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
