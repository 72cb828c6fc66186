using Rapport.Core.Composing;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;

namespace Rapport.Engine.Composing.Writing;

/// <summary>What writing ahead gave.</summary>
public sealed record WritingResult
{
    public int Situations { get; init; }

    public int Calls { get; init; }

    /// <summary>Templates that passed every check; <see cref="Held"/> of them wait for a person.</summary>
    public int Templates { get; init; }

    public int Held { get; init; }

    public int Refused { get; init; }

    public int Repeats { get; init; }

    public int Retired { get; init; }

    /// <summary>Why the model was not asked further, in plain words; null where all went well.</summary>
    public string? Stopped { get; init; }

    public override string ToString() => $"{Templates} templates for {Situations} situations in {Calls} calls";
}

/// <summary>Has words written for the situations that most messages want, within a budget, and puts them before a person.</summary>
/// <remarks>Nothing waits for it: until its words are approved, messages use the pack.</remarks>
public sealed class WritingStep(TemplateWriter writer, ITemplateStore templates, IModelLog log, IVoiceStore voices, TemplatePack pack, WritingPolicy policy, ApprovalModes modes, TimeProvider clock)
{
    private const int DaysOfBudget = 30;
    private const int SampleOfFive = 5;

    /// <param name="demand">What the coming time wants.</param>
    /// <param name="messages">All messages of that time.</param>
    /// <param name="ct">Stops between two questions; what was written is kept.</param>
    public async Task<WritingResult> RunAsync(IReadOnlyList<Demand> demand, long messages, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var retired = RetireOverUsed(now);
        var stock = templates.Read();
        var made = log.Since(now.AddDays(-DaysOfBudget)).Count(c => c.Task is ModelTask.Templates && c.ReachedModel);
        var plan = WritingPlan.Make(demand, key => Live(stock, key), messages, made, policy);
        var result = new WritingResult { Retired = retired };
        foreach (var job in plan.Jobs)
        {
            ct.ThrowIfCancellationRequested();
            if (plan.CallsAllowed - result.Calls is var left && left <= 0)
            {
                break;
            }

            var written = await writer.WriteAsync(BriefFor(job, stock), Existing(job.Demand.Key, stock), left >= 2 ? 2 : 1, ModelTask.Templates, ct);
            result = Add(result, written, Keep(job, written, now));
            if (written.Failure is { Reason: not NoAnswer.Unreadable } failure)
            {
                return result with { Stopped = failure.Because };   // what hinders one question hinders the next
            }
        }

        return result;
    }

    private static int Live(IReadOnlyList<WrittenTemplate> stock, TemplateKey key) =>
        stock.Count(t => t.Drill is null && t.Status is TemplateStatus.Held or TemplateStatus.Approved && KeyOf(t.Template) == key);

    private static TemplateKey KeyOf(Template template) => new(template.Situation, template.Shade, template.Voice);

    private static WritingResult Add(WritingResult sum, Written written, (int Kept, int Held) kept) => sum with
    {
        Situations = sum.Situations + 1,
        Calls = sum.Calls + written.Calls,
        Templates = sum.Templates + kept.Kept,
        Held = sum.Held + kept.Held,
        Refused = sum.Refused + written.Judged.Count(j => j is Judged.Refused),
        Repeats = sum.Repeats + written.Judged.Count(j => j is Judged.Repeats),
    };

    private int RetireOverUsed(DateTimeOffset now)
    {
        var uses = templates.UsesSince(now.AddYears(-1));
        return templates.Read().Count(t => t.IsSendable && uses.GetValueOrDefault(t.Template.Id) >= policy.MostUses
            && templates.Decide(t.Template.Id, TemplateStatus.Approved, TemplateStatus.Retired, "rapport", $"Read by {policy.MostUses} people or more within a year.", now));
    }

    private WritingBrief BriefFor(WritingJob job, IReadOnlyList<WrittenTemplate> stock)
    {
        var key = job.Demand.Key;
        return new WritingBrief
        {
            Situation = key.Situation,
            Shade = key.Shade,
            Voice = key.Voice is null ? null : voices.Read().FirstOrDefault(v => v.Card.Id == key.Voice)?.Card,
            Variants = job.Variants,
            AvoidOpenings = [.. Existing(key, stock).Select(t => Likeness.FirstSentence(t.Body.Source)).Distinct(StringComparer.Ordinal).Take(policy.MostVariants)],
        };
    }

    // What was refused by a person or retired is known words too: it must not come back.
    private List<Template> Existing(TemplateKey key, IReadOnlyList<WrittenTemplate> stock) =>
        [.. pack.For(key.Situation), .. stock.Where(t => t.Template.Situation == key.Situation && t.Drill is null).Select(t => t.Template)];

    private (int Kept, int Held) Keep(WritingJob job, Written written, DateTimeOffset now)
    {
        var mode = modes.For(TemplateWriter.SituationProgram(job.Demand.Key.Situation));
        List<WrittenTemplate> kept = [.. written.Fit.Select(template => Kept(template, mode, now))];
        var held = kept.Count(t => t.Status is TemplateStatus.Held);
        if (kept.Find(t => t.Status is TemplateStatus.Held) is { } first && policy.OneDrillIn > 0 && Chance.Pick(policy.OneDrillIn, "drill", first.Template.Id) is 0)
        {
            var drill = SeededError.In(first.Template, first.Template.Id);
            kept.Insert(Chance.Pick(kept.Count, "place", first.Template.Id), first with { Template = drill.Template, Drill = drill.Error });
        }

        templates.Add(kept);
        return (written.Fit.Count, held);
    }

    private WrittenTemplate Kept(Template template, ApprovalMode mode, DateTimeOffset now) => new()
    {
        Template = template,
        Writer = writer.Name,
        Prompt = WritingBrief.PromptVersion,
        WrittenAt = now,
        Status = mode is ApprovalMode.Auto || (mode is ApprovalMode.Sample && Chance.Pick(SampleOfFive, "sample", template.Id) is not 0) ? TemplateStatus.Approved : TemplateStatus.Held,
    };
}
