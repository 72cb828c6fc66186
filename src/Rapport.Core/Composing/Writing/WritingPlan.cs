using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Writing;

/// <summary>What templates are written for.</summary>
public readonly record struct TemplateKey(Situation Situation, Shade Shade, string? Voice)
{
    public override string ToString() => $"{Situation}{(Shade == Shade.None ? "" : $"~{Shade}")}";
}

/// <summary>How many messages want words of a key.</summary>
/// <param name="Messages">Within the time looked at.</param>
/// <param name="MostPerPerson">The most that one person gets of them: each time in other words.</param>
public sealed record Demand(TemplateKey Key, long Messages, int MostPerPerson)
{
    public override string ToString() => $"{Messages} x {Key}";
}

/// <summary>How much is written ahead.</summary>
public sealed record WritingPolicy
{
    public int VariantsPerCall { get; init; } = 4;

    /// <summary>More words for one situation than anybody will read in a year are a burden for who approves them.</summary>
    public int MostVariants { get; init; } = 12;

    /// <summary>What a model may be asked per thousand messages: its cost, and the words that a person must approve, grow with situations and not with patients.</summary>
    public int MostCallsPerThousandMessages { get; init; } = 20;

    /// <summary>After so many readers words are retired, and fresh ones are written.</summary>
    public int MostUses { get; init; } = 500;

    /// <summary>One seeded error among so many jobs whose words wait for a person, by lot; 0 for none.</summary>
    public int OneDrillIn { get; init; } = 8;

    public override string ToString() => "writing policy";
}

/// <summary>One question to ask a writer.</summary>
public sealed record WritingJob(Demand Demand, int Variants)
{
    public override string ToString() => $"{Variants} for {Demand.Key}";
}

/// <summary>Which situations are worth writing for next.</summary>
/// <param name="Jobs">Those within the budget, the most wanted first.</param>
/// <param name="Later">Those that wait for more messages.</param>
/// <param name="CallsAllowed">Calls that the budget leaves, second tries included.</param>
public sealed record WritingPlan(ValueList<WritingJob> Jobs, ValueList<WritingJob> Later, long CallsAllowed)
{
    /// <param name="demands">What the time looked at will want.</param>
    /// <param name="live">How many written templates a key has that are approved or wait for approval.</param>
    /// <param name="messages">All messages of that time.</param>
    /// <param name="callsMade">Calls already made for that time.</param>
    public static WritingPlan Make(IEnumerable<Demand> demands, Func<TemplateKey, int> live, long messages, long callsMade, WritingPolicy policy)
    {
        var wanted = new List<WritingJob>();
        foreach (var demand in demands.Where(d => SituationGuide.For(d.Key.Situation) is not null))
        {
            var enough = Math.Clamp(demand.MostPerPerson, policy.VariantsPerCall, policy.MostVariants);
            if (live(demand.Key) is var have && have < enough)
            {
                wanted.Add(new WritingJob(demand, Math.Min(policy.VariantsPerCall, enough - have)));
            }
        }

        wanted.Sort((a, b) => b.Demand.Messages.CompareTo(a.Demand.Messages) is not 0 and var order ? order : string.CompareOrdinal(a.Demand.Key.ToString(), b.Demand.Key.ToString()));
        var allowed = Math.Max(0, (messages * policy.MostCallsPerThousandMessages / 1_000) - callsMade);
        var now = (int)Math.Min(allowed, wanted.Count);
        return new WritingPlan([.. wanted.Take(now)], [.. wanted.Skip(now)], allowed);
    }

    public override string ToString() => $"{Jobs.Count} jobs";
}
