using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Resources;

namespace Rapport.Formats.Fhir.Files;

/// <summary>Where each entry of a bundle lies, in the order of reading, and what its entries call one another.</summary>
internal sealed class BundleIndex(FhirSession session, bool countsEntries)
{
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly List<BundleEntry> _entries = [];
    private long _number;

    /// <summary>The entries, with those first that others refer to.</summary>
    public IEnumerable<BundleEntry> InOrder => _entries.OrderBy(entry => entry.Rank).ThenBy(entry => entry.Number);

    public bool IsEmpty => _entries is [];

    /// <summary>The resource that an entry's <c>fullUrl</c> stands for, as <c>Type/id</c>.</summary>
    public string? Resolve(string fullUrl) => _references.GetValueOrDefault(fullUrl);

    public void Add(long offset, ReadOnlySpan<byte> entry)
    {
        var found = JsonPeek.At(entry);
        BeginEntry();
        if (found.Resource.IsEmpty)
        {
            NoteAbsence(found);
            return;
        }

        var resource = JsonPeek.At(found.Resource);
        var id = resource.Id ?? IdIn(found.FullUrl);
        entry.Overlaps(found.Resource, out var start);
        _entries.Add(new BundleEntry(offset + start, found.Resource.Length, _number, KeptTypes.RankOf(resource.Type), resource.Id is null ? id : null));
        if (found.FullUrl is { } fullUrl && id is not null && resource.Type is { } type)
        {
            AddReference(fullUrl, $"{type}/{id}");
        }
    }

    public void NoteTooLarge(bool isLast)
    {
        if (isLast)
        {
            session.Note("", "holds one text above 64 MB; what follows in the file was left out", IntakeLoss.Whole);
            return;
        }

        BeginEntry();
        session.Note("", FeedLimits.TooLarge, IntakeLoss.Whole);
    }

    private void BeginEntry()
    {
        _number++;
        session.Line = countsEntries ? _number : session.Line;
    }

    // An entry at https://host/fhir/Patient/1 is Patient/1 to everyone: only other names must be kept.
    private void AddReference(string fullUrl, string reference)
    {
        if (fullUrl.EndsWith($"/{reference}", StringComparison.Ordinal))
        {
            return;
        }

        if (!_references.TryAdd(fullUrl, reference) && !reference.Equals(_references[fullUrl], StringComparison.Ordinal))
        {
            session.Note("Bundle.entry.fullUrl", "stands for another resource of this bundle too; references to it mean the first", IntakeLoss.Part);
        }
    }

    // A parameter may well hold a plain value; an entry without a resource is worth a word.
    private void NoteAbsence(JsonPeek entry)
    {
        if (!entry.Request.IsEmpty)
        {
            session.Note("Bundle.entry.request", "asks for a change without a resource, such as a deletion; nothing was changed", IntakeLoss.Part);
        }
        else if (entry.FullUrl is not null)
        {
            session.Note("Bundle.entry.resource", "is missing", IntakeLoss.Part);
        }
    }

    private static string? IdIn(string? fullUrl)
    {
        var id = fullUrl?[(fullUrl.LastIndexOfAny([':', '/']) + 1)..];
        return id is { Length: > 0 and <= 64 } ? id : null;
    }
}

/// <summary>One entry: where its resource lies in the bytes, and which number it has.</summary>
internal readonly record struct BundleEntry(long Offset, int Length, long Number, int Rank, string? IdFromEntry);
