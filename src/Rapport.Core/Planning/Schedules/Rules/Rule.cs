using Rapport.Core.Planning.Schedules.Facts;

namespace Rapport.Core.Planning.Schedules.Rules;

/// <summary>What a rule says of a person. The record may not tell, and then nobody guesses.</summary>
internal enum Answer
{
    No,
    Unknown,
    Yes,
}

/// <summary>A statement about a person that their record bears out or not.</summary>
internal abstract record Rule
{
    public abstract Answer Ask(Scope scope);
}

/// <summary>What a rule is asked about: one chart, one day, one period, and the records named so far.</summary>
internal sealed class Scope(Chart chart, DateOnly asOf)
{
    public const int MaxNames = 12;

    public Chart Chart => chart;

    public DateOnly AsOf { get; } = asOf;

    public DateOnly PeriodStart { get; set; } = asOf;

    public DateOnly PeriodEnd { get; set; } = asOf;

    /// <summary>The record that each name stands for at the moment.</summary>
    public Fact?[] Named { get; } = new Fact?[MaxNames];

    /// <summary>The records on which yes rested, the first one first.</summary>
    public List<Fact> Evidence { get; } = [];
}

/// <summary>Every part holds.</summary>
internal sealed record AllOf(Rule[] Parts) : Rule
{
    public override Answer Ask(Scope scope)
    {
        var answer = Answer.Yes;
        foreach (var part in Parts)
        {
            answer = (Answer)Math.Min((int)answer, (int)part.Ask(scope));
            if (answer is Answer.No)
            {
                break;
            }
        }

        return answer;
    }
}

/// <summary>At least one part holds.</summary>
internal sealed record AnyOf(Rule[] Parts) : Rule
{
    public override Answer Ask(Scope scope)
    {
        var answer = Answer.No;
        foreach (var part in Parts)
        {
            answer = (Answer)Math.Max((int)answer, (int)part.Ask(scope));
            if (answer is Answer.Yes)
            {
                break;
            }
        }

        return answer;
    }
}

/// <summary>The part does not hold.</summary>
internal sealed record Not(Rule Part) : Rule
{
    public override Answer Ask(Scope scope) => (Answer)(Answer.Yes - Part.Ask(scope));
}

/// <summary>A rule that is written once and used by its name.</summary>
internal sealed record Named(string Name, Rule Part) : Rule
{
    public override Answer Ask(Scope scope) => Part.Ask(scope);
}
