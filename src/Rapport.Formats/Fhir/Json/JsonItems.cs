using System.Text.Json;

namespace Rapport.Formats.Fhir.Json;

/// <summary>The objects in a list, each as its own bytes.</summary>
internal ref struct JsonItems
{
    private readonly ReadOnlySpan<byte> _list;
    private Utf8JsonReader _reader;

    public JsonItems(ReadOnlySpan<byte> list)
    {
        _list = list;
        _reader = new Utf8JsonReader(list, FhirCursor.Options);
        if (!list.IsEmpty)
        {
            _reader.Read();
        }
    }

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly JsonItems GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_reader.TokenType is not JsonTokenType.None && _reader.Read() && _reader.TokenType is not JsonTokenType.EndArray)
        {
            var start = (int)_reader.TokenStartIndex;
            var isObject = _reader.TokenType is JsonTokenType.StartObject;
            _reader.Skip();
            if (isObject)
            {
                Current = _list[start..(int)_reader.BytesConsumed];
                return true;
            }
        }

        return false;
    }
}

/// <summary>What stands at the top of a resource or a bundle entry, found without reading the rest.</summary>
internal ref struct JsonPeek
{
    public string? Type;
    public string? Id;
    public string? FullUrl;
    public ReadOnlySpan<byte> Resource;
    public ReadOnlySpan<byte> Contained;
    public ReadOnlySpan<byte> Request;

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonPeek At(ReadOnlySpan<byte> json)
    {
        var found = default(JsonPeek);
        var reader = new Utf8JsonReader(json, FhirCursor.Options);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            return found;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var field = reader.ValueIsEscaped ? Field.None : FieldTable.Find(reader.ValueSpan);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            found.Take(field, ref reader);
            reader.Skip();
            found.Take(field, json[start..(int)reader.BytesConsumed]);
        }

        return found;
    }

    private void Take(Field field, ref Utf8JsonReader reader)
    {
        switch (field)
        {
            case Field.ResourceType:
                Type = TextOf(ref reader);
                break;
            case Field.Id:
                Id = TextOf(ref reader);
                break;
            case Field.FullUrl:
                FullUrl = TextOf(ref reader);
                break;
        }
    }

    private void Take(Field field, ReadOnlySpan<byte> value)
    {
        switch (field)
        {
            case Field.Resource when value[0] is (byte)'{':
                Resource = value;
                break;
            case Field.Contained when value[0] is (byte)'[':
                Contained = value;
                break;
            case Field.Request when value[0] is (byte)'{':
                Request = value;
                break;
        }
    }

    // An id or an address of a page's length is none.
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.String || reader.ValueSpan.Length > 2000)
        {
            return null;
        }

        try
        {
            return string.IsNullOrWhiteSpace(reader.GetString()) ? null : reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;   // not valid text
        }
    }
}
