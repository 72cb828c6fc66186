using System.Buffers;

namespace Rapport.Formats.Fhir.Files;

/// <summary>Hands out the lines of a file as bytes, out of one large buffer: no copy and no string per line.</summary>
internal sealed class LineReader(FeedBytes bytes, int longestLine = FeedLimits.LargestResource) : IDisposable
{
    // Small enough that a stretch and its records are gone before the collector looks: it would have to move them.
    private const int FirstSize = 128 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool _isDropping;
    private bool _hasBegun;

    /// <summary>The number of the line handed out last, from 1.</summary>
    public long Line { get; private set; }

    public bool IsUtf16 { get; private set; }

    /// <summary>Gets the next stretch of the file; false when all lines were handed out.</summary>
    public bool Fill()
    {
        if (_isAtEnd || IsUtf16)
        {
            return false;
        }

        MakeRoom();
        var count = bytes.Fill(_buffer.AsSpan(_end));
        _isAtEnd = _end + count < _buffer.Length;
        _end += count;
        IsUtf16 = !_hasBegun && TextStart.IsUtf16(_buffer.AsSpan(0, _end));
        _hasBegun = true;
        return !IsUtf16;
    }

    /// <summary>The next whole line of this stretch; empty lines and line ends are left away.</summary>
    public LineFound Next(out ReadOnlySpan<byte> line)
    {
        while (_start < _end)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf((byte)'\n');
            if (length < 0 && !_isAtEnd)
            {
                break;
            }

            line = Trimmed(length < 0 ? rest : rest[..length]);
            _start += length < 0 ? rest.Length : length + 1;
            Line++;
            if (_isDropping)
            {
                _isDropping = false;
                line = default;
                return LineFound.TooLong;
            }

            if (!line.IsEmpty)
            {
                return LineFound.Whole;
            }
        }

        line = default;
        return LineFound.None;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    // Moves the begun line to the front. A line that fills the whole buffer gets a larger one, up to the limit;
    // beyond it the line is let go piece by piece, until its end shows.
    private void MakeRoom()
    {
        var begun = _end - _start;
        if (_isDropping || begun >= longestLine)
        {
            _isDropping = true;
            begun = 0;
        }
        else if (begun == _buffer.Length)
        {
            Grow();
        }

        _buffer.AsSpan(_start, begun).CopyTo(_buffer);
        _start = 0;
        _end = begun;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    // Joined files carry a byte order mark in their middle, so every line may begin with one.
    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> line) => line[TextStart.MarkOf(line)..].Trim(" \t\r"u8);
}

/// <summary>What asking for a line gave.</summary>
internal enum LineFound
{
    /// <summary>No whole line is left in this stretch.</summary>
    None,

    Whole,

    /// <summary>A line above the limit, of which nothing was kept.</summary>
    TooLong,
}
