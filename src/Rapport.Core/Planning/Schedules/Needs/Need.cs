using Rapport.Core.Planning.Schedules.Facts;
using Rapport.Core.Planning.Schedules.Rules;

namespace Rapport.Core.Planning.Schedules.Needs;

/// <summary>Whether a service is missing, seen from a day.</summary>
/// <param name="Answer">Yes: it is missing and due.</param>
/// <param name="DueOn">The day from which it is or was due.</param>
/// <param name="LastDone">The last record of it.</param>
/// <param name="Why">One sentence for staff.</param>
internal readonly record struct NeedAnswer(Answer Answer, DateOnly? DueOn, Fact? LastDone, string Why)
{
    public override string ToString() => Answer.ToString();

    /// <summary>Nobody of this age or kind is in need of it.</summary>
    public bool IsNotForThem { get; init; }

    /// <summary>Something on record forbids it.</summary>
    public bool IsForbidden { get; init; }
}

/// <summary>What counts as done, and for how long.</summary>
internal abstract record Need
{
    public abstract NeedAnswer Ask(Scope scope, DateOnly? eligibleSince, VaccineChart vaccines);

    /// <summary>Whether a record that says "not done" speaks of this service.</summary>
    public virtual bool IsAbout(Fact fact, VaccineChart vaccines) => false;
}

/// <summary>Nothing is asked for: the row only tells staff who is concerned.</summary>
internal sealed record Nothing : Need
{
    public override NeedAnswer Ask(Scope scope, DateOnly? eligibleSince, VaccineChart vaccines) =>
        new(Answer.Yes, eligibleSince, null, "Concerns this person.");
}

/// <summary>A rule says whether it was done in the period.</summary>
internal sealed record DoneByRule(Rule Done) : Need
{
    public override NeedAnswer Ask(Scope scope, DateOnly? eligibleSince, VaccineChart vaccines)
    {
        scope.Evidence.Clear();
        return Done.Ask(scope) switch
        {
            Answer.Yes => new NeedAnswer(Answer.No, null, scope.Evidence.Count > 0 ? scope.Evidence[^1] : null, "Done within the period."),
            Answer.No => new NeedAnswer(Answer.Yes, null, null, "Not on record within the period."),
            _ => new NeedAnswer(Answer.Unknown, null, null, "The record does not tell."),
        };
    }
}

/// <summary>One of several tests was done, and each protects for its own time.</summary>
/// <param name="RowId">The row, for records that name it themselves.</param>
/// <param name="Tests">The tests, any of which will do.</param>
internal sealed record DoneByTests(string RowId, DoneTest[] Tests) : Need
{
    public override NeedAnswer Ask(Scope scope, DateOnly? eligibleSince, VaccineChart vaccines)
    {
        Fact? last = null;
        DateOnly? coveredUntil = null;
        foreach (var test in Tests)
        {
            if (test.LastIn(scope) is not { } done)
            {
                continue;
            }

            last = last is null || done.DoneOn > last.DoneOn ? done : last;
            var until = test.Every is { } every ? every.After(done.DoneOn!.Value) : DateOnly.MaxValue;
            coveredUntil = coveredUntil is { } other && other > until ? other : until;
        }

        if (scope.Chart.NamesServices && NamedIn(scope) is { } named && (last is null || named.DoneOn > last.DoneOn))
        {
            last = named;
            coveredUntil = Tests[0].Every is { } every ? every.After(named.DoneOn!.Value) : DateOnly.MaxValue;
        }

        return Say(scope, eligibleSince, last, coveredUntil);
    }

    private Fact? NamedIn(Scope scope)
    {
        Fact? last = null;
        foreach (var fact in scope.Chart.Facts)
        {
            if (fact.Standing is Standing.Holds && fact.DoneOn <= scope.AsOf && string.Equals(fact.NamedService, RowId, StringComparison.Ordinal))
            {
                last = fact;
            }
        }

        return last;
    }

    public override bool IsAbout(Fact fact, VaccineChart vaccines) => Array.Exists(Tests, test => test.Speaks(fact));

    private static NeedAnswer Say(Scope scope, DateOnly? eligibleSince, Fact? last, DateOnly? coveredUntil)
    {
        if (last is null || coveredUntil is not { } until)
        {
            return new NeedAnswer(Answer.Yes, eligibleSince, null, "Nothing of the kind is on record.");
        }

        var told = last.IsPatientReported ? "The patient said that it was done" : "Last done";
        if (until == DateOnly.MaxValue)
        {
            return new NeedAnswer(Answer.No, null, last, $"{told} on {last.DoneOn:O} ({last.Record}); once is enough.");
        }

        return until <= scope.AsOf
            ? new NeedAnswer(Answer.Yes, until, last, $"{told} on {last.DoneOn:O} ({last.Record}); due again since {until:O}.")
            : new NeedAnswer(Answer.No, until, last, $"{told} on {last.DoneOn:O} ({last.Record}); due again on {until:O}.");
    }
}

/// <summary>A test and the time for which it protects.</summary>
/// <param name="Records">Which records show it.</param>
/// <param name="Every">Null: once is enough.</param>
internal sealed record DoneTest(Find Records, Span? Every)
{
    public Fact? LastIn(Scope scope)
    {
        if (!Records.Records.MayBeIn(scope.Chart))
        {
            return null;
        }

        Fact? last = null;
        foreach (var fact in scope.Chart.Facts)
        {
            if (fact.DoneOn is not null && fact.DoneOn <= scope.AsOf && Records.Records.Holds(fact, scope, Records.Name))
            {
                last = fact;
            }
        }

        return last;
    }

    public bool Speaks(Fact fact) => Records.Records.Concepts.ContainsAny(fact.Concepts);
}
