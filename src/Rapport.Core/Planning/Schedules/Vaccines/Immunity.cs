using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>Immunity without a dose, and what forbids a dose.</summary>
internal static class Immunity
{
    private const int Pregnant = 7;

    public static bool Has(AntigenTable table, VaccineHistory history)
    {
        foreach (var observation in table.Immunity.History)
        {
            if (history.Find(observation) is not null)
            {
                return true;
            }
        }

        foreach (var born in table.Immunity.Born)
        {
            if (history.BornOn < born.Before && born.Country is null && !HasAny(history, born.Except))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAny(VaccineHistory history, ValueList<int>? observations)
    {
        foreach (var observation in observations ?? [])
        {
            if (history.Find(observation) is not null)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsForbidden(AntigenTable table, SeriesWalk walk, DateOnly asOf)
    {
        if (walk.History.Observations.Count is 0)
        {
            return false;
        }

        foreach (var contraindication in table.Contraindications)
        {
            if (Forbids(contraindication.Observation, walk.History) && IsInAge(contraindication, walk.History.BornOn, asOf))
            {
                return true;
            }
        }

        var uses = walk.Series.Doses[walk.Next].Prefer;
        return uses.Count > 0 && uses.All(use => IsForbidden(use, table, walk.History, asOf));
    }

    // A pregnancy ends; an allergic reaction that is over still forbids the vaccine that caused it.
    private static bool Forbids(int observation, VaccineHistory history) =>
        history.Find(observation) is { } observed && !(observed.IsOver && observation is Pregnant);

    private static bool IsInAge(AgedObservation observation, DateOnly bornOn, DateOnly day) =>
        (observation.MinAge is not { } min || day >= min.After(bornOn)) && (observation.BelowAge is not { } below || day < below.After(bornOn));

    private static bool IsForbidden(ProductUse use, AntigenTable table, VaccineHistory history, DateOnly asOf)
    {
        foreach (var contraindication in table.ProductContraindications)
        {
            if (Forbids(contraindication.Observation, history)
                && contraindication.Of.Any(of => of.Product == use.Product && of.IsInAge(history.BornOn, asOf)))
            {
                return true;
            }
        }

        return false;
    }
}
