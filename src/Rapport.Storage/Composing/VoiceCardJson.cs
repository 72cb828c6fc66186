using System.Text.Json;
using System.Text.Json.Serialization;
using Rapport.Core.Composing.Writing;

namespace Rapport.Storage.Composing;

/// <summary>Writes voice cards and reads them, those of other versions too: a field that is absent or says what we do not know is the card's usual one.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(VoiceCard))]
internal sealed partial class VoiceCardJson : JsonSerializerContext
{
    public static string Write(VoiceCard card) => JsonSerializer.Serialize(card, Default.VoiceCard);

    // By hand, because generated code gives an absent field its type's zero instead of the card's own default.
    public static VoiceCard Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var (fields, usual) = (document.RootElement, new VoiceCard());
        return new VoiceCard
        {
            Warmth = WordIn(fields, "warmth", usual.Warmth),
            Greeting = WordIn(fields, "greeting", usual.Greeting),
            SpanishAddress = WordIn(fields, "spanishAddress", usual.SpanishAddress),
            SentenceLength = WordIn(fields, "sentenceLength", usual.SentenceLength),
            Signature = WordIn(fields, "signature", usual.Signature),
            HasHumour = FlagIn(fields, "hasHumour", usual.HasHumour),
            SaysWe = FlagIn(fields, "saysWe", usual.SaysWe),
        };
    }

    private static T WordIn<T>(JsonElement fields, string name, T usual)
        where T : struct, Enum =>
        fields.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.String
            && Enum.TryParse<T>(field.GetString(), out var word) && Enum.IsDefined(word)
            ? word
            : usual;

    private static bool FlagIn(JsonElement fields, string name, bool usual) =>
        fields.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.True or JsonValueKind.False ? field.GetBoolean() : usual;
}
