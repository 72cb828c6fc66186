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

    private readonly List<KeptAnswer?> _kept = [];

    public Chart Chart => chart;

    public DateOnly AsOf { get; } = asOf;

    public DateOnly PeriodStart { get; private set; } = asOf;

    public DateOnly PeriodEnd { get; private set; } = asOf;

    /// <summary>The record that each name stands for at the moment.</summary>
    public Fact?[] Named { get; } = new Fact?[MaxNames];

    public KeptAnswer? Answered(int place) => place < _kept.Count ? _kept[place] : null;

    public void Keep(int place, KeptAnswer answer)
    {
        while (_kept.Count <= place)
        {
            _kept.Add(null);
        }

        _kept[place] = answer;
    }

    /// <summary>Forgets the last question.</summary>
    public void Begin(bool isByCalendarYear)
    {
        Evidence.Clear();
        Array.Clear(Named);
        PeriodStart = isByCalendarYear ? new DateOnly(AsOf.Year, 1, 1) : AsOf;
        PeriodEnd = isByCalendarYear ? new DateOnly(AsOf.Year, 12, 31) : AsOf;
    }

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
/// <param name="Part">The rule.</param>
/// <param name="Place">Where its answer is kept; null where it speaks of a named record or a period and may change from row to row.</param>
internal sealed record Named(Rule Part, int? Place) : Rule
{
    public override Answer Ask(Scope scope)
    {
        if (Place is not { } place)
        {
            return Part.Ask(scope);
        }

        if (scope.Answered(place) is { } known)
        {
            scope.Evidence.AddRange(known.Evidence);
            return known.Answer;
        }

        var before = scope.Evidence.Count;
        var answer = Part.Ask(scope);
        scope.Keep(place, new KeptAnswer(answer, [.. scope.Evidence[before..]]));
        return answer;
    }
}

/// <summary>What a rule said of this person today, kept since many rows ask the same.</summary>
internal sealed record KeptAnswer(Answer Answer, Fact[] Evidence);
