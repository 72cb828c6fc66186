using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using Chat = OpenAI.Chat;

namespace Rapport.Connectors.LanguageModels;

/// <summary>OpenAI's official package as an <see cref="IChatClient"/>: text in, text out, JSON by schema.</summary>
internal sealed class OpenAiChatClient(Chat.ChatClient chat, bool isOpenAi) : IChatClient
{
    // The package insists on a key; GuardedHttp takes it away again.
    private const string NoKey = "none";

    public static OpenAiChatClient Create(LanguageModelOptions options, HttpClient http) => new(
        new(options.Model, new ApiKeyCredential(options.ApiKey ?? NoKey), new OpenAIClientOptions
        {
            Endpoint = options.Address,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new() { EnableLogging = false },
            EnableDistributedTracing = false,
        }),
        options.Provider is ModelProvider.OpenAi);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Chat.ChatCompletion completion = await chat.CompleteChatAsync(Messages(messages, options?.Instructions), Options(options ?? new()), cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(completion.Content.Select(part => part.Text))))
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            FinishReason = completion.Refusal is null ? Finish(completion.FinishReason) : ChatFinishReason.ContentFilter,
            Usage = completion.Usage is { } usage ? new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount } : null,
        };
    }

    /// <summary>Nothing here reads an answer word by word, so it comes in one piece.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The connection belongs to whoever made it.
    }

    private static IEnumerable<Chat.ChatMessage> Messages(IEnumerable<ChatMessage> messages, string? instructions)
    {
        if (instructions is not null)
        {
            yield return new Chat.SystemChatMessage(instructions);
        }

        foreach (var message in messages)
        {
            yield return message.Role == ChatRole.System ? new Chat.SystemChatMessage(message.Text)
                : message.Role == ChatRole.Assistant ? new Chat.AssistantChatMessage(message.Text)
                : new Chat.UserChatMessage(message.Text);
        }
    }

    private Chat.ChatCompletionOptions Options(ChatOptions options)
    {
        var asked = new Chat.ChatCompletionOptions { ResponseFormat = Format(options.ResponseFormat) };
        if (isOpenAi)
        {
            asked.MaxOutputTokenCount = options.MaxOutputTokens;
            asked.StoredOutputEnabled = false;
        }
        else if (options.MaxOutputTokens is { } most)
        {
            // OpenAI renamed this field; other servers know it by its old name, and some know only that.
#pragma warning disable SCME0001
            asked.Patch.Set("$.max_tokens"u8, most);
#pragma warning restore SCME0001
        }

        return asked;
    }

    private static Chat.ChatResponseFormat? Format(ChatResponseFormat? format) => format switch
    {
        ChatResponseFormatJson { Schema: { } schema } json =>
            Chat.ChatResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), jsonSchemaIsStrict: true),
        ChatResponseFormatJson => Chat.ChatResponseFormat.CreateJsonObjectFormat(),
        _ => null,
    };

    private static ChatFinishReason Finish(Chat.ChatFinishReason reason) => reason switch
    {
        Chat.ChatFinishReason.Length => ChatFinishReason.Length,
        Chat.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        Chat.ChatFinishReason.ToolCalls or Chat.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };
}
