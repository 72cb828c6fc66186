using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Writing;

/// <summary>Words of the writer's own that were sent back, and why.</summary>
public sealed record SentBack(string? Subject, string Body, ValueList<string> Why)
{
    public override string ToString() => $"{Why.Count} findings";
}

/// <summary>All that a language model learns when it is asked for templates: closed words, field names and its own earlier words.</summary>
/// <remarks>The type is the wall (ADR 0010): it has no member that a value of a record could stand in.</remarks>
public sealed record WritingBrief
{
    /// <summary>Goes up with every change of the prompt.</summary>
    public const string PromptVersion = "templates.v1";

    public required Situation Situation { get; init; }

    public Shade Shade { get; init; }

    public VoiceCard? Voice { get; init; }

    /// <summary>How many variants are wanted.</summary>
    public int Variants { get; init; } = 4;

    /// <summary>First sentences of templates that exist already, so that new ones begin otherwise.</summary>
    public ValueList<string> AvoidOpenings { get; init; } = [];

    public ValueList<SentBack> SentBack { get; init; } = [];

    /// <summary>The prompt that is the same for every brief.</summary>
    public static string Instructions { get; } = ReadPrompt();

    /// <summary>The shape of an answer: JSON schema, strict.</summary>
    public static string Schema { get; } =
        """
        {"type":"object","properties":{"variants":{"type":"array","items":{"type":"object","properties":{"subject":{"type":["string","null"]},"body":{"type":"string"}},"required":["subject","body"],"additionalProperties":false}}},"required":["variants"],"additionalProperties":false}
        """;

    /// <summary>The brief as the model reads it.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            WriteSituation(json);
            WriteFields(json);
            WriteVoice(json);
            json.WriteNumber("variants", Variants);
            WriteTexts(json, "avoidOpenings", AvoidOpenings);
            WriteSentBack(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public override string ToString() => $"brief for {Situation}";

    private void WriteSituation(Utf8JsonWriter json)
    {
        var (program, step) = SituationFields.ProgramAndStep(Situation);
        var guide = SituationGuide.For(Situation) ?? throw new InvalidOperationException($"The guide does not know {Situation.Name}.");
        json.WriteString("purpose", guide.Purpose);
        json.WriteString("program", program);
        json.WriteString("step", step);
        json.WriteString("reader", Situation.Audience switch
        {
            Audience.Other => "a parent, guardian or caregiver; {patient} is who it is about, a child or a grown person",
            Audience.Household => "a guardian; several visits of the household on one day",
            Audience.Family => "a guardian; the same is due for several children",
            _ => "the patient",
        });
        json.WriteString("channel", Name(Situation.Channel));
        json.WriteString("language", Situation.Language == Language.Spanish ? "Spanish, as spoken in the US" : "English, as spoken in the US");
        json.WriteString("shade", Shade.Name);
        WriteTexts(json, "answers", guide.AnswersIn(Situation.Language));
        json.WriteStartObject("limits");
        json.WriteNumber("grade", Situation.Channel is Channel.Sms ? 5 : 6);
        json.WriteNumber(Situation.Channel is Channel.Sms ? "characters" : "words", Situation.Channel is Channel.Sms ? 120 : TemplateForm.MostMailWords);
        if (Situation.Channel is Channel.Email)
        {
            json.WriteNumber("subjectCharacters", TemplateForm.MostSubjectCharacters);
        }

        json.WriteEndObject();
    }

    private void WriteFields(Utf8JsonWriter json)
    {
        var fields = SituationFields.Of(Situation);
        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("holds", field.Holds);
            json.WriteString("known", field.IsSure ? "always" : "maybe");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        var mustSay = fields.Where(f => f.MustBeSaid).Select(f => f.Name);
        WriteTexts(json, "mustSay", TemplateForm.MustSayADay(Situation) ? [.. mustSay, "one of visit.day, visit.date, visit.weekday"] : mustSay);
    }

    private void WriteVoice(Utf8JsonWriter json)
    {
        var voice = Voice ?? new VoiceCard();
        json.WriteStartObject("voice");
        json.WriteString("warmth", Name(voice.Warmth));
        json.WriteString("greeting", Name(voice.Greeting));
        json.WriteString("spanishAddress", Name(voice.SpanishAddress));
        json.WriteString("sentences", Name(voice.SentenceLength));
        json.WriteString("signedBy", Name(voice.Signature));
        json.WriteBoolean("humour", voice.HasHumour);
        json.WriteBoolean("saysWe", voice.SaysWe);
        json.WriteEndObject();
    }

    private void WriteSentBack(Utf8JsonWriter json)
    {
        json.WriteStartArray("sentBack");
        foreach (var text in SentBack)
        {
            json.WriteStartObject();
            json.WriteString("subject", text.Subject);
            json.WriteString("body", text.Body);
            WriteTexts(json, "why", text.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string ReadPrompt()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Rapport.Core.Composing.Writing.Prompts.{PromptVersion}.md")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
