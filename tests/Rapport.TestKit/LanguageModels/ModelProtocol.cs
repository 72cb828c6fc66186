using System.Text;
using System.Text.Json;

namespace Rapport.TestKit.LanguageModels;

/// <summary>The two protocols' bodies.</summary>
internal static class ModelProtocol
{
    public static byte[] Http(ModelReply reply, ModelCall call) => reply switch
    {
        ModelReply.Words words => Http(200, "application/json", call.IsAnthropic ? Anthropic(words, call) : OpenAi(words, call)),
        ModelReply.Body body => Http(200, body.ContentType, body.Content),
        ModelReply.Status status => Http(status.Code, "application/json", Error(status, call), Header("retry-after", status.RetryAfter) + Header("location", status.Location)),
        ModelReply.NotHttp raw => Encoding.UTF8.GetBytes(raw.Characters),
        ModelReply.Drip drip => Http(drip.Reply, call),
        ModelReply.Reset reset => Http(reset.Reply, call),
        _ => [],
    };

    private static string Header(string name, string? value) => value is null ? "" : $"{name}: {value}\r\n";

    private static byte[] Http(int status, string contentType, string body, string headers = "")
    {
        var content = Encoding.UTF8.GetBytes(body);
        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} .\r\ncontent-type: {contentType}\r\ncontent-length: {content.Length}\r\n{headers}\r\n"), .. content];
    }

    private static string OpenAi(ModelReply.Words words, ModelCall call) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_772_528_400,
        model = call.Model,
        choices = new[]
        {
            new
            {
                index = 0,
                message = new { role = "assistant", content = words.End is ModelEnd.Refused ? null : words.Text, refusal = words.End is ModelEnd.Refused ? words.Text : null },
                finish_reason = words.End is ModelEnd.CutOff ? "length" : "stop",
            },
        },
        usage = new { prompt_tokens = words.InputTokens, completion_tokens = words.OutputTokens, total_tokens = words.InputTokens + words.OutputTokens },
    });

    private static string Anthropic(ModelReply.Words words, ModelCall call) => JsonSerializer.Serialize(new
    {
        id = "msg_1",
        type = "message",
        role = "assistant",
        model = call.Model,
        content = words.Text.Length is 0 ? [] : new[] { new { type = "text", text = words.Text } },
        stop_reason = words.End switch { ModelEnd.CutOff => "max_tokens", ModelEnd.Refused => "refusal", _ => "end_turn" },
        stop_sequence = (string?)null,
        usage = new { input_tokens = words.InputTokens, output_tokens = words.OutputTokens },
    });

    private static string Error(ModelReply.Status status, ModelCall call) => call.IsAnthropic
        ? JsonSerializer.Serialize(new { type = "error", error = new { type = status.Kind, message = status.Message } })
        : JsonSerializer.Serialize(new { error = new { message = status.Message, type = status.Kind, code = (string?)null } });
}
