using Rapport.Core.Composing;

namespace Rapport.Engine.Composing.Writing;

/// <summary>Where a written template stands. Approved words may still be retired or rejected; nothing else comes back.</summary>
public enum TemplateStatus
{
    /// <summary>Waits for a person.</summary>
    Held = 0,

    Approved = 1,
    Rejected = 2,

    /// <summary>Read often enough: fresh words take its place.</summary>
    Retired = 3,
}

/// <summary>A template that a model or a person wrote, and what was decided about it.</summary>
public sealed record WrittenTemplate
{
    public required Template Template { get; init; }

    public TemplateStatus Status { get; init; }

    /// <summary>The model's name, or the person's who wrote or edited it.</summary>
    public required string Writer { get; init; }

    /// <summary>The prompt's version; null where no model wrote it.</summary>
    public string? Prompt { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The template that a person changed into this one.</summary>
    public string? EditedFrom { get; init; }

    /// <summary>A seeded error that reviewers should find: what is wrong with it. Such a template can never be sent.</summary>
    public string? Drill { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? Reason { get; init; }

    public bool IsSendable => Status is TemplateStatus.Approved && Drill is null;

    public override string ToString() => Template.Id;
}

/// <summary>Keeps templates that were written here. They hold no patient data.</summary>
public interface ITemplateStore
{
    /// <summary>All of them, in the order in which they were written.</summary>
    IReadOnlyList<WrittenTemplate> Read();

    /// <summary>Adds templates in one transaction; one whose words are known already is left as it stands. Returns how many were new.</summary>
    int Add(IReadOnlyList<WrittenTemplate> templates);

    /// <summary>Moves a template on. False where it does not stand at <paramref name="from"/>: somebody else decided first.</summary>
    bool Decide(string id, TemplateStatus from, TemplateStatus to, string by, string? reason, DateTimeOffset at);

    /// <summary>How many messages with each template left since then.</summary>
    IReadOnlyDictionary<string, long> UsesSince(DateTimeOffset since);
}
