using System.Globalization;
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

    public IEnumerable<Proposal> Propose(PatientPicture patient, PlanningContext context)
    {
        var proposals = new List<Proposal>();
        foreach (var visit in patient.Visits)
        {
            if (visit.StartsAt > context.Now)
            {
                proposals.AddRange(ProposeFor(visit, patient, context));
            }
        }

        return proposals;
    }

    /// <summary>The subject of everything said about one visit at one time: a moved visit is asked about again.</summary>
    public static string SubjectOf(Visit visit) => $"{visit.Id}@{visit.StartsAt!.Value.UtcDateTime:yyyyMMdd'T'HHmm}";

    /// <summary>The start that the patient last heard of from us; null where we never wrote about this visit.</summary>
    /// <remarks>A visit may move twice before anybody is told; then the old time to name is not the one that it moved from last.</remarks>
    public static DateTimeOffset? LastTold(Visit visit, PatientPicture patient)
    {
        PastTouch? last = null;
        foreach (var touch in patient.History)
        {
            if (touch is { Program: "appointment", SentAt: not null, Status: "Sent" or "Delivered" } && IsAbout(visit, touch) && (last is null || touch.SentAt > last.SentAt))
            {
                last = touch;
            }
        }

        return last is not null && DateTimeOffset.TryParseExact(
            last.Subject.AsSpan(visit.Id.Length + 1), "yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : null;
    }

    private static bool IsAbout(Visit visit, PastTouch touch) =>
        touch.Subject.Length > visit.Id.Length && touch.Subject[visit.Id.Length] is '@' && touch.Subject.StartsWith(visit.Id, StringComparison.Ordinal);

    private IEnumerable<Proposal> ProposeFor(Visit visit, PatientPicture patient, PlanningContext context) => visit.Status switch
    {
        VisitStatus.Booked => Booked(visit, patient, context),
        VisitStatus.Confirmed => Told(visit, patient, context).Append(
            new Proposal.Quiet(SubjectOf(visit), "remind", Finding.Against("confirmed", "They said that they come, so we are quiet until something changes."))),
        VisitStatus.CancelledByPractice => Cancelled(visit, patient, context),
        VisitStatus.Cancelled when IsNews(visit.CancelledAt, context) => [new Proposal.Work(SubjectOf(visit), "cancelled-by-whom", "A coming visit went off the book and the record does not say who wished it. Please make sure that they know.")],
        VisitStatus.Cancelled => [NotOurNews(visit)],
        VisitStatus.CancelledByPatient => [new Proposal.Quiet(SubjectOf(visit), "remind", Finding.Against("cancelled-by-patient", "They cancelled the visit themselves."))],
        VisitStatus.Proposed => [new Proposal.Quiet(SubjectOf(visit), "confirm", Finding.Against("not-booked-yet", "The visit is proposed, not booked."))],
        _ => [],
    };

    private IEnumerable<Proposal> Booked(Visit visit, PatientPicture patient, PlanningContext context)
    {
        List<Proposal> told = [.. Told(visit, patient, context)];
        foreach (var change in told)
        {
            yield return change;
        }

        var startsAt = visit.StartsAt!.Value;
        if (startsAt - context.Now > PlanningContext.Horizon)
        {
            yield return Quiet(visit, "confirm", "too-early", "The visit is more than two weeks away.");
            yield break;
        }

        var day = context.LocalDay(startsAt);
        var isToldByUs = told.Exists(t => t is Proposal.Wish) || LastTold(visit, patient) == startsAt;
        yield return Confirm(visit, day, isToldByUs, patient, context);
        yield return Remind(visit, day, patient, context);
    }

    private Proposal Confirm(Visit visit, DateOnly day, bool isToldByUs, PatientPicture patient, PlanningContext context)
    {
        var (askFrom, askAt, remindFrom) = (context.At(day.AddDays(-3), FirstHour), context.At(day.AddDays(-3), AskAt), context.At(day.AddDays(-1), FirstHour));
        return isToldByUs && visit.MovedAt is { } moved && askFrom < moved.AddDays(1) ? Quiet(visit, "confirm", "told-with-the-change", "The message about the new time asks already.")
            : visit.BookedAt >= askAt ? Quiet(visit, "confirm", "booked-lately", "It was booked so lately that they know.")
            : remindFrom <= context.Now ? Quiet(visit, "confirm", "too-close", "The visit is so near that the reminder asks as well.")
            : Wish("confirm", visit, patient, context, new SendWindow(askFrom, askAt, remindFrom), Urgency.Visit);
    }

    private Proposal Remind(Visit visit, DateOnly day, PatientPicture patient, PlanningContext context)
    {
        var from = context.At(day.AddDays(-1), FirstHour);
        if (visit.BookedAt >= from)
        {
            return Quiet(visit, "remind", "booked-lately", "It was booked within the last day, so they know.");
        }

        // Two hours before, the person is on the way or not: a reminder then only disturbs (failures.md 27).
        return Wish("remind", visit, patient, context, new SendWindow(from, context.At(day.AddDays(-1), RemindAt), visit.StartsAt!.Value.AddHours(-2)), Urgency.Visit);
    }

    // A change is told once, with the old and the new time (failures.md 23). What we learned too long ago is old news.
    private IEnumerable<Proposal> Told(Visit visit, PatientPicture patient, PlanningContext context)
    {
        if (visit is not { MovedFrom: { } from, MovedAt: { } movedAt } || !IsNews(movedAt, context))
        {
            yield break;
        }

        var lastTold = LastTold(visit, patient);
        if (lastTold == visit.StartsAt)
        {
            yield return Quiet(visit, "moved", "told-already", "It stands at the time that they were last told.");
        }
        else if (lastTold is null && WasMeantToBeTold(from, visit, patient))
        {
            yield return new Proposal.Work(SubjectOf(visit), "moved-again", "The visit was moved again before the first change was told, so no message can name the time that they know. Please tell them.");
        }
        else
        {
            yield return Wish("moved", visit, patient, context, new SendWindow(movedAt, movedAt, visit.StartsAt!.Value.AddHours(-1)), Urgency.Notice);
        }
    }

    private static bool WasMeantToBeTold(DateTimeOffset start, Visit visit, PatientPicture patient)
    {
        var id = Touch.IdOf(patient.Id, "appointment", SubjectOf(visit with { StartsAt = start }), "moved");
        return patient.History.Any(t => t.Id == id && t.SentAt is null);
    }

    private IEnumerable<Proposal> Cancelled(Visit visit, PatientPicture patient, PlanningContext context)
    {
        yield return visit.CancelledAt is { } cancelledAt && IsNews(cancelledAt, context)
            ? Wish("cancelled", visit, patient, context, new SendWindow(cancelledAt, cancelledAt, visit.StartsAt!.Value), Urgency.Notice)
            : NotOurNews(visit);
    }

    private static bool IsNews(DateTimeOffset? learnedAt, PlanningContext context) => context.Now - learnedAt < TimeSpan.FromDays(7);

    private static Proposal.Quiet NotOurNews(Visit visit) => Quiet(visit, "cancelled", "not-our-news", "The visit was off the book before we first saw it, or it is old news.");

    private static Proposal.Quiet Quiet(Visit visit, string step, string code, string because) => new(SubjectOf(visit), step, Finding.Against(code, because));

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
            GivesWay = step is "confirm",   // of the two, the reminder on the day before prevents more (Steiner 2018)
            Sensitivity = visit.Sensitivity,
            Prefers = step is "confirm" ? Channel.Email : Channel.Sms,   // the first carries the calendar file, the last must be seen
            GroupScope = step is "confirm" or "remind" ? $"{Name}.{step} {day:yyyy-MM-dd}" : null,
            Because = [Finding.For($"{Name}.{step}", $"{Why(step)} (Appointment/{visit.Id} on {day:yyyy-MM-dd}).")],
        });
    }

    private static string Why(string step) => step switch
    {
        "confirm" => "A visit is on the book and nobody knows yet whether it works for them",
        "remind" => "A visit is about to come and not confirmed",
        "moved" => "The practice moved a visit",
        _ => "The practice took a visit off the book",
    };
}
