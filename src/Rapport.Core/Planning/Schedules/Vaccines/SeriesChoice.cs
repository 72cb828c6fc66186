namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>Which of several series of one disease fits somebody best.</summary>
/// <remarks>CDC, Logic Specification for ACIP Recommendations, chapter 8: one series per group, then the best of the groups.</remarks>
internal static class SeriesChoice
{
    public static SeriesForecast? Best(IReadOnlyList<SeriesForecast> forecasts, DateOnly asOf)
    {
        SeriesForecast? best = null;
        foreach (var group in forecasts.GroupBy(f => f.Walk.Series.Group).OrderBy(g => g.Key))
        {
            var first = BestOfGroup([.. group], asOf);
            best = best is null || first is null ? best ?? first : Better(best, first);
        }

        return best;
    }

    // A finished series of an equivalent group protects; else the group with the higher priority speaks, a risk before the rule.
    private static SeriesForecast Better(SeriesForecast a, SeriesForecast b)
    {
        if ((a.Status is SeriesStatus.Complete) != (b.Status is SeriesStatus.Complete))
        {
            return a.Status is SeriesStatus.Complete == AreEquivalent(a, b) ? a : b;
        }

        var order = string.CompareOrdinal(a.Walk.Series.Priority, b.Walk.Series.Priority);
        return order < 0 || (order == 0 && (a.RecommendedOn ?? DateOnly.MaxValue) <= (b.RecommendedOn ?? DateOnly.MaxValue)) ? a : b;
    }

    private static bool AreEquivalent(SeriesForecast a, SeriesForecast b) =>
        a.Walk.Series.Equivalent.Contains(b.Walk.Series.Group) || b.Walk.Series.Equivalent.Contains(a.Walk.Series.Group);

    private static SeriesForecast? BestOfGroup(List<SeriesForecast> group, DateOnly asOf)
    {
        var top = group.Min(f => f.Walk.Series.Priority[0]);
        var fitting = group.FindAll(f => f.Walk.Series.Priority[0] == top && MayStart(f, asOf));
        if (fitting.Count is 0)
        {
            return group.Find(f => f.Walk.Series.Default) ?? group[0];
        }

        var complete = fitting.FindAll(f => f.Status is SeriesStatus.Complete);
        if (complete.Count > 0)
        {
            return Winner(complete, SeriesScore.OfComplete);
        }

        var inProcess = fitting.FindAll(f => f.IsInProcess);
        if (inProcess.Count > 0)
        {
            return Winner(inProcess, SeriesScore.OfInProcess);
        }

        return fitting.Find(f => f.Walk.Series.Default) is { } preset && fitting.TrueForAll(f => f.Walk.ValidDoses is 0)
            ? preset
            : Winner(fitting, SeriesScore.OfNotBegun);
    }

    private static SeriesForecast Winner(List<SeriesForecast> candidates, Func<SeriesForecast, List<SeriesForecast>, int> score) => candidates
        .OrderByDescending(c => score(c, candidates))
        .ThenBy(c => c.Walk.Series.Preference ?? int.MaxValue)
        .First();

    private static bool MayStart(SeriesForecast forecast, DateOnly asOf)
    {
        var series = forecast.Walk.Series;
        var bornOn = forecast.Walk.History.BornOn;
        var startsOn = forecast.Walk.FirstValidOn ?? asOf;
        return series.MaxStart is not { } max || startsOn < max.After(bornOn);
    }
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
