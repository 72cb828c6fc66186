using Rapport.Core.Composing;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;

namespace Rapport.Engine.Composing.Writing;

/// <summary>What came of a reviewer's decision.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    public sealed record Done(WrittenTemplate Template) : Decision
    {
        public override string ToString() => Template.ToString();
    }

    /// <summary>It was a drill. It is never sent, whatever was decided; the reviewer learns what was wrong with it.</summary>
    public sealed record WasDrill(string Error, bool IsCaught) : Decision
    {
        public override string ToString() => IsCaught ? "drill caught" : "drill missed";
    }

    /// <summary>No template, or more than one, begins so.</summary>
    public sealed record NotFound(int Matches) : Decision
    {
        public override string ToString() => $"{Matches} matches";
    }

    /// <summary>It does not wait for a decision any more.</summary>
    public sealed record TooLate(TemplateStatus Status) : Decision
    {
        public override string ToString() => Status.ToString();
    }

    /// <summary>The practice named who reads this language well enough to answer for it, and it is somebody else.</summary>
    public sealed record NotTheirs(Language Language) : Decision
    {
        public override string ToString() => $"not a reviewer of {Language}";
    }

    /// <summary>An edit that the guardrails refuse; nothing was changed.</summary>
    public sealed record Refused(ValueList<Violation> Why) : Decision
    {
        public override string ToString() => $"{Why.Count} findings";
    }
}

/// <summary>How a reviewer does with seeded errors.</summary>
public sealed record DrillScore(string Reviewer, int Caught, int Missed)
{
    public override string ToString() => $"{Caught} of {Caught + Missed}";
}

/// <summary>Where people approve, reject and change templates. Nothing that waits here can be sent.</summary>
public sealed class TemplateDesk(ITemplateStore templates, Shelving shelving, Reviewers reviewers, TimeProvider clock)
{
    /// <summary>Templates, the oldest first. A drill looks like any other until it is decided.</summary>
    public IReadOnlyList<WrittenTemplate> List(TemplateStatus? status) => [.. templates.Read().Where(t => status is null || t.Status == status)];

    /// <summary>By its id, or by the end of it.</summary>
    public IReadOnlyList<WrittenTemplate> Find(string mark) =>
        [.. templates.Read().Where(t => t.Template.Id == mark || t.Template.Id.EndsWith(mark, StringComparison.Ordinal))];

    public Decision Approve(string mark, string by) => Decide(mark, TemplateStatus.Approved, by, null);

    public Decision Reject(string mark, string by, string reason) => Decide(mark, TemplateStatus.Rejected, by, reason);

    /// <summary>Puts a person's words in the place of a template's, if every guardrail lets them pass. They are approved by being written.</summary>
    public Decision Edit(string mark, string by, string? subject, string body)
    {
        if (Find(mark) is not [var old])
        {
            return new Decision.NotFound(Find(mark).Count);
        }

        if (old.Status is TemplateStatus.Rejected or TemplateStatus.Retired)
        {
            return new Decision.TooLate(old.Status);
        }

        if (!reviewers.MayApprove(by, old.Template.Situation.Language))
        {
            return new Decision.NotTheirs(old.Template.Situation.Language);
        }

        return VariantJudge.Judge(new Variant(subject, body), old.Template.Situation, old.Template.Origin, old.Template.Shade, old.Template.Voice) switch
        {
            Judged.Refused { Why: var why } => new Decision.Refused(why),
            Judged.Fit { Template: var words } => Replace(old, words, by),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public IReadOnlyList<DrillScore> Drills() => [.. templates.Read()
        .Where(t => t.Drill is not null && t.DecidedBy is not null)
        .GroupBy(t => t.DecidedBy!, StringComparer.Ordinal)
        .Select(g => new DrillScore(g.Key, g.Count(t => t.Status is TemplateStatus.Rejected), g.Count(t => t.Status is TemplateStatus.Approved)))
        .OrderBy(s => s.Reviewer, StringComparer.Ordinal)];

    private Decision Replace(WrittenTemplate old, Template words, string by)
    {
        // The origin stays: words that a model began are disclosed as such even when a person has bettered them.
        var edited = old with
        {
            Template = words,
            Writer = by,
            WrittenAt = clock.GetUtcNow(),
            Status = TemplateStatus.Approved,
            EditedFrom = old.Template.Id,
            Drill = null,
            DecidedBy = by,
            DecidedAt = clock.GetUtcNow(),
            Reason = null,
        };
        if (!templates.Decide(old.Template.Id, old.Status, TemplateStatus.Rejected, by, "Edited.", clock.GetUtcNow()))
        {
            return new Decision.TooLate(TemplateStatus.Rejected);
        }

        templates.Add([edited]);
        shelving.Refresh();
        return new Decision.Done(edited);
    }

    private Decision Decide(string mark, TemplateStatus to, string by, string? reason)
    {
        if (Find(mark) is not [var template])
        {
            return new Decision.NotFound(Find(mark).Count);
        }

        if (to is TemplateStatus.Approved && !reviewers.MayApprove(by, template.Template.Situation.Language))
        {
            return new Decision.NotTheirs(template.Template.Situation.Language);
        }

        // Approved words may still be rejected; nothing else is decided twice.
        var mayDecide = template.Status is TemplateStatus.Held || (template.Status is TemplateStatus.Approved && to is TemplateStatus.Rejected && template.Drill is null);
        if (!mayDecide || !templates.Decide(template.Template.Id, template.Status, to, by, reason, clock.GetUtcNow()))
        {
            return new Decision.TooLate(template.Status);
        }

        if (template.Drill is { } error)
        {
            return new Decision.WasDrill(error, IsCaught: to is TemplateStatus.Rejected);
        }

        shelving.Refresh();
        return new Decision.Done(template with { Status = to, DecidedBy = by, Reason = reason, DecidedAt = clock.GetUtcNow() });
    }
}
