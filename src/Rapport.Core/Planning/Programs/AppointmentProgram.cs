using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Programs;

/// <summary>Asks once whether a booked visit works, reminds the day before, and tells every change that the patient did not make.</summary>
/// <remarks>
/// Three days and one day before: 4.4 % missed against 5.8 % and 5.3 % with one of the two (Steiner 2018, <c>evidence.md §2.2</c>).
/// A confirmed visit is quiet until something changes (<c>failures.md 29</c>).
/// </remarks>
public sealed class AppointmentProgram : IProgram
{
    private static readonly TimeOnly AskAt = new(10, 0);
    private static readonly TimeOnly RemindAt = new(10, 0);
    private static readonly TimeOnly FirstHour = new(8, 0);

    public string Name => "appointment";

    public IEnumerable<Proposal> Propose(PatientPicture patient, PlanningContext context) =>
        patient.Visits.Where(v => v.StartsAt is not null).SelectMany(visit => ProposeFor(visit, patient, context));

    /// <summary>The subject of everything said about one visit at one time: a moved visit is asked about again.</summary>
    public static string SubjectOf(Visit visit) => $"{visit.Id}@{visit.StartsAt!.Value.UtcDateTime:yyyyMMdd'T'HHmm}";

    private IEnumerable<Proposal> ProposeFor(Visit visit, PatientPicture patient, PlanningContext context)
    {
        var startsAt = visit.StartsAt!.Value;
        if (startsAt <= context.Now)
        {
            return [];
        }

        return visit.Status switch
        {
            VisitStatus.Booked => Booked(visit, patient, context),
            VisitStatus.Confirmed => Told(visit, patient, context).Append(
                new Proposal.Quiet(SubjectOf(visit), "remind", Finding.Against("confirmed", "They said that they come, so we are quiet until something changes."))),
            VisitStatus.CancelledByPractice => Cancelled(visit, patient, context),
            VisitStatus.Cancelled => [new Proposal.Work(SubjectOf(visit), "cancelled-by-whom", "A coming visit went off the book and the record does not say who wished it. Please make sure that they know.")],
            VisitStatus.CancelledByPatient => [new Proposal.Quiet(SubjectOf(visit), "remind", Finding.Against("cancelled-by-patient", "They cancelled the visit themselves."))],
            VisitStatus.Proposed => [new Proposal.Quiet(SubjectOf(visit), "confirm", Finding.Against("not-booked-yet", "The visit is proposed, not booked."))],
            _ => [],
        };
    }

    private IEnumerable<Proposal> Booked(Visit visit, PatientPicture patient, PlanningContext context)
    {
        foreach (var told in Told(visit, patient, context))
        {
            yield return told;
        }

        var startsAt = visit.StartsAt!.Value;
        if (startsAt - context.Now > PlanningContext.Horizon)
        {
            yield return new Proposal.Quiet(SubjectOf(visit), "confirm", Finding.Against("too-early", "The visit is more than two weeks away."));
            yield break;
        }

        var day = context.LocalDay(startsAt);
        var remindFrom = context.At(day.AddDays(-1), FirstHour);
        var wasJustTold = visit.MovedAt is { } moved && context.At(day.AddDays(-3), FirstHour) < moved.AddDays(1);
        if (wasJustTold)
        {
            yield return new Proposal.Quiet(SubjectOf(visit), "confirm", Finding.Against("told-with-the-change", "The message about the new time asks already."));
        }
        else if (remindFrom <= context.Now)
        {
            yield return new Proposal.Quiet(SubjectOf(visit), "confirm", Finding.Against("too-close", "The visit is so near that the reminder asks as well."));
        }
        else
        {
            yield return Wish("confirm", visit, patient, context, new SendWindow(context.At(day.AddDays(-3), FirstHour), context.At(day.AddDays(-3), AskAt), remindFrom), Urgency.Visit);
        }

        // Two hours before, the person is on the way or not: a reminder then only disturbs (failures.md 27).
        yield return Wish("remind", visit, patient, context, new SendWindow(remindFrom, context.At(day.AddDays(-1), RemindAt), startsAt.AddHours(-2)), Urgency.Visit);
    }

    // A change is told once, with the old and the new time (failures.md 23). What we learned too long ago is old news.
    private IEnumerable<Proposal> Told(Visit visit, PatientPicture patient, PlanningContext context)
    {
        if (visit is { MovedFrom: not null, MovedAt: { } movedAt } && context.Now - movedAt < TimeSpan.FromDays(7))
        {
            yield return Wish("moved", visit, patient, context, new SendWindow(movedAt, movedAt, visit.StartsAt!.Value.AddHours(-1)), Urgency.Notice);
        }
    }

    private IEnumerable<Proposal> Cancelled(Visit visit, PatientPicture patient, PlanningContext context)
    {
        if (visit.CancelledAt is { } cancelledAt && context.Now - cancelledAt < TimeSpan.FromDays(7))
        {
            yield return Wish("cancelled", visit, patient, context, new SendWindow(cancelledAt, cancelledAt, visit.StartsAt!.Value), Urgency.Notice);
        }
        else
        {
            yield return new Proposal.Quiet(SubjectOf(visit), "cancelled", Finding.Against("not-our-news", "The visit was off the book before we first saw it."));
        }
    }

    private Proposal.Wish Wish(string step, Visit visit, PatientPicture patient, PlanningContext context, SendWindow window, Urgency urgency)
    {
        var day = context.LocalDay(visit.StartsAt!.Value);
        return new(new Candidate
        {
            Patient = patient,
            Program = Name,
            Subject = SubjectOf(visit),
            Step = step,
            Purpose = Purpose.Care,
            Window = window,
            Urgency = urgency,
            Sensitivity = visit.Sensitivity,
            GroupScope = step is "confirm" or "remind" ? $"{Name}.{step} {day:yyyy-MM-dd}" : null,
            Because = [Finding.For($"{Name}.{step}", $"{Why(step)} (Appointment/{visit.Id} on {day:yyyy-MM-dd}).")],
        });
    }

    private static string Why(string step) => step switch
    {
        "confirm" => "A visit is on the book and nobody knows yet whether it works for them",
        "remind" => "A visit is tomorrow and not confirmed",
        "moved" => "The practice moved a visit",
        _ => "The practice took a visit off the book",
    };
}
