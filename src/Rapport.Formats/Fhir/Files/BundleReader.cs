using System.Buffers;
using System.Text.Json;
using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Resources;

namespace Rapport.Formats.Fhir.Files;

/// <summary>Reads a bundle of any kind: once to see what its entries call one another, then entry by entry in the order of reading.</summary>
internal sealed class BundleReader : IDisposable
{
    private const int DeepestBundle = 3;

    private readonly FhirSession _session;
    private readonly Func<FeedBytes> _open;
    private readonly BundleIndex? _outer;
    private readonly BundleIndex _index;
    private readonly bool _countsEntries;
    private readonly IEnumerator<BundleEntry> _entries;
    private FeedBytes? _bytes;
    private long _position;
    private byte[] _buffer = [];

    /// <param name="open">Opens the bytes; a packed file is opened anew to go back in it.</param>
    /// <param name="session">Takes the records and the issues.</param>
    /// <param name="countsEntries">The bundle is a file of its own, so that an issue names the entry and not a line.</param>
    public BundleReader(Func<FeedBytes> open, FhirSession session, bool countsEntries)
    {
        (_open, _session, _outer, _countsEntries) = (open, session, session.Bundle, countsEntries);
        _index = new BundleIndex(session, countsEntries);
        session.Bundle = _index;
        session.BundleDepth++;
        Scan();
        _entries = _index.InOrder.GetEnumerator();
    }

    /// <summary>The file is one resource, not a bundle: read it as such.</summary>
    public bool IsOneResource { get; private set; }

    public long PositionOnDisk => _bytes?.PositionOnDisk ?? 0;

    public static bool IsEnvelope(string type) => type is "Bundle" or "Parameters";

    /// <summary>Reads a bundle that lies on a line or in another bundle.</summary>
    public static void ReadNested(ReadOnlySpan<byte> json, string type, FhirSession session)
    {
        if (session.BundleDepth >= DeepestBundle)
        {
            session.Note("", "is a bundle in a bundle in a bundle; left out", IntakeLoss.Whole);
            return;
        }

        var copy = json.ToArray();
        using var bundle = new BundleReader(() => FeedBytes.Over(new MemoryStream(copy)), session, countsEntries: false);
        while (bundle.ReadNext())
        {
        }
    }

    /// <summary>Reads the next entry into the session; false after the last.</summary>
    public bool ReadNext()
    {
        if (!_entries.MoveNext())
        {
            return false;
        }

        var entry = _entries.Current;
        _session.Line = _countsEntries ? entry.Number : _session.Line;
        if (TryFetch(entry))
        {
            ResourceReader.Read(_buffer.AsSpan(0, entry.Length), _session, entry.IdFromEntry);
        }
        else
        {
            _session.Note("", FeedLimits.CutOff, IntakeLoss.Whole);
        }

        return true;
    }

    public void Dispose()
    {
        _session.Bundle = _outer;
        _session.BundleDepth--;
        _entries.Dispose();
        _bytes?.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Scan()
    {
        using var bytes = _open();
        using var scanner = new BundleScanner(bytes, _index);
        try
        {
            scanner.Scan();
        }
        catch (JsonException)
        {
            NoteWhole(bytes.IsBroken ? FeedLimits.CutOff : "breaks off or is not valid JSON from here on; the entries before were read");
        }

        IsOneResource = !scanner.IsEnvelope && !scanner.IsUtf16;
        if (scanner.IsUtf16)
        {
            NoteWhole(FeedLimits.NotUtf8);
        }
        else if (_index.IsEmpty && scanner.Type is "Parameters")
        {
            _session.Count("Parameters", isKept: false);
        }
    }

    private void NoteWhole(string reason) => _session.Note("", reason, IntakeLoss.Whole);

    private bool TryFetch(BundleEntry entry)
    {
        GoTo(entry.Offset);
        if (_buffer.Length < entry.Length)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(entry.Length);
        }

        var filled = _bytes!.Fill(_buffer.AsSpan(0, entry.Length));
        _position += filled;
        return filled == entry.Length;
    }

    private void GoTo(long offset)
    {
        if (_bytes is null || (offset < _position && !_bytes.TrySeek(offset)))
        {
            _bytes?.Dispose();
            _bytes = _open();
            _position = 0;
        }

        if (_position != offset && !_bytes.TrySeek(offset))
        {
            PassOver(offset - _position);
        }

        _position = offset;
    }

    private void PassOver(long count)
    {
        Span<byte> waste = stackalloc byte[4096];
        while (count > 0 && _bytes!.Fill(waste[..(int)Math.Min(count, waste.Length)]) is > 0 and var passed)
        {
            count -= passed;
        }
    }
}
