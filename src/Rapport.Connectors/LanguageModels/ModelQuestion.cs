using System.Text.Json;
using Microsoft.Extensions.AI;
using Rapport.Engine.Composing;

namespace Rapport.Connectors.LanguageModels;

/// <summary>A request in the words of the chat packages: instructions, one message, and the demand for JSON.</summary>
internal static class ModelQuestion
{
    public static ChatMessage[] Messages(ModelRequest request) => [new(ChatRole.User, request.Input)];

    public static ChatOptions Options(ModelRequest request, JsonMode mode) => new()
    {
        Instructions = mode is JsonMode.Schema ? request.Instructions : WithSchema(request),
        MaxOutputTokens = request.MaxOutputTokens,
        ResponseFormat = mode switch
        {
            JsonMode.Schema => ChatResponseFormat.ForJsonSchema(JsonElement.Parse(request.Schema), request.SchemaName),
            JsonMode.Object => ChatResponseFormat.Json,
            _ => null,
        },
    };

    private static string WithSchema(ModelRequest request) =>
        $"{request.Instructions}\n\nAnswer with one JSON object and nothing else. It must satisfy this JSON schema:\n{request.Schema}";
}
