namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>Immunity without a dose, and what forbids a dose.</summary>
internal static class Immunity
{
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
            if (history.BornOn < born.Before && born.Country is null && !(born.Except ?? []).Any(e => history.Find(e) is not null))
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
            if (walk.History.Has(contraindication, asOf))
            {
                return true;
            }
        }

        var uses = walk.Series.Doses[walk.Next].Prefer;
        return uses.Count > 0 && uses.All(use => IsForbidden(use, table, walk.History, asOf));
    }

    private static bool IsForbidden(ProductUse use, AntigenTable table, VaccineHistory history, DateOnly asOf)
    {
        foreach (var contraindication in table.ProductContraindications)
        {
            if (history.Find(contraindication.Observation) is not null
                && contraindication.Of.Any(of => of.Product == use.Product && of.IsInAge(history.BornOn, asOf)))
            {
                return true;
            }
        }

        return false;
    }
}
