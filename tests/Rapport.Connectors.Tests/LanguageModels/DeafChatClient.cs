using Microsoft.Extensions.AI;

namespace Rapport.Connectors.Tests.LanguageModels;

/// <summary>A provider's package that listens to nobody: it does what it wants whether or not anybody still waits.</summary>
internal sealed class DeafChatClient(Func<Task<ChatResponse>> answer) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => answer();

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        AsyncEnumerable.Empty<ChatResponseUpdate>();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
