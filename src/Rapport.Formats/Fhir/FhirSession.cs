using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Engine.Intake;
using Rapport.Formats.Fhir.Files;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Resources;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir;

/// <summary>What is shared from resource to resource while one feed is read, and the place where results wait to be handed over.</summary>
/// <param name="today">The practice's date: nobody is born after it.</param>
internal sealed class FhirSession(DateOnly today)
{
    private readonly List<FeedItem> _items = [];

    // FHIR R4 has 148 types; the rest of the room is for names that are none.
    private const int MostTypes = 500;

    private readonly Dictionary<string, FeedItem.Counted> _counted = new(StringComparer.Ordinal);

    private FeedItem.Counted? _lastCounted;

    // A resource that is wrong all through is understood from its first faults.
    private const int MostNotesPerResource = 100;

    private int _notes;

    private (string Url, bool IsNotDone) _lastProfile = ("", false);

    private (string Reference, string Id) _lastPatient = ("", "");

    public DateOnly Today { get; } = today;

    public Utf8Words Words { get; } = new(places: 8192);

    /// <summary>References in plain form. A record's neighbours refer to the same things; few are needed long.</summary>
    public Utf8Words References { get; } = new(places: 512);

    public ConceptMemory Concepts { get; } = new();

    /// <summary>The last <c>meta</c> of each type, as it was written.</summary>
    public MetaMemory Metas { get; } = new();

    public MedicationCodes Medications { get; } = new();

    /// <summary>The bundle that is open, whose entries may refer to one another by <c>urn:uuid</c>.</summary>
    public BundleIndex? Bundle { get; set; }

    /// <summary>The id for a resource without one: the last part of its entry's <c>fullUrl</c>.</summary>
    public string? IdFromEntry { get; private set; }

    /// <summary>The contained resources of the resource that is being read, once something refers to one.</summary>
    public ContainedIndex? Contained { get; set; }

    /// <summary>Bundles may lie in bundles; how deep we are.</summary>
    public int BundleDepth { get; set; }

    /// <summary>Null where nobody asked how far the reading is.</summary>
    public FeedProgress? Progress { get; set; }

    public string File { get; set; } = "";

    public long Line { get; set; }

    public List<FeedItem> Items => _items;

    public void Accept(SourceRecord record) => _items.Add(new FeedItem.Record(record));

    public void BeginFile(string name) => (File, Line) = (name, 0);

    /// <summary>An issue about the file as a whole, to hand over at once.</summary>
    public FeedItem Trouble(long line, string reason) => new FeedItem.Trouble(new IntakeIssue(File, line, "", reason, IntakeLoss.Whole));

    public void Note(string path, string reason, IntakeLoss loss) =>
        _items.Add(new FeedItem.Trouble(new IntakeIssue(File, Line, path, reason, loss)));

    /// <summary>Whether one more fault of this resource is worth telling; says once that there are more.</summary>
    public bool MayNote()
    {
        if (++_notes == MostNotesPerResource)
        {
            Note("", "has more faults than are listed", IntakeLoss.Part);
        }

        return _notes < MostNotesPerResource;
    }

    /// <summary>Begins a resource: nothing of the last one may be seen in it.</summary>
    public void BeginResource(string? idFromEntry)
    {
        _notes = 0;
        IdFromEntry = idFromEntry;
        Contained = null;
    }

    public void Count(string type, bool isKept)
    {
        // Types come in runs: the last answer mostly serves again.
        if (!ReferenceEquals(type, _lastCounted?.ResourceType))
        {
            _lastCounted = CountedOf(type, isKept);
        }

        _items.Add(_lastCounted!);
    }

    /// <summary>Takes back what a resource gave before it turned out to be broken.</summary>
    public void WithdrawFrom(int mark) => _items.RemoveRange(mark, _items.Count - mark);

    /// <summary>Whether a profile says that something was not done. Feeds name the same profile line after line.</summary>
    public bool IsNotDoneProfile(string profile)
    {
        if (!ReferenceEquals(profile, _lastProfile.Url))
        {
            _lastProfile = (profile, NotDone.IsProfile(profile));
        }

        return _lastProfile.IsNotDone;
    }

    private FeedItem.Counted CountedOf(string type, bool isKept)
    {
        if (!_counted.TryGetValue(type, out var counted))
        {
            counted = new FeedItem.Counted(type, isKept);
            if (_counted.Count < MostTypes)
            {
                _counted.Add(type, counted);
            }
        }

        return counted;
    }

    /// <summary>The id in <c>Patient/id</c>. Feeds come patient by patient, so the last answer mostly serves again.</summary>
    public string PatientIn(string reference)
    {
        if (!ReferenceEquals(reference, _lastPatient.Reference))
        {
            _lastPatient = (reference, reference[(reference.IndexOf('/') + 1)..]);
        }

        return _lastPatient.Id;
    }
}

/// <summary>What the Medication resources of a feed stand for. Orders name a medicine by its code or by such a resource.</summary>
internal sealed class MedicationCodes
{
    // A formulary has some thousand; a feed with one Medication per order must not fill the memory.
    private const int MostMedications = 100_000;

    private readonly Dictionary<string, ValueList<Code>> _codes = new(StringComparer.Ordinal);

    public void Add(string id, ValueList<Code> codes)
    {
        if (_codes.Count < MostMedications)
        {
            _codes[$"Medication/{id}"] = codes;
        }
    }

    public ValueList<Code>? Find(string reference) => _codes.GetValueOrDefault(reference);
}

/// <summary>The last <c>meta</c> of each type of resource. Neighbours are of one profile, and many exports say nothing else there.</summary>
internal sealed class MetaMemory
{
    private const int LongestMeta = 1024;

    private readonly Dictionary<string, (byte[] Json, bool IsOfNotDoneProfile)> _last = new(StringComparer.Ordinal);

    public (byte[] Json, bool IsOfNotDoneProfile) Last(string type) => _last.GetValueOrDefault(type, ([], false));

    public void Keep(string type, ReadOnlySpan<byte> json, bool isOfNotDoneProfile)
    {
        if (json.Length <= LongestMeta)
        {
            _last[type] = (json.ToArray(), isOfNotDoneProfile);
        }
    }
}
