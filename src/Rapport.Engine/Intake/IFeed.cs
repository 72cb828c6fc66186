using Rapport.Core.Intake;

namespace Rapport.Engine.Intake;

/// <summary>One thing that a feed handed over.</summary>
public abstract record FeedItem
{
    private FeedItem()
    {
    }

    /// <summary>A record that we keep.</summary>
    /// <param name="Content">The record.</param>
    public sealed record Record(SourceRecord Content) : FeedItem;

    /// <summary>A resource was read, whether we keep its type or not; counted so that nothing is lost silently.</summary>
    public sealed record Counted(string ResourceType, bool IsKept) : FeedItem;

    /// <summary>Something could not be taken as it was.</summary>
    public sealed record Trouble(IntakeIssue Issue) : FeedItem;

    /// <summary>How far we are, in bytes of the files as they lie on disk; for progress bars.</summary>
    public sealed record Progress(string File, long BytesRead, long BytesTotal) : FeedItem;
}

/// <summary>A source of records: a folder of exports, a bundle, a message stream. Streams; memory stays flat at any size.</summary>
public interface IFeed
{
    /// <summary>Reads everything once. Never throws for bad content: bad content is a <see cref="FeedItem.Trouble"/>.</summary>
    IEnumerable<FeedItem> Read(CancellationToken ct);
}
