using Rapport.Core.Planning.Schedules.Facts;

namespace Rapport.Core.Planning.Schedules.Rules;

/// <summary>Which of the records found a rule goes on with.</summary>
internal enum Pick
{
    /// <summary>All of them.</summary>
    Any,

    /// <summary>The last one.</summary>
    Latest,

    /// <summary>All of the last day on which there is one.</summary>
    LatestDay,

    First,
}

/// <summary>There is such a record; or so many, on so many days; or the last of them passes further rules.</summary>
internal sealed record Find : Rule
{
    public required RecordTest Records { get; init; }

    /// <summary>The number of the name under which further rules speak of a record.</summary>
    public required int Name { get; init; }

    public int Times { get; init; } = 1;

    /// <summary>On how many different days.</summary>
    public int Days { get; init; } = 1;

    public Pick Pick { get; init; }

    /// <summary>Each must hold for at least one of the picked records.</summary>
    public Rule[] Then { get; init; } = [];

    /// <summary>What it means that the record holds nothing of the kind at all.</summary>
    public Answer WhenAbsent { get; init; }

    public override Answer Ask(Scope scope)
    {
        if (!Records.MayBeIn(scope.Chart))
        {
            return WhenAbsent;
        }

        var earlier = scope.Named[Name];
        var answer = Times is 1 && Days is 1 && Pick is Pick.Any ? AskForOne(scope) : AskForSeveral(scope);
        scope.Named[Name] = earlier;
        return answer;
    }

    private Answer AskForOne(Scope scope)
    {
        foreach (var fact in scope.Chart.Facts)
        {
            if (Records.Holds(fact, scope, Name) && Passes(fact, scope))
            {
                scope.Evidence.Add(fact);
                return Answer.Yes;
            }
        }

        return Answer.No;
    }

    private bool Passes(Fact fact, Scope scope)
    {
        scope.Named[Name] = fact;
        foreach (var rule in Then)
        {
            if (rule.Ask(scope) is not Answer.Yes)
            {
                return false;
            }
        }

        return true;
    }

    private Answer AskForSeveral(Scope scope)
    {
        var found = All(scope);
        if (found.Count < Times || (Days > 1 && found.Select(f => f.DoneOn).Distinct().Count() < Days))
        {
            return Answer.No;
        }

        var picked = PickFrom(found);
        foreach (var rule in Then)
        {
            if (!picked.Exists(fact => Holds(rule, fact, scope)))
            {
                return Answer.No;
            }
        }

        scope.Evidence.AddRange(picked);
        return Answer.Yes;
    }

    public List<Fact> All(Scope scope)
    {
        List<Fact> found = [];
        foreach (var fact in scope.Chart.Facts)
        {
            if (Records.Holds(fact, scope, Name))
            {
                found.Add(fact);
            }
        }

        return found;
    }

    private bool Holds(Rule rule, Fact fact, Scope scope)
    {
        scope.Named[Name] = fact;
        return rule.Ask(scope) is Answer.Yes;
    }

    private List<Fact> PickFrom(List<Fact> found)
    {
        if (found.Count < 2 || Pick is Pick.Any)
        {
            return found;
        }

        var last = found.Max(f => f.DoneOn);
        return Pick switch
        {
            Pick.LatestDay => found.FindAll(f => f.DoneOn == last),
            Pick.Latest => [found.FindAll(f => f.DoneOn == last).MaxBy(f => f.StartsAt ?? DateTimeOffset.MinValue)!],
            _ => [found[0]],
        };
    }
}
