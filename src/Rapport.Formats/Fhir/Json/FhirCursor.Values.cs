using System.Text.Json;
using Rapport.Core.Primitives;

namespace Rapport.Formats.Fhir.Json;

/// <summary>The plain values: text, codes, numbers, yes and no, dates.</summary>
internal ref partial struct FhirCursor
{
    // The longest text that a person would read. Documents and pictures are not for us.
    private const int LongestText = 20_000;
    private const int LongestEscapedMoment = 256;

    /// <summary>Text of the record's own, such as a name.</summary>
    public string? Text()
    {
        if (!IsText())
        {
            return null;
        }

        _isWaiting = false;
        try
        {
            return Kept(_reader.GetString());
        }
        catch (InvalidOperationException)
        {
            // Bytes that are not UTF-8, or half of a surrogate pair.
            Note("is not valid text; left out");
            return null;
        }
    }

    /// <summary>Text that comes again and again: a code, a system, an id that others refer to.</summary>
    public string? Word()
    {
        if (TryPeek(out var utf8) && utf8.Length is > 0 and <= Utf8Words.LongestWord && Session.Words.Get(utf8) is { } word)
        {
            _isWaiting = false;
            return word;
        }

        return Text();
    }

    /// <summary>
    /// A reference of the common form <c>{"reference":"Type/id"…</c>, as one string however often it comes; null, without going on,
    /// where it has another form.
    /// </summary>
    public string? PlainReference()
    {
        var start = "{\"reference\":\""u8;
        if (_reader.TokenType is not JsonTokenType.StartObject || !_json[(int)_reader.TokenStartIndex..].StartsWith(start))
        {
            return null;
        }

        var rest = _json[((int)_reader.TokenStartIndex + start.Length)..];
        var length = rest.IndexOf((byte)'"');
        if (length < 0 || !Values.ReferenceText.IsPlain(rest[..length]) || Session.References.Get(rest[..length]) is not { } reference)
        {
            return null;
        }

        Skip();
        return reference;
    }

    /// <summary>The bytes of a text, where it can be read without unescaping; valid until the cursor goes on.</summary>
    public readonly bool TryPeek(out ReadOnlySpan<byte> utf8)
    {
        var isPlain = _reader.TokenType is JsonTokenType.String && !_reader.ValueIsEscaped;
        utf8 = isPlain ? _reader.ValueSpan : default;
        return isPlain;
    }

    /// <summary>Passes over the value that comes next and gives it as it is written, with the way back to read it after all.</summary>
    public ReadOnlySpan<byte> PassValue(out Utf8JsonReader before)
    {
        before = _reader;
        Skip();
        return _json[(int)before.TokenStartIndex..(int)_reader.BytesConsumed];
    }

    /// <summary>Passes over the value that comes next if it is, byte for byte, one that was seen before.</summary>
    public bool PassIfSame(ReadOnlySpan<byte> seen)
    {
        if (seen.IsEmpty || !_json[(int)_reader.TokenStartIndex..].StartsWith(seen))
        {
            return false;
        }

        Skip();
        return true;
    }

    public void GoBack(in Utf8JsonReader before)
    {
        _reader = before;
        _isWaiting = true;
    }

    public bool? YesNo()
    {
        if (_reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            _isWaiting = false;
            return _reader.TokenType is JsonTokenType.True;
        }

        Refuse("should be true or false; left out");
        return null;
    }

    public decimal? Number()
    {
        if (_reader.TokenType is JsonTokenType.Number && _reader.TryGetDecimal(out var number))
        {
            _isWaiting = false;
            return number;
        }

        Refuse("should be a number that can be kept exactly; left out");
        return null;
    }

    public int? Count()
    {
        if (_reader.TokenType is JsonTokenType.Number && _reader.TryGetInt32(out var number))
        {
            _isWaiting = false;
            return number;
        }

        Refuse("should be a whole number; left out");
        return null;
    }

    /// <summary>A FHIR date, dateTime or instant.</summary>
    public PointInTime? Moment()
    {
        if (!IsText())
        {
            return null;
        }

        if (IsMoment(out var point))
        {
            _isWaiting = false;
            return point;
        }

        Refuse("is not a date that exists; kept as unknown");
        return null;
    }

    /// <summary>A FHIR instant: without an offset it names no instant, and we do not guess one.</summary>
    public DateTimeOffset? Instant()
    {
        var isText = _reader.TokenType is JsonTokenType.String;
        if (isText && IsMoment(out var point))
        {
            if (point.At is { } at)
            {
                _isWaiting = false;
                return at;
            }

            Refuse("gives no time with a zone; kept as unknown");
            return null;
        }

        Refuse("is not a time that exists; kept as unknown");
        return null;
    }

    // Some writers escape the plus of an offset (\u002B); no date is longer than the buffer.
    private readonly bool IsMoment(out PointInTime point)
    {
        if (!_reader.ValueIsEscaped)
        {
            return Utf8Moment.TryParse(_reader.ValueSpan, out point);
        }

        point = default;
        if (_reader.ValueSpan.Length > LongestEscapedMoment)
        {
            return false;
        }

        Span<byte> plain = stackalloc byte[LongestEscapedMoment];
        try
        {
            return Utf8Moment.TryParse(plain[.._reader.CopyString(plain)], out point);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no date.
            return false;
        }
    }

    private bool IsText()
    {
        if (_reader.TokenType is JsonTokenType.String)
        {
            return true;
        }

        Refuse("should be text; left out");
        return false;
    }

    // FHIR forbids empty text; it says nothing, so it reads as absent.
    private readonly string? Kept(string? text)
    {
        if (text is not { Length: > LongestText })
        {
            return string.IsNullOrWhiteSpace(text) ? null : text;
        }

        Note($"is longer than {LongestText} characters; left out");
        return null;
    }
}
