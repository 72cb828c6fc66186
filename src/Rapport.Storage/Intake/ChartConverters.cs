using System.Text.Json;
using System.Text.Json.Serialization;
using Rapport.Core.Primitives;

namespace Rapport.Storage.Intake;

/// <summary>Writes codes, which are most of a chart, as one flat list: system, value, system, value.</summary>
internal sealed class CodeListJson : JsonConverter<ValueList<Code>>
{
    public override ValueList<Code> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.EndArray)
        {
            return [];
        }

        var first = ReadCode(ref reader);
        if (reader.TokenType is JsonTokenType.EndArray)
        {
            return [first];
        }

        var codes = new List<Code> { first };
        while (reader.TokenType is not JsonTokenType.EndArray)
        {
            codes.Add(ReadCode(ref reader));
        }

        return [.. codes];
    }

    public override void Write(Utf8JsonWriter writer, ValueList<Code> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (ref readonly var code in value.AsSpan())
        {
            writer.WriteStringValue(code.System);
            writer.WriteStringValue(code.Value);
        }

        writer.WriteEndArray();
    }

    private static Code ReadCode(ref Utf8JsonReader reader)
    {
        var system = reader.GetString();
        reader.Read();
        var value = reader.GetString();
        reader.Read();
        return new Code(system!, value!);
    }
}

/// <summary>Lists of words: given names, address lines, references.</summary>
internal sealed class TextListJson : JsonConverter<ValueList<string>>
{
    public override ValueList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            texts.Add(reader.GetString()!);
        }

        return [.. texts];
    }

    public override void Write(Utf8JsonWriter writer, ValueList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value.AsSpan())
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}

/// <summary>A date as FHIR writes it, or an instant with its offset; where a record has a date of its own beside the instant, both.</summary>
internal sealed class PointInTimeText : JsonConverter<PointInTime>
{
    private const int LongestDate = 10;

    public override PointInTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.StartArray)
        {
            reader.Read();
            var on = ReadDate(ref reader);
            reader.Read();
            var at = reader.GetDateTimeOffset();
            reader.Read();
            return new PointInTime(on, at);
        }

        return reader.ValueSpan.Length <= LongestDate ? new PointInTime(ReadDate(ref reader)) : PointInTime.From(reader.GetDateTimeOffset());
    }

    public override void Write(Utf8JsonWriter writer, PointInTime value, JsonSerializerOptions options)
    {
        if (value.At is not { } at)
        {
            writer.WriteStringValue(value.On.ToString());
        }
        else if (PointInTime.From(at).On == value.On)
        {
            writer.WriteStringValue(at);
        }
        else
        {
            writer.WriteStartArray();
            writer.WriteStringValue(value.On.ToString());
            writer.WriteStringValue(at);
            writer.WriteEndArray();
        }
    }

    private static PartialDate ReadDate(ref Utf8JsonReader reader) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("Not a date.");
}
