using Rapport.Core.Intake;
using Rapport.Core.Records;
using Rapport.Engine.Records;

namespace Rapport.Engine.Intake;

/// <summary>What an import did.</summary>
public sealed record ImportResult
{
    /// <summary>Resources in the feed, by type, whether we keep the type or not.</summary>
    public required IReadOnlyDictionary<string, long> Resources { get; init; }

    /// <summary>Types that we counted and did not keep.</summary>
    public required IReadOnlySet<string> NotKept { get; init; }

    public required WriteResult Records { get; init; }

    public required long Issues { get; init; }

    /// <summary>Issues that cost a whole record.</summary>
    public required long Rejected { get; init; }

    /// <summary>Patients whose household changed.</summary>
    public required long HouseholdsChanged { get; init; }
}

/// <summary>Reads a feed into the records, in batches, then finds who belongs together.</summary>
public sealed class ImportStep(IRecordStore records, IHouseholdStore households, Practice practice, TimeProvider clock)
{
    private const int BatchSize = 5_000;

    public ImportResult Run(IFeed feed, IProgress<FeedItem.Progress>? progress, CancellationToken ct)
    {
        var import = new Import(records, clock.GetUtcNow());
        foreach (var item in feed.Read(ct))
        {
            ct.ThrowIfCancellationRequested();
            switch (item)
            {
                case FeedItem.Record record:
                    import.Add(record.Content);
                    break;
                case FeedItem.Counted counted:
                    import.Count(counted);
                    break;
                case FeedItem.Trouble trouble:
                    import.Add(trouble.Issue);
                    break;
                case FeedItem.Progress at:
                    progress?.Report(at);
                    break;
            }
        }

        import.Flush();
        return import.Result(FindHouseholds(ct));
    }

    private long FindHouseholds(CancellationToken ct)
    {
        var finder = new HouseholdFinder(practice.Country);
        foreach (var (patient, relatedPersons) in households.ReadPeople(ct))
        {
            finder.Add(patient, relatedPersons);
        }

        return households.Assign(finder.Found());
    }

    private sealed class Import(IRecordStore records, DateTimeOffset now)
    {
        private readonly Dictionary<string, long> _resources = new(StringComparer.Ordinal);
        private readonly HashSet<string> _notKept = new(StringComparer.Ordinal);
        private readonly List<SourceRecord> _batch = new(BatchSize);
        private readonly List<IntakeIssue> _issues = [];
        private readonly SeenRecords _seen = new();
        private WriteResult _written = WriteResult.None;
        private long _issueCount;
        private long _rejected;

        public void Add(SourceRecord record)
        {
            if (_seen.Add(record) is { } issue)
            {
                Add(issue);
                return;
            }

            _batch.Add(record);
            if (_batch.Count == BatchSize)
            {
                Flush();
            }
        }

        public void Add(IntakeIssue issue)
        {
            _issues.Add(issue);
            _issueCount++;
            _rejected += issue.Loss is IntakeLoss.Whole ? 1 : 0;
            if (_issues.Count == BatchSize)
            {
                Flush();
            }
        }

        public void Count(FeedItem.Counted counted)
        {
            _resources[counted.ResourceType] = _resources.GetValueOrDefault(counted.ResourceType) + 1;
            if (!counted.IsKept)
            {
                _notKept.Add(counted.ResourceType);
            }
        }

        public void Flush()
        {
            if (_batch.Count > 0)
            {
                _written += records.Write(_batch, now);
                _batch.Clear();
            }

            if (_issues.Count > 0)
            {
                records.Write(_issues, now);
                _issues.Clear();
            }
        }

        public ImportResult Result(long householdsChanged) => new()
        {
            Resources = _resources,
            NotKept = _notKept,
            Records = _written,
            Issues = _issueCount,
            Rejected = _rejected,
            HouseholdsChanged = householdsChanged,
        };
    }
}
