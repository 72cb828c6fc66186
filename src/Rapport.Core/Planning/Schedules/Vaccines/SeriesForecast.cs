namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>Where somebody stands in a series.</summary>
public enum SeriesStatus
{
    NotComplete,
    Complete,
    Immune,
    Contraindicated,

    /// <summary>Too old to begin or to go on.</summary>
    AgedOut,

    /// <summary>The season for it is over.</summary>
    SeasonOver,
}

/// <summary>What a series says of somebody on a day.</summary>
/// <param name="Walk">The doses on record, judged.</param>
/// <param name="Status">Where they stand.</param>
/// <param name="EarliestOn">The first day on which the next dose may be given.</param>
/// <param name="RecommendedOn">The day from which it is due.</param>
internal sealed record SeriesForecast(SeriesWalk Walk, SeriesStatus Status, DateOnly? EarliestOn, DateOnly? RecommendedOn)
{
    public override string ToString() => Status.ToString();

    public bool IsInProcess => Status is SeriesStatus.NotComplete && Walk.ValidDoses > 0;

    /// <summary>The next dose and when it may and should be given.</summary>
    /// <remarks>CDC, Logic Specification for ACIP Recommendations, chapter 7.</remarks>
    public static SeriesForecast Of(SeriesWalk walk, AntigenTable table, DateOnly asOf)
    {
        if (Immunity.Has(table, walk.History))
        {
            return new SeriesForecast(walk, SeriesStatus.Immune, null, null);
        }

        walk.SkipUnneeded(asOf);
        if (walk.IsAtEnd)
        {
            return new SeriesForecast(walk, SeriesStatus.Complete, null, null);
        }

        if (Immunity.IsForbidden(table, walk, asOf))
        {
            return new SeriesForecast(walk, SeriesStatus.Contraindicated, null, null);
        }

        var dose = walk.Series.Doses[walk.Next];
        var age = dose.AgeOn(asOf);
        var tooOldOn = age?.Below?.After(walk.History.BornOn);
        if (asOf >= tooOldOn)
        {
            return new SeriesForecast(walk, SeriesStatus.AgedOut, null, null);
        }

        if (dose.Season?.Until is { } until && asOf > until.AddYears(walk.SeasonShift))
        {
            return new SeriesForecast(walk, SeriesStatus.SeasonOver, null, null);
        }

        var earliest = Earliest(dose, age, walk, asOf);
        var recommended = Later(earliest, Recommended(dose, age, walk, asOf) ?? earliest);
        return earliest >= tooOldOn
            ? new SeriesForecast(walk, SeriesStatus.AgedOut, null, null)
            : new SeriesForecast(walk, SeriesStatus.NotComplete, earliest, recommended);
    }

    /// <summary>The day on which the series could be finished at the earliest; null where it cannot be any more.</summary>
    public DateOnly? FinishOn()
    {
        if (EarliestOn is not { } day)
        {
            return Status is SeriesStatus.Complete ? Walk.LastValidOn : null;
        }

        var bornOn = Walk.History.BornOn;
        for (var i = Walk.Next; i < Walk.Series.Doses.Count; i++)
        {
            var dose = Walk.Series.Doses[i];
            if (i > Walk.Next && !dose.Recurring)
            {
                foreach (var interval in dose.Intervals)
                {
                    day = interval.Since is "previous" && interval.Min is { } min && interval.HoldsOn(day) ? min.After(day) : day;
                }

                day = Later(day, dose.AgeOn(day)?.Min?.After(bornOn) ?? day);
            }

            if (dose.AgeOn(day)?.Below is { } below && day >= below.After(bornOn))
            {
                return null;
            }
        }

        return day;
    }

    private static DateOnly Earliest(SeriesDose dose, DoseAge? age, SeriesWalk walk, DateOnly asOf)
    {
        var bornOn = walk.History.BornOn;
        var earliest = age?.Min?.After(bornOn) ?? bornOn;
        earliest = Later(earliest, ByInterval(dose, walk, asOf, i => i.Min) ?? earliest);
        earliest = Later(earliest, ByLiveVaccine(dose, walk) ?? earliest);
        earliest = Later(earliest, ByProduct(dose, walk) ?? earliest);
        foreach (var judged in walk.Judged)
        {
            earliest = Later(earliest, judged.Finding is DoseFinding.Inadvertent ? judged.Given.On : earliest);
        }

        return dose.Season?.From is { } from ? Later(earliest, from.AddYears(walk.SeasonShift)) : earliest;
    }

    private static DateOnly? Recommended(SeriesDose dose, DoseAge? age, SeriesWalk walk, DateOnly asOf) =>
        age?.Recommended is { } recommended ? recommended.After(walk.History.BornOn) : ByInterval(dose, walk, asOf, i => i.Recommended);

    private static DateOnly? ByInterval(SeriesDose dose, SeriesWalk walk, DateOnly asOf, Func<DoseInterval, Span?> length)
    {
        DateOnly? latest = null;
        DateOnly? overriding = null;
        foreach (var interval in dose.Intervals)
        {
            if (!interval.HoldsOn(asOf) || length(interval) is not { } span || IntervalStart.Of(interval, walk, asOf.AddDays(1)) is not { } since)
            {
                continue;
            }

            var day = span.After(since);
            latest = latest is { } other ? Later(other, day) : day;
            if (interval.Overrides)
            {
                overriding = overriding is { } previous ? Later(previous, day) : day;
            }
        }

        return overriding ?? latest;
    }

    // The product that we would give next decides whether an earlier live vaccine is in the way.
    private static DateOnly? ByLiveVaccine(SeriesDose dose, SeriesWalk walk)
    {
        DateOnly? latest = null;
        foreach (var earlier in walk.History.Doses)
        {
            foreach (var use in walk.Products.IsLive(earlier.Product) ? dose.Prefer : [])
            {
                if (walk.Products.ClearOn(earlier, use.Product, earlierCounts: false) is { } clear && (latest is null || clear > latest))
                {
                    latest = clear;
                }
            }
        }

        return latest;
    }

    private static DateOnly? ByProduct(SeriesDose dose, SeriesWalk walk)
    {
        DateOnly? soonest = null;
        foreach (var use in dose.Prefer)
        {
            var from = use.MinAge?.After(walk.History.BornOn) ?? walk.History.BornOn;
            soonest = soonest is null || from < soonest ? from : soonest;
        }

        return soonest;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
