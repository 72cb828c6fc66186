namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>Which of several series of one disease fits somebody best.</summary>
/// <remarks>CDC, Logic Specification for ACIP Recommendations, chapter 8: one series per group, then the best of the groups.</remarks>
internal static class SeriesChoice
{
    public static SeriesForecast? Best(IReadOnlyList<SeriesForecast> forecasts, DateOnly asOf)
    {
        List<SeriesForecast> best = [];
        foreach (var group in forecasts.Where(f => IsOldEnough(f, asOf)).GroupBy(f => f.Walk.Series.Group).OrderBy(g => g.Key))
        {
            best.Add(BestOfGroup([.. group], asOf));
        }

        var complete = best.Where(f => f.Status is SeriesStatus.Complete).Select(f => f.Walk.Series.Group).ToHashSet();
        return best
            .Where(f => f.Status is SeriesStatus.Complete || !f.Walk.Series.Equivalent.Any(complete.Contains))
            .OrderBy(Rank)
            .ThenByDescending(f => f.Walk.ValidDoses)
            .ThenBy(f => f.RecommendedOn)
            .FirstOrDefault();
    }

    // Something forbidden or still missing is said before something finished: a risk may ask for more than the rule.
    private static int Rank(SeriesForecast forecast) => forecast.Status switch
    {
        SeriesStatus.Immune => 0,
        SeriesStatus.Contraindicated => 1,
        SeriesStatus.NotComplete => 2,
        SeriesStatus.Complete => 3,
        _ => 4,
    };

    private static SeriesForecast BestOfGroup(List<SeriesForecast> group, DateOnly asOf)
    {
        var top = group.Min(f => f.Walk.Series.Priority[0]);
        group = group.FindAll(f => f.Walk.Series.Priority[0] == top);
        var preset = group.Find(f => f.Walk.Series.Default);
        if (preset is { Status: SeriesStatus.NotComplete or SeriesStatus.AgedOut } && group.TrueForAll(f => f.Walk.ValidDoses is 0 && f.Status is not SeriesStatus.Complete))
        {
            return preset;
        }

        var complete = group.FindAll(f => f.Status is SeriesStatus.Complete && StartedInTime(f, asOf));
        if (complete.Count > 0)
        {
            return Winner(complete, SeriesScore.OfComplete);
        }

        var fitting = group.FindAll(f => StartedInTime(f, asOf) && !StartedTooSoon(f));
        var inProcess = fitting.FindAll(f => f.IsInProcess);
        if (inProcess.Count > 0)
        {
            return Winner(inProcess, SeriesScore.OfInProcess);
        }

        return fitting.Count > 0 ? Winner(fitting, SeriesScore.OfNotBegun) : preset ?? group[0];
    }

    private static SeriesForecast Winner(List<SeriesForecast> candidates, Func<SeriesForecast, List<SeriesForecast>, int> score) => candidates
        .OrderByDescending(c => score(c, candidates))
        .ThenBy(c => c.Walk.Series.Preference ?? int.MaxValue)
        .First();

    // Nobody is told at twenty of a dose for people over fifty.
    private static bool IsOldEnough(SeriesForecast forecast, DateOnly asOf) =>
        forecast.Walk.ValidDoses > 0
        || forecast.Walk.Series.MinStart is not { } min
        || asOf >= min.After(forecast.Walk.History.BornOn);

    private static bool StartedInTime(SeriesForecast forecast, DateOnly asOf) =>
        forecast.Walk.Series.MaxStart is not { } max
        || (forecast.Walk.FirstValidOn ?? asOf) < max.After(forecast.Walk.History.BornOn);

    // Someone who began HPV at nine is on the way to two doses, not to the three of those who begin at fifteen.
    private static bool StartedTooSoon(SeriesForecast forecast) =>
        forecast.Walk.Series.MinStart is { } min && forecast.Walk.FirstValidOn < min.After(forecast.Walk.History.BornOn);
}

/// <summary>The points by which series of one group are compared.</summary>
internal static class SeriesScore
{
    public static int OfComplete(SeriesForecast one, List<SeriesForecast> all) =>
        Most(one, all, f => f.Walk.ValidDoses, 1)
        + (IsPureProduct(one) ? 1 : -1)
        + Most(one, all, f => -(f.Walk.LastValidOn?.DayNumber ?? int.MaxValue), 1);

    public static int OfInProcess(SeriesForecast one, List<SeriesForecast> all) =>
        (IsPureProduct(one) ? 2 : -2)
        + (one.FinishOn() is null ? -3 : 3)
        + Most(one, all, f => f.Walk.ValidDoses, 2)
        + Most(one, all, f => -(f.Walk.Series.Doses.Count - f.Walk.Next), 2)
        + Most(one, all, f => -(f.FinishOn()?.DayNumber ?? int.MaxValue), 1);

    public static int OfNotBegun(SeriesForecast one, List<SeriesForecast> all) =>
        Most(one, all, f => -(f.EarliestOn?.DayNumber ?? int.MaxValue), 1)
        + (one.FinishOn() is null ? -1 : 1)
        + (one.Walk.Series.Sex.Count > 0 ? 1 : -1)
        + (one.Walk.Series.Product ? -1 : 1);

    // Alone at the top: full points. Tied at the top: none. Below: minus.
    private static int Most(SeriesForecast one, List<SeriesForecast> all, Func<SeriesForecast, int> measure, int points)
    {
        var mine = measure(one);
        var best = all.Max(measure);
        if (mine < best)
        {
            return -points;
        }

        return all.Count(f => measure(f) == best) > 1 ? 0 : points;
    }

    private static bool IsPureProduct(SeriesForecast forecast) =>
        forecast.Walk.Series.Product && forecast.Walk.Judged.All(j => j.Counts);
}
