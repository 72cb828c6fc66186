using Rapport.Core.Planning.Schedules.Facts;
using Rapport.Core.Planning.Schedules.Needs;
using Rapport.Core.Planning.Schedules.Rules;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules;

/// <summary>Asks one row about one person, in this order: may we, is it for them, does something speak against it, is it done.</summary>
internal readonly struct RowAssessor(ScheduleRow row, Scope scope, VaccineChart vaccines, ValueList<Code> bookings)
{
    private static readonly Span DeclineHolds = new(12, 0);

    private static readonly ValueList<Finding> TooYoungOrOld = [Finding.Against("age", "Not for this age.")];

    private static readonly ValueList<Finding> NotForThem = [Finding.Against("not-for-them", "Not for this person by sex, condition, risk or visits.")];

    private readonly Chart _chart = scope.Chart;

    private readonly DateOnly _asOf = scope.AsOf;

    public ServiceAssessment Assess()
    {
        scope.Begin(row.IsByCalendarYear);
        if (_chart.Picture.IsDeceased)
        {
            return Say(DueStatus.Excluded, Finding.Against("deceased", "The person has died."));
        }

        if (!_chart.Picture.IsActive)
        {
            return Say(DueStatus.Excluded, Finding.Against("not-a-patient", "The record is closed."));
        }

        if (_asOf > row.ValidTo)
        {
            return Say(DueStatus.Unknown, Finding.Against("row-out-of-date", $"The row may be used until {row.ValidTo:O} only."));
        }

        return Eligibility() ?? (row.ForEach is null ? AssessOnce() : AssessEach());
    }

    private ServiceAssessment? Eligibility()
    {
        var byAge = row.Ages.Holds(_chart.Picture.BornOn, _asOf);
        if (byAge is Answer.No)
        {
            var reachedOn = row.Ages.ReachedOn(_chart.Picture.BornOn);
            return Say(DueStatus.NotEligible, TooYoungOrOld) with { NextDueOn = reachedOn > _asOf ? reachedOn : null };
        }

        return Min(byAge, row.Eligible?.Ask(scope) ?? Answer.Yes) switch
        {
            Answer.No => Say(DueStatus.NotEligible, NotForThem),
            Answer.Unknown => Say(DueStatus.Unknown, Finding.Shapes("record-does-not-tell", "The record does not tell whether it is for this person.")),
            _ => null,
        };
    }

    // Of several visits one that is still open decides; only when all are excused the person is.
    private ServiceAssessment AssessEach()
    {
        ServiceAssessment? worst = null;
        foreach (var fact in row.ForEach!.All(scope))
        {
            scope.Named[row.ForEach.Name] = fact;
            var one = AssessOnce();
            worst = worst is null || Weight(one.Status) > Weight(worst.Status) ? one : worst;
        }

        return worst ?? Say(DueStatus.NotEligible, Finding.Against("no-visit", "There was no visit that asks for it."));
    }

    private static int Weight(DueStatus status) => status switch
    {
        DueStatus.Due => 3,
        DueStatus.Unknown => 2,
        DueStatus.NotDue => 1,
        _ => 0,
    };

    private ServiceAssessment AssessOnce()
    {
        if (First(row.Exclude) is { } excluded)
        {
            return excluded;
        }

        var eligibleSince = row.Ages.ReachedOn(_chart.Picture.BornOn);
        var need = row.Need.Ask(scope, eligibleSince, vaccines);
        if (need.IsNotForThem || need.IsForbidden)
        {
            return Say(need.IsForbidden ? DueStatus.Excluded : DueStatus.NotEligible, Finding.Against("vaccine-tables", need.Why), need);
        }

        return First(row.FollowUp) ?? (need.Answer switch
        {
            Answer.Yes => WhenMissing(need),
            Answer.No => Say(DueStatus.NotDue, Finding.Against("done", need.Why), need) with { NextDueOn = need.DueOn },
            _ => Say(DueStatus.Unknown, Finding.Shapes("record-does-not-tell", need.Why), need),
        });
    }

    private ServiceAssessment WhenMissing(NeedAnswer need)
    {
        if (First(row.Except) is { } excused)
        {
            return excused;
        }

        if (Declined() is { } declined)
        {
            return Say(DueStatus.Excluded, Finding.Against("declined", "Declined within the last 12 months."), need) with { Records = [declined.Record] };
        }

        if (Booked() is { } visit)
        {
            return Say(DueStatus.NotDue, Finding.Against("booked", "A visit for it is on the book."), need) with { BookedVisit = visit, NextDueOn = need.DueOn };
        }

        return row.Season is { } season && !season.Holds(_asOf)
            ? Say(DueStatus.NotDue, Finding.Against("out-of-season", "Asked for in its season only."), need) with { NextDueOn = season.OpensAfter(_asOf) }
            : Say(DueStatus.Due, Finding.For("due", need.Why), need) with { Since = need.DueOn, NextDueOn = need.DueOn };
    }

    private ServiceAssessment? First(ValueList<Exclusion> exclusions)
    {
        foreach (var exclusion in exclusions)
        {
            scope.Evidence.Clear();
            if (exclusion.When.Ask(scope) is Answer.Yes)
            {
                var because = scope.Evidence.Count is 0 ? "By the record." : $"By {string.Join(", ", scope.Evidence.Select(f => f.Record))}.";
                return Say(DueStatus.Excluded, Finding.Against(exclusion.Code, because)) with { Records = [.. scope.Evidence.Select(f => f.Record)] };
            }
        }

        return null;
    }

    private Fact? Declined()
    {
        foreach (var fact in _chart.Facts)
        {
            if (fact.Standing is Standing.NotDone
                && (fact.RecordedOn ?? fact.StartsOn) is { } on
                && on <= _asOf
                && _asOf < DeclineHolds.After(on)
                && (row.Need.IsAbout(fact, vaccines) || NamesRow(fact)))
            {
                return fact;
            }
        }

        return null;
    }

    private bool NamesRow(Fact fact) =>
        string.Equals(fact.NamedService, row.Id, StringComparison.Ordinal);

    private string? Booked()
    {
        foreach (var visit in bookings.Count is 0 ? [] : _chart.Picture.Visits)
        {
            if (visit.IsOnTheBook
                && visit.StartsAt is { } start
                && DateOnly.FromDateTime(start.DateTime) >= _asOf
                && visit.ServiceTypes.Any(bookings.Contains))
            {
                return visit.Id;
            }
        }

        return null;
    }

    private static Answer Min(Answer a, Answer b) => a < b ? a : b;

    private ServiceAssessment Say(DueStatus status, Finding because, NeedAnswer need = default) => Say(status, [because], need);

    private ServiceAssessment Say(DueStatus status, ValueList<Finding> because, NeedAnswer need = default) => new()
    {
        Row = row,
        Status = status,
        Because = because,
        LastDoneOn = need.LastDone?.DoneOn,
        IsPatientReported = need.LastDone?.IsPatientReported ?? false,
        Records = need.LastDone is { } last ? [last.Record] : [],
    };
}
