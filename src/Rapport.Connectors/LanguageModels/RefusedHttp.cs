using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using Rapport.Engine.Composing;

namespace Rapport.Connectors.LanguageModels;

/// <summary>What an HTTP status other than success means, in plain words.</summary>
/// <remarks>A provider's own words never go on: they repeat keys and requests. Of its body only these codes are said.</remarks>
internal static class RefusedHttp
{
    private static readonly FrozenSet<string> KnownCodes = FrozenSet.ToFrozenSet(
    [
        "invalid_api_key", "model_not_found", "insufficient_quota", "context_length_exceeded", "rate_limit_exceeded", "unsupported_parameter", "unsupported_value",
        "invalid_json_schema", "invalid_request_error", "authentication_error", "billing_error", "permission_error", "not_found_error", "request_too_large",
        "rate_limit_error", "api_error", "overloaded_error", "server_error",
    ]);

    public static ModelCallException Read(HttpResponseMessage response, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var code = CodeIn(body);
        var said = code is null ? $"{status}" : $"{status}, {code}";
        return response.StatusCode switch
        {
            // The account is empty: waiting does not fill it.
            HttpStatusCode.TooManyRequests when code is "insufficient_quota" => new(NoAnswer.RateLimited, $"The account at the provider has no credit left ({said})."),
            HttpStatusCode.TooManyRequests => new(NoAnswer.RateLimited, $"The model's server asks for fewer requests ({said}).") { IsTransient = true, RetryAfter = RetryAfter(response, now) },
            HttpStatusCode.RequestTimeout => new(NoAnswer.TimedOut, $"The model's server gave up waiting ({said}).") { IsTransient = true, RetryAfter = RetryAfter(response, now) },
            >= HttpStatusCode.InternalServerError => new(NoAnswer.Unavailable, $"The model's server failed ({said}).") { IsTransient = true, RetryAfter = RetryAfter(response, now) },
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(NoAnswer.Refused, $"The model's server does not accept the key ({said})."),
            HttpStatusCode.NotFound => new(NoAnswer.Refused, $"The model's server knows no such model or address ({said})."),
            >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => new(NoAnswer.Refused, $"The model's server sends us elsewhere ({said}); the base URL is wrong."),
            _ => new(NoAnswer.Refused, $"The model's server refused the request ({said})."),
        };
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => (TimeSpan?)null,
        };
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static string? CodeIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object
                ? Known(error, "code") ?? Known(error, "type")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Known(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? KnownCodes.FirstOrDefault(code => value.ValueEquals(code)) : null;
}
