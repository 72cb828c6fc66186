using System.Globalization;
using Rapport.Core.Planning.Schedules.Facts;
using Rapport.Core.Planning.Schedules.Rules;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>Finds doses and observations among the facts of a chart.</summary>
/// <remarks>A dose is told by its CVX code, or by a code that the code book maps to a concept such as <c>cvx-3</c>; an observation by <c>cdsi-7</c>.</remarks>
internal static class VaccineHistoryReader
{
    public static VaccineHistory? Read(Chart chart, DateOnly asOf, Dictionary<string, Fact> factsByDose)
    {
        if (chart.Picture.BornOn?.Whole is not { } bornOn)
        {
            return null;
        }

        List<DoseGiven> doses = [];
        List<Observed> observations = [];
        foreach (var fact in chart.Facts)
        {
            if (fact.Standing is not Standing.Holds || fact.StartsOn > asOf)
            {
                continue;
            }

            if ((fact.Kind & (FactKind.Immunization | FactKind.Procedure)) is not FactKind.None && DoseOf(fact, chart.Codes) is { } dose)
            {
                doses.Add(dose);
                factsByDose[dose.Source] = fact;
            }
            else
            {
                AddObservations(fact, chart.Codes, observations, isOver: fact.EndsOn < asOf && fact.Kind is FactKind.Condition);
            }
        }

        return new VaccineHistory
        {
            BornOn = bornOn,
            Sex = BornWithSex.IsFemaleAtBirth(chart.Picture) switch { true => "F", false => "M", null => "U" },
            Doses = VaccineHistory.InOrder(doses),
            Observations = [.. observations],
        };
    }

    public static DoseGiven? DoseOf(Fact fact, CodeBook codes)
    {
        if (fact.DoneOn is not { } on)
        {
            return null;
        }

        int? product = null;
        string? maker = null;
        foreach (var code in fact.Service?.Codes ?? ValueList<Code>.Empty)
        {
            product ??= string.Equals(code.System, CodeSystems.Cvx, StringComparison.Ordinal) ? Number(code.Value) : null;
            maker ??= string.Equals(code.System, CodeSystems.Mvx, StringComparison.Ordinal) ? code.Value : null;
        }

        foreach (var concept in product is null ? fact.Concepts : [])
        {
            product ??= NumberAfter("cvx-", codes.Concepts[concept]);
        }

        return product is { } known ? new DoseGiven(on, known, maker, fact.Record) : null;
    }

    private static void AddObservations(Fact fact, CodeBook codes, List<Observed> observations, bool isOver)
    {
        foreach (var concept in fact.Concepts)
        {
            if (NumberAfter("cdsi-", codes.Concepts[concept]) is { } observation)
            {
                observations.Add(new Observed(observation, fact.StartsOn, fact.Record, isOver));
            }
        }

        foreach (var code in fact.Service?.Codes ?? fact.Condition?.Codes ?? ValueList<Code>.Empty)
        {
            if (string.Equals(code.System, CodeSystems.Cdsi, StringComparison.Ordinal) && Number(code.Value) is { } number)
            {
                observations.Add(new Observed(number, fact.StartsOn, fact.Record, isOver));
            }
        }
    }

    private static int? NumberAfter(string prefix, string concept) =>
        concept.StartsWith(prefix, StringComparison.Ordinal) ? Number(concept[prefix.Length..]) : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
