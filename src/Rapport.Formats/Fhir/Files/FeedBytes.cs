using System.IO.Compression;

namespace Rapport.Formats.Fhir.Files;

/// <summary>The bytes of one file of a feed, unpacked on the way; a damaged or cut-off file simply ends, and says so.</summary>
internal sealed class FeedBytes : IDisposable
{
    private readonly Stream _disk;
    private readonly Stream _content;

    // Without this .NET takes a packed file that was cut off for a whole one (opt-in since .NET 8).
    static FeedBytes() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    private FeedBytes(Stream disk, Stream content) => (_disk, _content) = (disk, content);

    /// <summary>The file could not be read to its end.</summary>
    public bool IsBroken { get; private set; }

    public long PositionOnDisk => _disk.CanSeek ? _disk.Position : 0;

    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">We may not read it.</exception>
    public static FeedBytes Open(string path) =>
        // We fill large buffers of our own; a second one below would only copy.
        Over(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan));

    public static FeedBytes Over(Stream disk) =>
        IsGzip(disk) ? new FeedBytes(disk, new GZipStream(disk, CompressionMode.Decompress)) : new FeedBytes(disk, disk);

    /// <summary>Fills the space, or as much of it as there still is.</summary>
    public int Fill(Span<byte> space)
    {
        var filled = 0;
        try
        {
            while (filled < space.Length && !IsBroken && _content.Read(space[filled..]) is > 0 and var count)
            {
                filled += count;
            }
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException)
        {
            IsBroken = true;
        }

        return filled;
    }

    public bool TrySeek(long position)
    {
        if (_content.CanSeek)
        {
            _content.Position = position;
        }

        return _content.CanSeek;
    }

    public void Dispose()
    {
        _content.Dispose();
        _disk.Dispose();
    }

    // By what it holds, not by its name: exports are renamed.
    private static bool IsGzip(Stream disk)
    {
        if (!disk.CanSeek)
        {
            return false;
        }

        Span<byte> magic = stackalloc byte[2];
        var start = disk.Position;
        var isGzip = disk.ReadAtLeast(magic, 2, throwOnEndOfStream: false) is 2 && magic is [0x1F, 0x8B];
        disk.Position = start;
        return isGzip;
    }
}

/// <summary>How large things may be, so that memory stays flat whatever a feed holds.</summary>
internal static class FeedLimits
{
    /// <summary>The largest line, resource or bundle entry that is read; real ones are a thousand times smaller.</summary>
    public const int LargestResource = 64 * 1024 * 1024;

    public const string TooLarge = "is larger than 64 MB; left out";

    public const string CutOff = "could not be read to its end: the file is damaged or cut off; what came before was read";

    public const string NotUtf8 = "is written in UTF-16, not in UTF-8 as FHIR asks; left out";
}

/// <summary>What the first bytes of a text say about its encoding.</summary>
internal static class TextStart
{
    /// <summary>The length of the byte order mark of UTF-8, if there is one.</summary>
    public static int MarkOf(ReadOnlySpan<byte> text) => text is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;

    /// <summary>With a byte order mark, or a brace beside a zero byte.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> text) => text is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [(byte)'{', 0, ..] or [0, (byte)'{', ..];
}
