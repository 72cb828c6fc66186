using System.Collections.Frozen;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>What is due of one vaccine group, seen from a day.</summary>
/// <param name="Group">The group, such as MMR.</param>
/// <param name="Status">Where somebody stands.</param>
/// <param name="EarliestOn">The first day on which the next dose may be given.</param>
/// <param name="RecommendedOn">The day from which the next dose is due.</param>
/// <param name="NextDose">Which dose comes next, counted from 1.</param>
/// <param name="Series">The series that decided.</param>
/// <param name="Counted">The doses that counted.</param>
public sealed record VaccineForecast(
    string Group,
    SeriesStatus Status,
    DateOnly? EarliestOn,
    DateOnly? RecommendedOn,
    int NextDose,
    string Series,
    ValueList<DoseGiven> Counted)
{
    /// <summary>Due: something is missing, nothing forbids it, and the day from which it is recommended has come.</summary>
    public bool IsDueOn(DateOnly asOf) => Status is SeriesStatus.NotComplete && RecommendedOn <= asOf;

    public override string ToString() => Group;
}

/// <summary>Says which vaccines somebody needs, from the tables of the Centers for Disease Control and Prevention.</summary>
public sealed class VaccineForecaster(ValueList<AntigenTable> antigens, ProductTable products)
{
    private readonly FrozenDictionary<string, AntigenTable[]> _groups =
        antigens.GroupBy(a => a.Group, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>The forecaster with the tables that are built in.</summary>
    public static VaccineForecaster BuiltIn { get; } = new(VaccineTableReader.ReadAntigens(), VaccineTableReader.ReadProducts());

    public IEnumerable<string> Groups => _groups.Keys.Order(StringComparer.Ordinal);

    /// <summary>What is due of one group; null where no series is for this person.</summary>
    public VaccineForecast? Forecast(string group, VaccineHistory history, DateOnly asOf)
    {
        List<SeriesForecast> best = [];
        foreach (var table in _groups[group])
        {
            if (Best(table, history, asOf) is { } forecast)
            {
                best.Add(forecast);
            }
        }

        return best.Count is 0 ? null : Together(group, best, _groups[group][0].OneInjection);
    }

    /// <summary>Whether a product protects against a disease of a group.</summary>
    public bool IsOfGroup(int product, string group) =>
        products.Products.TryGetValue(product, out var uses)
        && uses.Any(use => Array.Exists(_groups[group], table => string.Equals(table.Antigen, use.Antigen, StringComparison.Ordinal)));

    private SeriesForecast? Best(AntigenTable table, VaccineHistory history, DateOnly asOf)
    {
        List<SeriesForecast> forecasts = [];
        HashSet<int> completed = [];
        var hasDoses = HasDoses(table, history);
        foreach (var series in table.Series)
        {
            if (!IsFor(series, history, asOf) || (!hasDoses && IsAlternative(series, table, history)))
            {
                continue;
            }

            var walk = new SeriesWalk(series, history, products, table.Antigen, Shift(table, asOf)) { CompletedGroups = completed }.Run();
            var forecast = SeriesForecast.Of(walk, table, asOf);
            forecasts.Add(forecast);
            if (forecast.Status is SeriesStatus.Complete)
            {
                completed.Add(series.Group);
            }
        }

        return forecasts.Count is 0 ? null : SeriesChoice.Best(forecasts, asOf);
    }

    private bool HasDoses(AntigenTable table, VaccineHistory history)
    {
        foreach (var dose in history.Doses)
        {
            if (products.Protects(dose, table.Antigen, history.BornOn))
            {
                return true;
            }
        }

        return false;
    }

    // Nobody who has had no dose is on the way along an alternative: the series that is the rule speaks.
    private static bool IsAlternative(VaccineSeries series, AntigenTable table, VaccineHistory history)
    {
        foreach (var other in series is { Default: false, Type: null } ? table.Series : [])
        {
            if (other is { Default: true, Type: null } && other.Group == series.Group && IsForSex(other, history))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsForSex(VaccineSeries series, VaccineHistory history) =>
        series.Sex.Count is 0 || series.Sex.Contains(history.Sex);

    private static bool IsFor(VaccineSeries series, VaccineHistory history, DateOnly asOf) =>
        IsForSex(series, history)
        && series.Type switch
        {
            null => true,
            "risk" => IsIndicated(series, history, asOf),
            _ => false,
        };

    private static bool IsIndicated(VaccineSeries series, VaccineHistory history, DateOnly asOf)
    {
        foreach (var indication in history.Observations.Count > 0 ? series.Indications : [])
        {
            if (history.Has(indication, asOf))
            {
                return true;
            }
        }

        return false;
    }

    private static int Shift(AntigenTable table, DateOnly asOf) =>
        table.SeasonYear is { } year ? (asOf.Month >= table.SeasonMonth ? asOf.Year : asOf.Year - 1) - year : 0;

    // A group with several diseases is due with the first of them; where it is one injection it also waits for the last.
    private static VaccineForecast Together(string group, List<SeriesForecast> parts, bool isOneInjection)
    {
        var open = parts.FindAll(p => p.Status is SeriesStatus.NotComplete);
        var forbidden = parts.Find(p => p.Status is SeriesStatus.Contraindicated);
        var lead = forbidden ?? open.MinBy(p => p.RecommendedOn) ?? parts[0];
        if (forbidden is not null || open.Count is 0)
        {
            return Say(group, lead, null, null);
        }

        var earliest = isOneInjection ? open.Max(p => p.EarliestOn) : open.Min(p => p.EarliestOn);
        var recommended = open.Min(p => p.RecommendedOn);
        return Say(group, lead, earliest, recommended > earliest ? recommended : earliest);
    }

    private static VaccineForecast Say(string group, SeriesForecast lead, DateOnly? earliest, DateOnly? recommended) => new(
        group,
        lead.Status,
        earliest,
        recommended,
        lead.Walk.ValidDoses + 1,
        lead.Walk.Series.Name,
        [.. lead.Walk.Judged.Where(j => j.Counts).Select(j => j.Given)]);
}
