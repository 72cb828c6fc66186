using System.Text.Json;

namespace Rapport.TestKit.LanguageModels;

/// <summary>One call as a model's server received it.</summary>
/// <param name="Headers">Names in small letters.</param>
public sealed record ModelCall(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public bool IsAnthropic => Path == "/v1/messages";

    public JsonElement Json { get; } = Parse(Body);

    public string Model => Json.TryGetProperty("model", out var model) ? model.GetString()! : "";

    /// <summary>The key, as a bearer token or in the header that older clients of Anthropic use.</summary>
    public string? Key => Headers.GetValueOrDefault("x-api-key") ?? Headers.GetValueOrDefault("authorization")?.Replace("Bearer ", "");

    /// <summary>What the model is told to do, always the same for a task.</summary>
    public string Instructions => IsAnthropic
        ? Json.TryGetProperty("system", out var system) ? TextOf(system) : ""
        : string.Concat(Messages.Where(m => Role(m) is "system" or "developer").Select(Content));

    /// <summary>What it is asked this time.</summary>
    public string Input => string.Concat(Messages.Where(m => Role(m) is "user").Select(Content));

    /// <summary>The JSON schema of the answer, where the call names one.</summary>
    public JsonElement? Schema =>
        IsAnthropic
            ? Json.TryGetProperty("output_config", out var output) && output.TryGetProperty("format", out var format) ? format.GetProperty("schema") : null
            : Json.TryGetProperty("response_format", out var wanted) && wanted.TryGetProperty("json_schema", out var named) ? named.GetProperty("schema") : null;

    /// <summary>What a real server would say no to; null when the call is well formed.</summary>
    public string? Fault => this switch
    {
        { Method: not "POST" } => "method",
        { Json.ValueKind: not JsonValueKind.Object } => "body",
        { Model: "" } => "model",
        { Input: "" } => "messages",
        { IsAnthropic: true } when Headers.GetValueOrDefault("anthropic-version") is not ("2026-10-21" or "2023-06-01") => "anthropic-version",
        { IsAnthropic: true } when Json.TryGetProperty("temperature", out _) || Json.TryGetProperty("top_p", out _) => "temperature",
        { IsAnthropic: true } when !Json.TryGetProperty("max_tokens", out _) => "max_tokens",
        { IsAnthropic: true } when Headers.ContainsKey("authorization") && Headers.ContainsKey("x-api-key") => "two keys",
        { Schema: { } schema } when !schema.TryGetProperty("additionalProperties", out var more) || more.GetBoolean() => "schema",
        _ => null,
    };

    private IEnumerable<JsonElement> Messages => Json.TryGetProperty("messages", out var messages) ? messages.EnumerateArray() : [];

    private static string Role(JsonElement message) => message.GetProperty("role").GetString()!;

    private static string Content(JsonElement message) => TextOf(message.GetProperty("content"));

    // Both protocols allow a string or a list of parts.
    private static string TextOf(JsonElement content) =>
        content.ValueKind is JsonValueKind.String ? content.GetString()! : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));

    private static JsonElement Parse(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
