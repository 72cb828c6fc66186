using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>What the vaccine rules look at: when somebody was born, what they were given, and what was observed about them.</summary>
public sealed record VaccineHistory
{
    public required DateOnly BornOn { get; init; }

    /// <summary><c>F</c>, <c>M</c>, or <c>U</c> where unknown.</summary>
    public string Sex { get; init; } = "U";

    /// <summary>Doses in order of day, then product, then record.</summary>
    public ValueList<DoseGiven> Doses { get; init; } = [];

    /// <summary>Observations by their number in the CDC list, each with the day it began where known.</summary>
    public ValueList<Observed> Observations { get; init; } = [];

    public static ValueList<DoseGiven> InOrder(IEnumerable<DoseGiven> doses) =>
        [.. doses.OrderBy(d => d.On).ThenBy(d => d.Product).ThenBy(d => d.Source, StringComparer.Ordinal)];

    /// <summary>What was observed, rather of today than of the past.</summary>
    public Observed? Find(int observation)
    {
        Observed? found = null;
        foreach (var observed in Observations)
        {
            if (observed.Observation == observation && found is not { IsOver: false })
            {
                found = observed;
            }
        }

        return found;
    }

    public bool Has(AgedObservation wanted, DateOnly asOf) =>
        Find(wanted.Observation) is { IsOver: false }
        && (wanted.MinAge is not { } min || asOf >= min.After(BornOn))
        && (wanted.BelowAge is not { } below || asOf < below.After(BornOn));

    public override string ToString() => $"{Doses.Count} doses";
}

/// <summary>Something observed about a person that bears on vaccines.</summary>
/// <param name="Observation">Its number in the CDC list of coded observations.</param>
/// <param name="On">Since when.</param>
/// <param name="Source">The record it stands in.</param>
/// <param name="IsOver">It ended before the day that is asked about.</param>
public sealed record Observed(int Observation, DateOnly? On, string Source, bool IsOver = false)
{
    public override string ToString() => Source;
}
