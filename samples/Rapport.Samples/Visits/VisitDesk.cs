using System.Text.Json.Nodes;
using Rapport.Samples.Fhir;
using Rapport.Samples.People;
using Rapport.Samples.Practice;

namespace Rapport.Samples.Visits;

/// <summary>Books visits, changes them overnight and closes them when they are over.</summary>
internal sealed class VisitDesk(DemoDays days, TwoExports exports, AppointmentBook book, Numbering numbers)
{
    public BookedVisit Book(Person person, VisitPlan plan)
    {
        var before = Place(plan, numbers.Next("a"), days.In(plan.InDays), plan.After);
        Take(before, plan.Status, yesterday: !plan.IsNewToday, today: false);
        var after = plan.MovedTo is { } newDay ? Place(plan, before.Id, days.In(newDay), newDay == plan.InDays ? before.Time : null) : before;
        var statusToday = plan.StatusToday ?? plan.Status;
        Take(after, statusToday, yesterday: false, today: true);

        var isUnchanged = before == after && string.Equals(statusToday, plan.Status, StringComparison.Ordinal);
        var now = AppointmentJson.Appointment(
            person, plan, after, statusToday, HasSlot(after), isUnchanged && !plan.IsNewToday ? days.EveningBefore : days.ThisMorning);
        if (plan.IsNewToday)
        {
            exports.OnlyToday(now);
        }
        else if (isUnchanged)
        {
            exports.InBoth(now);
        }
        else
        {
            exports.Changed(AppointmentJson.Appointment(person, plan, before, plan.Status, HasSlot(before), days.EveningBefore), now);
        }

        return after;
    }

    /// <summary>A visit that took place: its appointment is fulfilled, its encounter finished.</summary>
    /// <param name="person">Who came.</param>
    /// <param name="kind">What for.</param>
    /// <param name="daysAgo">When.</param>
    /// <param name="overnight">True where the front desk closed it only after yesterday's export was made.</param>
    public string Finish(Person person, VisitKind kind, int daysAgo, bool overnight = false)
    {
        var visit = Book(person, new VisitPlan(kind, -daysAgo) { Status = overnight ? "arrived" : "fulfilled", StatusToday = "fulfilled" });
        var id = numbers.Next("e");
        if (overnight)
        {
            exports.Changed(Encounter("in-progress", days.EveningBefore), Encounter("finished", days.ThisMorning));
        }
        else
        {
            exports.InBoth(Encounter("finished", days.EveningBefore));
        }

        return $"Encounter/{id}";

        JsonObject Encounter(string status, DateTimeOffset updated) =>
            AppointmentJson.Encounter(id, person, kind, visit.With, visit.Start, status, visit.Reference, updated);
    }

    /// <summary>Every half hour of every calendar for the days ahead, free or taken.</summary>
    public void WriteSlots()
    {
        for (var ahead = 0; ahead <= DemoDays.Horizon; ahead++)
        {
            var day = days.In(ahead);
            foreach (var clinician in Staff.All)
            {
                foreach (var time in AppointmentBook.Times(day))
                {
                    WriteSlot(clinician, day, time);
                }
            }
        }
    }

    private void WriteSlot(Clinician clinician, DateOnly day, TimeOnly time)
    {
        var (was, isNow) = (book.WasTaken(clinician, day, time), book.IsTaken(clinician, day, time));
        var before = StaffJson.Slot(clinician, day, time, was, days.EveningBefore);
        if (was == isNow)
        {
            exports.InBoth(before);
        }
        else
        {
            exports.Changed(before, StaffJson.Slot(clinician, day, time, isNow, days.ThisMorning));
        }
    }

    private BookedVisit Place(VisitPlan plan, string id, DateOnly day, TimeOnly? after)
    {
        var with = plan.With ?? plan.Kind.Team[numbers.Count("a") % plan.Kind.Team.Length];
        var time = after is { } earliest ? book.FindAfter(with, day, earliest) : book.Find(with, day);
        return new BookedVisit(id, with, day, time);
    }

    private void Take(BookedVisit visit, string status, bool yesterday, bool today)
    {
        if (status is not ("cancelled" or "proposed"))
        {
            book.Take(visit.With, visit.Day, visit.Time, yesterday, today);
        }
    }

    private bool HasSlot(BookedVisit visit) => visit.Day >= days.Today && visit.Day <= days.In(DemoDays.Horizon);
}
