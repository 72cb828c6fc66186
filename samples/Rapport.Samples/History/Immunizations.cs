using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;

namespace Rapport.Samples.History;

/// <summary>Vaccines given: the child's series by age in months, and what adults had.</summary>
/// <remarks>Ages and CVX codes: evidence.md §1.4 and §1.5.</remarks>
internal static class Immunizations
{
    private static readonly (Code Vaccine, int[] Months)[] Series =
    [
        (Codes.Cvx("08", "Hep B, pediatric"), [0, 1, 6]),
        (Codes.Cvx("119", "Rotavirus, monovalent"), [2, 4]),
        (Codes.Cvx("20", "DTaP"), [2, 4, 6, 15, 50]),
        (Codes.Cvx("49", "Hib (PRP-OMP)"), [2, 4, 12]),
        (Codes.Cvx("216", "PCV20"), [2, 4, 6, 12]),
        (Codes.Cvx("10", "IPV"), [2, 4, 8, 50]),
        (Codes.Cvx("03", "MMR"), [12, 50]),
        (Codes.Cvx("21", "Varicella"), [12, 50]),
        (Codes.Cvx("83", "Hep A, pediatric"), [12, 19]),
        (Codes.Cvx("115", "Tdap"), [133]),
        (Codes.Cvx("165", "HPV9"), [133, 140]),
        (Codes.Cvx("203", "MenACWY"), [133, 193]),
    ];

    public static IEnumerable<JsonObject> Write(Chart chart)
    {
        var given = chart.AgeToday < 19 ? Childhood(chart) : Adulthood(chart);
        return given.Concat(LastSeasonsFlu(chart)).Where(dose => chart.MayHold(dose.Day)).OrderBy(dose => dose.Day)
            .Select(dose => chart.Immunization(dose.Vaccine, dose.Day));
    }

    private static IEnumerable<(Code Vaccine, DateOnly Day)> Childhood(Chart chart)
    {
        foreach (var (vaccine, months) in Series)
        {
            foreach (var month in months.Where(month => month <= (chart.Health.VaccinesStoppedAtMonths ?? int.MaxValue)))
            {
                yield return (vaccine, chart.Person.Born.AddMonths(month).AddDays(month is 0 ? 0 : chart.Dice.Between(1, 9)));
            }
        }
    }

    private static IEnumerable<(Code Vaccine, DateOnly Day)> Adulthood(Chart chart)
    {
        if (chart.Dice.Percent(75))
        {
            yield return (Codes.Cvx("115", "Tdap"), chart.Days.Ago(chart.Dice.Between(200, 4600)));
        }

        if (chart.AgeToday < 50 || !chart.Dice.Percent(55))
        {
            yield break;
        }

        var first = chart.Days.Ago(chart.Dice.Between(300, 1800));
        yield return (Codes.Cvx("187", "Zoster recombinant"), first);
        if (chart.Dice.Percent(70))
        {
            yield return (Codes.Cvx("187", "Zoster recombinant"), first.AddDays(chart.Dice.Between(62, 170)));
        }

        yield return (Codes.Cvx("216", "PCV20"), first.AddDays(chart.Dice.Between(10, 200)));
    }

    private static IEnumerable<(Code Vaccine, DateOnly Day)> LastSeasonsFlu(Chart chart)
    {
        var october = new DateOnly(chart.Days.Today.Year - 1, 10, 1).AddDays(chart.Dice.Below(45));
        if (chart.Dice.Percent(55) && october > chart.Person.Born.AddMonths(7))
        {
            yield return (chart.AgeToday >= 66 ? Codes.Cvx("135", "Influenza, high dose") : Codes.Cvx("150", "Influenza, quadrivalent"), october);
        }
    }
}
