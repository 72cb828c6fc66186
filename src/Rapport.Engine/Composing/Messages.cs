using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Rapport.Core.Composing;
using Rapport.Core.Primitives;
using Rapport.Engine.Planning;

namespace Rapport.Engine.Composing;

/// <summary>From checked words to what is kept of them.</summary>
public static class Messages
{
    /// <summary>The message id follows from the touch and the words: the same words for the same touch are the same message.</summary>
    public static StoredMessage Of(TouchId touch, Composed.Message message) => new(
        Chance.IdOf("message", touch.ToString()),
        message.Template.Id,
        message.Words.Subject,
        message.Words.Body,
        Provenance(message.Words.Sentences));

    // [{"sentence":"…","facts":[{"name":"visit.start","source":"Appointment/17","on":"2026-11-02"}]}]
    private static string Provenance(ValueList<Sentence> sentences)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var sentence in sentences)
            {
                json.WriteStartObject();
                json.WriteString("sentence", sentence.Words);
                json.WriteStartArray("facts");
                foreach (var fact in sentence.Facts)
                {
                    json.WriteStartObject();
                    json.WriteString("name", fact.Name);
                    json.WriteString("source", fact.Source ?? "practice settings");
                    if (fact.On is { } on)
                    {
                        json.WriteString("on", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
