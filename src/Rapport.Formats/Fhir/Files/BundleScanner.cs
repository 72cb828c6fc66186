using System.Buffers;
using System.Text.Json;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Files;

/// <summary>Goes once through a bundle of any size and shows every entry to the index, holding no more than one entry.</summary>
internal sealed class BundleScanner(FeedBytes bytes, BundleIndex index) : IDisposable
{
    private const int FirstSize = 256 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _filled;
    private long _offset;
    private bool _isAtEnd;
    private bool _isStopped;
    private JsonReaderState _state = new(FhirCursor.Options);
    private Field _field;

    // While an entry above the limit is passed over piece by piece: the depth at which it ends.
    private int? _passingTo;
    private bool _isFull;

    /// <summary>The type of the outermost resource, once it was met.</summary>
    public string? Type { get; private set; }

    public bool IsUtf16 { get; private set; }

    /// <summary>True when the text holds entries; false when it is one resource, or nothing at all.</summary>
    public bool IsEnvelope { get; private set; }

    /// <exception cref="JsonException">The text breaks; what came before was shown to the index.</exception>
    public void Scan()
    {
        Begin();
        while (!_isStopped)
        {
            var consumed = ScanStretch();
            if (_isAtEnd)
            {
                return;
            }

            MakeRoom(consumed);
            Fill();
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Begin()
    {
        Fill();
        IsUtf16 = TextStart.IsUtf16(_buffer.AsSpan(0, _filled));
        _isStopped = IsUtf16;
        MakeRoom(TextStart.MarkOf(_buffer.AsSpan(0, _filled)));
    }

    private void Fill()
    {
        _filled += bytes.Fill(_buffer.AsSpan(_filled));
        _isAtEnd = _filled < _buffer.Length;
    }

    private void MakeRoom(int consumed)
    {
        _buffer.AsSpan(consumed, _filled - consumed).CopyTo(_buffer);
        _filled -= consumed;
        _offset += consumed;
        if (_filled < _buffer.Length)
        {
            return;
        }

        if (_buffer.Length >= FeedLimits.LargestResource)
        {
            GiveUpOnValue();
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    // First an entry is passed over token by token; a single token above the limit ends the reading.
    private void GiveUpOnValue()
    {
        _isStopped = _isFull;
        _isFull = true;
        index.NoteTooLarge(isLast: _isStopped);
    }

    private int ScanStretch()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(0, _filled), _isAtEnd, _state);
        var consumed = 0;
        while (!_isStopped && reader.Read() && Take(ref reader))
        {
            consumed = (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            _isFull &= _passingTo is not null;
        }

        return consumed;
    }

    // False when the value is not all there yet: it is read again with more bytes behind it.
    private bool Take(ref Utf8JsonReader reader)
    {
        if (_passingTo is { } depth)
        {
            _passingTo = reader.CurrentDepth == depth && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray ? null : depth;
            return true;
        }

        switch (reader.CurrentDepth, reader.TokenType)
        {
            case (0, not (JsonTokenType.StartObject or JsonTokenType.EndObject)):
                _isStopped = true;
                return true;
            case (1, JsonTokenType.PropertyName):
                _field = FieldTable.Find(reader.ValueSpan);
                return true;
            case (1, JsonTokenType.String) when _field is Field.ResourceType:
                TakeType(ref reader);
                return true;
            case (1, JsonTokenType.StartArray) when _field is Field.Entry or Field.Parameter && Type is null or "Bundle" or "Parameters":
                IsEnvelope = true;
                return true;
            case ( > 0, JsonTokenType.StartObject or JsonTokenType.StartArray):
                return TakeValue(ref reader);
            default:
                return true;
        }
    }

    private void TakeType(ref Utf8JsonReader reader)
    {
        Type = reader.ValueSpan.Length < 64 && !reader.ValueIsEscaped ? System.Text.Encoding.UTF8.GetString(reader.ValueSpan) : "";
        IsEnvelope = BundleReader.IsEnvelope(Type);
        _isStopped = !IsEnvelope;
    }

    private bool TakeValue(ref Utf8JsonReader reader)
    {
        var isEntry = reader.CurrentDepth is 2 && reader.TokenType is JsonTokenType.StartObject;
        if (_isFull)
        {
            _passingTo = reader.CurrentDepth;
            return true;
        }

        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        if (isEntry)
        {
            index.Add(_offset + start, _buffer.AsSpan(start, (int)reader.BytesConsumed - start));
        }

        return true;
    }
}
