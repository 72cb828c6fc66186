using System.Text;
using Rapport.Core.Intake;
using Rapport.Engine.Intake;
using Rapport.Formats.Fhir;

namespace Rapport.Formats.Tests.Fhir;

/// <summary>What a feed gave, sorted by kind, for tests to look at.</summary>
internal sealed class Reading
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    public List<SourceRecord> Records { get; } = [];

    public List<IntakeIssue> Issues { get; } = [];

    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public List<FeedItem.Progress> Progress { get; } = [];

    public List<FeedItem.Counted> Counted { get; } = [];

    public static Reading Of(IEnumerable<FeedItem> items)
    {
        var reading = new Reading();
        foreach (var item in items)
        {
            reading.Add(item);
        }

        return reading;
    }

    /// <summary>Reads one resource or bundle. Single quotes stand for double ones, to keep tests readable.</summary>
    public static Reading Document(string json) => Document(Encoding.UTF8.GetBytes(json.Replace('\'', '"')));

    public static Reading Document(byte[] json) => Of(FhirFeed.ReadDocument(json, "test.json", Today));

    public static Reading Lines(string ndjson) => Lines(Encoding.UTF8.GetBytes(ndjson.Replace('\'', '"')));

    public static Reading Lines(byte[] ndjson) => Of(FhirFeed.ReadLines(new MemoryStream(ndjson), "test.ndjson", Today));

    public static Reading Folder(string path) => Of(new FhirFeed(path, Today).Read(CancellationToken.None));

    public T Only<T>()
        where T : SourceRecord => Records.OfType<T>().ShouldHaveSingleItem();

    public IntakeIssue OnlyIssue => Issues.ShouldHaveSingleItem();

    private void Add(FeedItem item)
    {
        switch (item)
        {
            case FeedItem.Record record:
                Records.Add(record.Content);
                break;
            case FeedItem.Trouble trouble:
                Issues.Add(trouble.Issue);
                break;
            case FeedItem.Counted counted:
                Counts[counted.ResourceType] = Counts.GetValueOrDefault(counted.ResourceType) + 1;
                Counted.Add(counted);
                break;
            case FeedItem.Progress progress:
                Progress.Add(progress);
                break;
        }
    }
}
