using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Replies;

/// <summary>One line of a conversation as a model may read it.</summary>
/// <param name="IsFromPatient">Who wrote it.</param>
/// <param name="Text">From a <see cref="Deidentified"/>.</param>
public sealed record HiddenLine(bool IsFromPatient, string Text)
{
    public override string ToString() => "line";
}

/// <summary>An answer of the writer's own that was sent back, and the kinds of its faults.</summary>
/// <remarks>A finding quotes the finished words, with values of the record in them: only its kind may go back.</remarks>
public sealed record ReplySentBack(string Reply, ValueList<string> Codes)
{
    public override string ToString() => $"{Codes.Count} findings";
}

/// <summary>All that a language model learns when it is asked for an answer to a patient.</summary>
public sealed record ReplyBrief
{
    /// <summary>Goes up with every change of the prompt.</summary>
    public const string PromptVersion = "reply.v1";

    public required Language Language { get; init; }

    public required Channel Channel { get; init; }

    public required ValueList<ReplyField> Fields { get; init; }

    public required ValueList<HiddenLine> Thread { get; init; }

    public ReplySentBack? SentBack { get; init; }

    /// <summary>The prompt that is the same for every answer.</summary>
    public static string Instructions { get; } = ReadPrompt();

    /// <summary>The shape of an answer: JSON schema, strict.</summary>
    public static string Schema { get; } =
        """
        {"type":"object","properties":{"reply":{"type":"string"}},"required":["reply"],"additionalProperties":false}
        """;

    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("language", Language == Language.Spanish ? "Spanish, as spoken in the US" : "English, as spoken in the US");
            json.WriteString("channel", Channel is Channel.Sms ? "text message" : "letter or e-mail");
            json.WriteStartArray("fields");
            foreach (var field in Fields)
            {
                json.WriteStartObject();
                json.WriteString("name", field.Name);
                json.WriteString("holds", field.Holds);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteThread(json);
            WriteSentBack(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public override string ToString() => $"brief of {Thread.Count} lines";

    /// <summary>Reads what a model sent back; null where it has not the shape that was asked for.</summary>
    public static string? ReadAnswer(string answer)
    {
        const int LongestReply = 2_000;
        try
        {
            using var json = JsonDocument.Parse(answer, new JsonDocumentOptions { MaxDepth = 4 });
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("reply", out var reply) && reply.ValueKind is JsonValueKind.String
                && reply.GetString() is { Length: <= LongestReply } text && !string.IsNullOrWhiteSpace(text) ? text.ReplaceLineEndings("\n").Trim() : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)   // a lone half of a surrogate is not text
        {
            return null;
        }
    }

    private void WriteThread(Utf8JsonWriter json)
    {
        json.WriteStartArray("thread");
        foreach (var line in Thread)
        {
            json.WriteStartObject();
            json.WriteString("from", line.IsFromPatient ? "patient" : "practice");
            json.WriteString("text", line.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteSentBack(Utf8JsonWriter json)
    {
        json.WriteStartArray("sentBack");
        if (SentBack is { } back)
        {
            json.WriteStartObject();
            json.WriteString("reply", back.Reply);
            json.WriteStartArray("why");
            foreach (var code in back.Codes)
            {
                json.WriteStringValue(Meaning(code));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Meaning(string code) => code switch
    {
        "invented-fact" => "It states something that no field gives, or does something that the practice did not do.",
        "wrong-fact" => "It contradicts the fields.",
        "medical-advice" => "It speaks of health.",
        "sensitive-disclosure" => "It tells something that another reader could learn from.",
        "broken-placeholder" => "It uses braces or brackets that are not fields, or a placeholder of the thread.",
        "too-long" => "It is too long for its channel.",
        "too-complex" => "Its words or sentences are too hard.",
        "wrong-language" => "It is not all in the language asked for.",
        "pressure-or-guilt" or "shaming" or "sales-pitch" => "It pushes, sells or blames.",
        "fake-intimacy" => "It is closer than the practice is.",
        "unsafe-link" => "It holds a link.",
        "prompt-leak" => "It speaks about its task.",
        _ => "It is not fit to be sent.",
    };

    private static string ReadPrompt()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Rapport.Core.Composing.Replies.Prompts.{PromptVersion}.md")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
