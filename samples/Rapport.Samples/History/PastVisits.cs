using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;
using Rapport.Samples.Practice;
using Rapport.Samples.Visits;

namespace Rapport.Samples.History;

/// <summary>Visits of earlier years, with what is done at each.</summary>
internal static class PastVisits
{
    public static IEnumerable<JsonObject> Write(Chart chart) =>
        CheckUps(chart).Concat(chart.Health.SeesDentist ? Cleanings(chart) : []).Concat(chart.Health.SeesOptometrist ? EyeExams(chart) : []);

    // Back from the last visit, about a year apart; children more often in their first two years.
    private static IEnumerable<JsonObject> CheckUps(Chart chart)
    {
        var day = chart.Health.LastSeen;
        for (var visit = 0; visit < 6 && day >= chart.Health.FirstSeen && chart.MayHold(day); visit++)
        {
            var age = chart.Person.AgeOn(day);
            var kind = age < 18 ? VisitKind.WellChild : visit is 1 ? VisitKind.FollowUp : VisitKind.CheckUp;
            yield return Encounter(chart, kind, day);
            foreach (var measured in Measurements.At(chart, age, day, chart.Dice))
            {
                yield return measured;
            }

            day = day.AddDays(-chart.Dice.Between(age < 2 ? 60 : 330, age < 2 ? 100 : 460));
        }
    }

    private static IEnumerable<JsonObject> Cleanings(Chart chart)
    {
        var day = chart.Health.LastSeen.AddDays(-chart.Dice.Between(0, 260));
        for (var visit = 0; visit < 3 && chart.MayHold(day) && chart.Person.AgeOn(day) >= 1; visit++)
        {
            var isChild = chart.Person.AgeOn(day) < 14;
            yield return Encounter(chart, VisitKind.Cleaning, day);
            yield return chart.Procedure(Codes.Cdt("D0120", "Periodic oral evaluation"), day);
            yield return chart.Procedure(isChild ? Codes.Cdt("D1120", "Prophylaxis, child") : Codes.Cdt("D1110", "Prophylaxis, adult"), day);
            if (isChild)
            {
                yield return chart.Procedure(Codes.Cdt("D1206", "Fluoride varnish"), day);
            }

            day = day.AddDays(-chart.Dice.Between(175, 240));
        }
    }

    private static IEnumerable<JsonObject> EyeExams(Chart chart)
    {
        var day = chart.Health.LastSeen.AddDays(-chart.Dice.Between(0, 500));
        if (chart.MayHold(day) && chart.Person.AgeOn(day) >= 3)
        {
            yield return Encounter(chart, VisitKind.EyeExam, day);
            yield return chart.Procedure(Codes.Cpt("92014", "Comprehensive eye exam"), day);
        }
    }

    // The weekly calendar of the past is not checked for collisions: nobody books into it any more.
    private static JsonObject Encounter(Chart chart, VisitKind kind, DateOnly day)
    {
        var start = DemoDays.At(day, new TimeOnly(chart.Dice.Between(9, 13), chart.Dice.Below(2) * 30));
        var with = chart.Person.KnownClinician is { } known
            ? kind.Team.FirstOrDefault(clinician => string.Equals(clinician.Reference, known, StringComparison.Ordinal)) ?? kind.Team[0]
            : chart.Dice.Pick(kind.Team);
        return AppointmentJson.Encounter(
            chart.Numbers.Next("e"), chart.Person, kind, with, start, "finished", appointment: null, chart.Days.EveningBefore);
    }
}
