using Rapport.Core.Planning.Schedules.Facts;
using Rapport.Core.Planning.Schedules.Rules;
using Rapport.Core.Planning.Schedules.Vaccines;

namespace Rapport.Core.Planning.Schedules.Needs;

/// <summary>The next dose of a vaccine group, by the tables of the Centers for Disease Control and Prevention.</summary>
internal sealed record DoneByVaccine(string Group) : Need
{
    public override NeedAnswer Ask(Scope scope, DateOnly? eligibleSince, VaccineChart vaccines)
    {
        if (vaccines.History is not { } history)
        {
            return new NeedAnswer(Answer.Unknown, null, null, "The birth date is not fully known.");
        }

        var forecast = VaccineForecaster.BuiltIn.Forecast(Group, history, scope.AsOf);
        if (forecast is null || forecast.Status is SeriesStatus.AgedOut)
        {
            return new NeedAnswer(Answer.No, null, null, "No dose is recommended at this age.") { IsNotForThem = true };
        }

        var last = forecast.Counted.Count is 0 ? null : vaccines.FactOf(forecast.Counted[^1]);
        return forecast.Status switch
        {
            SeriesStatus.Contraindicated => new NeedAnswer(Answer.No, null, last, "Something on record forbids this vaccine.") { IsForbidden = true },
            SeriesStatus.Immune => new NeedAnswer(Answer.No, null, last, "Taken as immune."),
            SeriesStatus.SeasonOver => new NeedAnswer(Answer.No, null, last, "The season is over."),
            SeriesStatus.Complete => new NeedAnswer(Answer.No, null, last, $"Complete with {forecast.Counted.Count} doses."),
            _ when forecast.IsDueOn(scope.AsOf) => new NeedAnswer(Answer.Yes, forecast.RecommendedOn, last, $"Dose {forecast.NextDose} is due since {forecast.RecommendedOn:O}."),
            _ => new NeedAnswer(Answer.No, forecast.RecommendedOn, last, $"Dose {forecast.NextDose} is due on {forecast.RecommendedOn:O}."),
        };
    }

    public override bool IsAbout(Fact fact, VaccineChart vaccines) => vaccines.IsOf(fact, Group);
}

/// <summary>A chart as the vaccine rules see it; made only when a vaccine row asks.</summary>
internal sealed class VaccineChart(Chart chart, DateOnly asOf)
{
    private readonly Dictionary<string, Fact> _facts = new(StringComparer.Ordinal);
    private VaccineHistory? _history;
    private bool _isRead;

    /// <summary>Null where the birth date is not fully known.</summary>
    public VaccineHistory? History
    {
        get
        {
            if (!_isRead)
            {
                _isRead = true;
                _history = VaccineHistoryReader.Read(chart, asOf, _facts);
            }

            return _history;
        }
    }

    public Fact? FactOf(DoseGiven dose) => _facts.GetValueOrDefault(dose.Source);

    /// <summary>Whether a record speaks of a product of a group.</summary>
    public bool IsOf(Fact fact, string group) =>
        VaccineHistoryReader.DoseOf(fact, chart.Codes) is { } dose && VaccineForecaster.BuiltIn.IsOfGroup(dose.Product, group);
}
