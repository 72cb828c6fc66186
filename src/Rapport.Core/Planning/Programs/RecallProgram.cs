using System.Globalization;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Programs;

/// <summary>Invites to what is due: a heads-up, an invitation, one other channel, a last note; then a person decides.</summary>
/// <remarks>
/// The cadence of <c>evidence.md §1.9</c>: 30 days before, on the day, 21 days later, 60 days later; at most three touches in a cycle,
/// then twelve months of rest. Everything due for one reader leaves as one message. Nobody falls off: the end of the course is a task.
/// </remarks>
public sealed class RecallProgram(IDueServices due) : IProgram
{
    private const int DaysAhead = 30;
    private const int DaysToNudge = 21;
    private const int DaysToLastNote = 60;
    private const int DaysOfRest = 365;
    private const int MaxTouchesPerCycle = 3;
    private static readonly TimeOnly InviteAt = new(10, 30);

    public string Name => "recall";

    public IEnumerable<Proposal> Propose(PatientPicture patient, PlanningContext context)
    {
        foreach (var finding in due.For(patient, context.Today, DaysAhead))
        {
            yield return finding switch
            {
                DueFinding.Quiet quiet => new Proposal.Quiet(quiet.Service, "invite", quiet.Because),
                DueFinding.Due { Service: var service } => Next(service, patient, context),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }

    /// <summary>The service that a recall touch is about.</summary>
    public static string ServiceOf(string subject) => subject.Split('@')[0];

    private Proposal Next(DueService service, PatientPicture patient, PlanningContext context)
    {
        if (VisitAlready(patient, context) is { } visit)
        {
            return new Proposal.Quiet(service.Service, "invite", Finding.Against("visit-booked", $"A visit is on the book (Appointment/{visit.Id}); what is due can be done or planned there."));
        }

        var (subject, sent) = Course(service, patient, context);
        var invited = sent.Find(t => t.Step is "invite" or "talk");
        var step = (invited, service.DueOn > context.Today) switch
        {
            (null, true) => "heads-up",
            (null, false) => service.IsTalk ? "talk" : "invite",
            _ => sent.Exists(t => t.Step == "nudge") ? "last-note" : "nudge",
        };

        if (sent.Exists(t => t.Step == step) || (step is "heads-up" && service.IsTalk) || (service.IsTalk && invited is not null))
        {
            return new Proposal.Quiet(subject, step, Finding.Against("told-already", "They have been told; the next step is not yet due."));
        }

        if (sent.Count >= MaxTouchesPerCycle || sent.Exists(t => t.Step == "last-note"))
        {
            return new Proposal.Work(subject, "recall-ended", "They did not answer our messages about what is due. Please decide whether somebody calls.");
        }

        return Wish(step, subject, service, patient, DayOf(step, service, invited, context), invited?.Channel, context);
    }

    private static DateOnly DayOf(string step, DueService service, PastTouch? invited, PlanningContext context) => step switch
    {
        "heads-up" => context.Today,
        "nudge" => context.LocalDay(invited!.SentAt!.Value).AddDays(DaysToNudge),
        "last-note" => context.LocalDay(invited!.SentAt!.Value).AddDays(DaysToLastNote),
        _ => service.DueOn < context.Today ? context.Today : service.DueOn,
    };

    private Proposal Wish(string step, string subject, DueService service, PatientPicture patient, DateOnly day, Channel? invitedBy, PlanningContext context)
    {
        if (day > context.Today.AddDays(PlanningContext.Horizon.Days))
        {
            return new Proposal.Quiet(subject, step, Finding.Against("too-early", $"The next message about it is meant for {day:yyyy-MM-dd}."));
        }

        return new Proposal.Wish(new Candidate
        {
            Patient = patient,
            Program = Name,
            Subject = subject,
            Step = step,
            Purpose = Purpose.Care,
            Window = new SendWindow(context.At(day, new TimeOnly(9, 0)), context.At(day, InviteAt), context.At(day.AddDays(14), new TimeOnly(20, 0))),
            GroupScope = $"{Name}.{step} {day:yyyy-MM-dd}",
            OtherThan = step is "nudge" ? invitedBy : null,
            Because = [Finding.For($"{Name}.{step}", $"{service.Service} is due on {service.DueOn:yyyy-MM-dd}, last done {service.LastDoneOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never"}."), .. service.Because],
        });
    }

    // A course begins anew when the service has been done since, or after a year of rest.
    private (string Subject, List<PastTouch> Sent) Course(DueService service, PatientPicture patient, PlanningContext context)
    {
        var cycle = $"{service.Service}@{service.LastDoneOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never"}";
        for (var turn = 1; ; turn++)
        {
            var subject = turn is 1 ? cycle : $"{cycle}~{turn}";
            var sent = patient.History.Where(t => t.Program == Name && t.Subject == subject && t.SentAt is not null).ToList();
            if (sent.Count is 0 || context.Now - sent.Max(t => t.SentAt!.Value) < TimeSpan.FromDays(DaysOfRest))
            {
                return (subject, sent);
            }
        }
    }

    private static Visit? VisitAlready(PatientPicture patient, PlanningContext context) =>
        patient.Visits.FirstOrDefault(v => v.IsOnTheBook && v.StartsAt > context.Now && v.StartsAt < context.Now.AddDays(60) && v.Sensitivity <= Sensitivity.Generic);
}
