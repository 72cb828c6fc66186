using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;

namespace Rapport.Connectors.LanguageModels;

/// <summary>Makes the provider's own client, with everything switched off that we do ourselves: retries, time limits, reading of environment variables, traces.</summary>
internal static class ChatClients
{
    public static IChatClient Create(LanguageModelOptions options, HttpClient http) => options.Provider switch
    {
        ModelProvider.Anthropic => new AnthropicClient(new ClientOptions
        {
            HttpClient = http,
            BaseUrl = WithoutVersion(options.Address!),
            // Set in any case: a null, too, keeps the package from looking for a key in the environment.
            ApiKey = options.ApiKey,
            MaxRetries = 0,
            Timeout = TimeSpan.FromDays(1),
            OpenTelemetry = false,
        }).AsIChatClient(options.Model),
        _ => OpenAiChatClient.Create(options, http),
    };

    // This package adds /v1 itself; people copy addresses with and without it.
    private static string WithoutVersion(Uri address)
    {
        var text = address.AbsoluteUri.TrimEnd('/');
        return text.EndsWith("/v1", StringComparison.Ordinal) ? text[..^3] : text;
    }
}
