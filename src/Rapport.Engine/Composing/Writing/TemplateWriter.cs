using Rapport.Core.Composing;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;

namespace Rapport.Engine.Composing.Writing;

/// <summary>What one job gave.</summary>
public sealed record Written
{
    /// <summary>Those that passed every check.</summary>
    public required IReadOnlyList<Template> Fit { get; init; }

    /// <summary>What was judged, in order, the second try included.</summary>
    public required IReadOnlyList<Judged> Judged { get; init; }

    public int Calls { get; init; }

    public ModelUsage Usage { get; init; }

    /// <summary>Why the model gave nothing; null where it answered.</summary>
    public ModelAnswer.Missing? Failure { get; init; }

    public override string ToString() => $"{Fit.Count} templates in {Calls} calls";
}

/// <summary>Asks a language model for templates; what is refused goes back once with the findings.</summary>
public sealed class TemplateWriter(ILanguageModel model)
{
    private const int TokensPerVariant = 350;

    public string Name => model.Name;

    /// <param name="brief">What is wanted.</param>
    /// <param name="existing">Words that readers of the situation may have met.</param>
    /// <param name="mostCalls">1 or 2: a second try is made only where the budget has a call left.</param>
    /// <param name="task">For the accounts.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Written> WriteAsync(WritingBrief brief, IReadOnlyList<Template> existing, int mostCalls, ModelTask task, CancellationToken ct)
    {
        var judged = new List<Judged>();
        var fit = new List<Template>();
        var (usage, calls) = (default(ModelUsage), 0);
        ModelAnswer.Missing? failure = null;
        var asked = brief;
        while (calls < mostCalls && fit.Count < brief.Variants)
        {
            var answer = await model.AskAsync(RequestFor(asked, task), ct);
            calls += answer is ModelAnswer.Missing { Reason: NoAnswer.OverBudget } ? 0 : 1;
            usage = new ModelUsage(usage.InputTokens + answer.Usage.InputTokens, usage.OutputTokens + answer.Usage.OutputTokens, usage.Attempts + answer.Usage.Attempts);
            if (Variants(answer, out failure) is not { } variants)
            {
                break;
            }

            var now = VariantJudge.Judge(variants, brief, [.. existing, .. fit]);
            judged.AddRange(now);
            fit.AddRange(now.OfType<Judged.Fit>().Select(f => f.Template));
            var back = SentBackFrom(now);
            if (back.Count is 0)
            {
                break;   // nothing to learn from: asking the same again would be a gamble, not a second try
            }

            asked = brief with { Variants = brief.Variants - fit.Count, SentBack = back, AvoidOpenings = [.. brief.AvoidOpenings, .. fit.Select(t => Likeness.FirstSentence(t.Body.Source))] };
        }

        return new Written { Fit = [.. fit.Take(brief.Variants)], Judged = judged, Calls = calls, Usage = usage, Failure = failure };
    }

    public static ModelRequest RequestFor(WritingBrief brief, ModelTask task) => new()
    {
        Task = task,
        Program = SituationProgram(brief.Situation),
        Instructions = WritingBrief.Instructions,
        Input = brief.ToJson(),
        SchemaName = "templates",
        Schema = WritingBrief.Schema,
        MaxOutputTokens = 300 + (TokensPerVariant * brief.Variants),
    };

    internal static string SituationProgram(Situation situation) => situation.Name.Split('.')[0];

    private static ValueList<Variant>? Variants(ModelAnswer answer, out ModelAnswer.Missing? failure)
    {
        if (answer is ModelAnswer.Missing missing)
        {
            failure = missing;
            return null;
        }

        var variants = WritingAnswer.Read(((ModelAnswer.Given)answer).Json);
        failure = variants is null ? new ModelAnswer.Missing(NoAnswer.Unreadable, "The answer has not the shape that was asked for.", answer.Usage) : null;
        return variants;
    }

    private static ValueList<SentBack> SentBackFrom(ValueList<Judged> judged) =>
    [
        .. judged.OfType<Judged.Refused>().Select(r => new SentBack(r.Variant.Subject, r.Variant.Body, [.. r.Why.Select(v => v.Why)])),
        .. judged.OfType<Judged.Repeats>().Select(r => new SentBack(r.Variant.Subject, r.Variant.Body, ["It is too much like words that exist already."])),
    ];
}
