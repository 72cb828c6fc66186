using Rapport.Core.Composing;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;

namespace Rapport.Engine.Composing.Writing;

/// <summary>How a writer did on the fixed set. Shares are from 0 to 1.</summary>
public sealed record Evaluation
{
    public required DateTimeOffset At { get; init; }

    public required string Writer { get; init; }

    public required string Prompt { get; init; }

    public int Situations { get; init; }

    /// <summary>Situations for which it gave nothing fit.</summary>
    public int WithoutWords { get; init; }

    public int Variants { get; init; }

    /// <summary>Share of first-try variants that passed every guardrail.</summary>
    public double FitAtOnce { get; init; }

    /// <summary>Share of all variants, second tries included.</summary>
    public double Fit { get; init; }

    /// <summary>Share of variants that repeated words that exist.</summary>
    public double Repeats { get; init; }

    /// <summary>How often each kind of violation was found.</summary>
    public required IReadOnlyDictionary<string, int> Violations { get; init; }

    /// <summary>One minus the mean likeness of the variants of a situation.</summary>
    public double Variety { get; init; }

    public double Grade { get; init; }

    /// <summary>Mean length of a text message with long names and its last line, in GSM-7 septets.</summary>
    public double SmsUnits { get; init; }

    /// <summary>Mean length of a mail or letter, in words.</summary>
    public double MailWords { get; init; }

    /// <summary>Mean number of facts that a template says.</summary>
    public double Specificity { get; init; }

    public int Calls { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>In the account's currency, at the most calls per thousand messages that the policy allows.</summary>
    public decimal CostPerThousandMessages { get; init; }

    /// <summary>Why calls gave nothing, by kind.</summary>
    public required IReadOnlyDictionary<string, int> Failures { get; init; }

    public override string ToString() => $"evaluation of {Writer}";
}

/// <summary>Has the fixed set written and measures what comes back. Nothing of it is kept as a template.</summary>
public sealed class EvaluationDesk(TemplatePack pack, WritingPolicy policy, ModelAccount account, TimeProvider clock)
{
    /// <summary>The built-in pack on the same measures, to compare with.</summary>
    public Evaluation OfPack() => Measure("pack", "none", EvaluationSet.Briefs(null, policy.VariantsPerCall)
        .Select(brief => (brief, new Written
        {
            Fit = [.. pack.For(brief.Situation)],
            Judged = [.. pack.For(brief.Situation).ToArray().Select(t => VariantJudge.Judge(new Variant(t.Subject?.Source, t.Body.Source), t.Situation, TemplateOrigin.Pack))],
        })).ToList());

    public async Task<Evaluation> RunAsync(TemplateWriter writer, VoiceCard? voice, CancellationToken ct)
    {
        var written = new List<(WritingBrief, Written)>();
        foreach (var brief in EvaluationSet.Briefs(voice, policy.VariantsPerCall))
        {
            written.Add((brief, await writer.WriteAsync(brief, [], mostCalls: 2, ModelTask.Evaluation, ct)));
        }

        return Measure(writer.Name, WritingBrief.PromptVersion, written);
    }

    private Evaluation Measure(string writer, string prompt, List<(WritingBrief Brief, Written Written)> all)
    {
        var judged = all.SelectMany(w => w.Written.Judged).ToList();
        var first = all.SelectMany(w => w.Written.Judged.Take(w.Brief.Variants)).ToList();
        var fit = all.SelectMany(w => w.Written.Fit).ToList();
        var calls = all.Sum(w => w.Written.Calls);
        var usage = new ModelUsage(all.Sum(w => w.Written.Usage.InputTokens), all.Sum(w => w.Written.Usage.OutputTokens));
        return new Evaluation
        {
            At = clock.GetUtcNow(),
            Writer = writer,
            Prompt = prompt,
            Situations = all.Count,
            WithoutWords = all.Count(w => w.Written.Fit.Count is 0),
            Variants = judged.Count,
            FitAtOnce = Share(first, j => j is Judged.Fit),
            Fit = Share(judged, j => j is Judged.Fit),
            Repeats = Share(judged, j => j is Judged.Repeats),
            Violations = Counted(judged.OfType<Judged.Refused>().SelectMany(r => r.Why.Select(v => v.Code))),
            Variety = Mean(all.Where(w => w.Written.Fit.Count > 1).Select(w => VarietyOf(w.Written.Fit))),
            Grade = Mean(fit.Select(t => Readability.GradeOf(Tried(t), t.Situation.Language))),
            SmsUnits = Mean(fit.Where(t => t.Situation.Channel is Channel.Sms).Select(t => (double)SmsText.Measure($"{Tried(t)}\n{SampleFacts.LongestSmsFooter(t.Situation.Language)}").Units)),
            MailWords = Mean(fit.Where(t => t.Situation.Channel is not Channel.Sms).Select(t => (double)Tried(t).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length)),
            Specificity = Mean(fit.Select(t => (double)t.Body.Fields.Distinct().Count())),
            Calls = calls,
            InputTokens = usage.InputTokens,
            OutputTokens = usage.OutputTokens,
            CostPerThousandMessages = calls is 0 ? 0 : decimal.Round(account.CostOf(usage) / calls * policy.MostCallsPerThousandMessages, 6),
            Failures = Counted(all.Select(w => w.Written.Failure).OfType<ModelAnswer.Missing>().Select(f => f.Reason.ToString())),
        };
    }

    private static string Tried(Template template) => Renderer.Render(template, SampleFacts.Long(template.Situation)).Body;

    private static double VarietyOf(IReadOnlyList<Template> fit)
    {
        var pairs = fit.SelectMany((one, i) => fit.Skip(i + 1).Select(other => Likeness.Of(one.Body.Source, other.Body.Source)));
        return 1 - pairs.Average();
    }

    private static double Share(IReadOnlyCollection<Judged> judged, Func<Judged, bool> which) => judged.Count is 0 ? 0 : (double)judged.Count(which) / judged.Count;

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(0).Average();

    private static SortedDictionary<string, int> Counted(IEnumerable<string> names)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return counts;
    }
}
