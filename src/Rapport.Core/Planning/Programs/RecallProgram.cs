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
    private const int LeastDaysOfHeadsUp = 14;
    private const int DaysToNudge = 21;
    private const int DaysToLastNote = 60;
    private const int DaysForAnAnswer = 14;
    private const int DaysOfRest = 365;
    private const int MaxTouchesPerCycle = 3;

    // Everybody's turn comes every two weeks and lasts three days: a first import must not flood a front desk with answers
    // (failures.md 39), and words that wait for approval are not written anew every day.
    private const int DaysBetweenTurns = 14;
    private const int DaysOfATurn = 3;
    private const int DaysToBeOfUse = 42;
    private static readonly TimeOnly InviteAt = new(10, 30);

    public string Name => "recall";

    public IEnumerable<Proposal> Propose(PatientPicture patient, PlanningContext context)
    {
        var booked = VisitAlready(patient, context);
        var wishes = new List<Candidate>();
        foreach (var finding in due.For(patient, context.Today, DaysAhead))
        {
            switch (finding)
            {
                case DueFinding.Quiet quiet:
                    yield return new Proposal.Quiet(quiet.Service, "invite", quiet.Because);
                    break;
                case DueFinding.Due { Service: var service } when booked is not null:
                    yield return new Proposal.Quiet(service.Service, "invite", Finding.Against("visit-booked", $"A visit is on the book (Appointment/{booked.Id}); what is due can be done or planned there."));
                    break;
                case DueFinding.Due { Service: var service }:
                    var next = Next(service, patient, context);
                    if (next is Proposal.Wish wish)
                    {
                        wishes.Add(wish.Candidate);
                    }
                    else
                    {
                        yield return next;
                    }

                    break;
            }
        }

        foreach (var wish in wishes)
        {
            yield return new Proposal.Wish(wish with { GroupScope = $"{wish.GroupScope} {ServicesBeside(wish, wishes)}" });
        }
    }

    /// <summary>The service that a recall touch is about.</summary>
    public static string ServiceOf(string subject) => subject.Split('@')[0];

    /// <summary>When the service of a recall touch was last done; null if never.</summary>
    public static DateOnly? LastDoneOf(string subject)
    {
        var at = subject.IndexOf('@', StringComparison.Ordinal) + 1;
        return at > 0 && subject.Length >= at + 10 && DateOnly.TryParseExact(subject.AsSpan(at, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var done) ? done : null;
    }

    // Brothers and sisters share a message only where the same is due for each, else it would say of one what is true of the other.
    private static string ServicesBeside(Candidate wish, List<Candidate> wishes) =>
        string.Join(' ', wishes.Where(w => w.GroupScope == wish.GroupScope).Select(w => ServiceOf(w.Subject)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private Proposal Next(DueService service, PatientPicture patient, PlanningContext context)
    {
        var course = CourseOf(service, patient, context);
        if (course.Sent("talk") is not null)
        {
            return Quiet(course, "talk", "told-already", "They were offered a talk; it is theirs to decide.");
        }

        var step = StepOf(service, course, context);
        return step switch
        {
            null => Ended(course, context),
            "heads-up" when service.IsTalk || service.DueOn < context.Today.AddDays(LeastDaysOfHeadsUp) =>
                Quiet(course, step, "due-soon", "The invitation follows when it falls due."),
            "heads-up" when course.Sent(step) is not null => Quiet(course, step, "told-already", "They have been told; the invitation follows when it falls due."),
            _ => Wish(step, course, service, patient, context),
        };
    }

    /// <summary>Null: nothing more is said.</summary>
    private static string? StepOf(DueService service, Course course, PlanningContext context)
    {
        if (course.Sent("invite") is null)
        {
            return service.DueOn > context.Today ? "heads-up" : service.IsTalk ? "talk" : "invite";
        }

        var isOver = course.Touches.Count >= MaxTouchesPerCycle || course.Sent("last-note") is not null;
        return isOver ? null : course.Sent("nudge") is null ? "nudge" : "last-note";
    }

    private static Proposal Ended(Course course, PlanningContext context)
    {
        var last = course.Touches.MaxBy(t => t.SentAt)!;
        var answerBy = context.LocalDay(last.SentAt!.Value).AddDays(last.Step is "last-note" ? DaysForAnAnswer : DaysToLastNote - DaysToNudge);
        return context.Today < answerBy
            ? Quiet(course, "last-note", "waiting-for-an-answer", $"They have been told and have time to answer until {answerBy:yyyy-MM-dd}.")
            : new Proposal.Work(course.Subject, "recall-ended", "They did not answer our messages about what is due. Please decide whether somebody calls.");
    }

    // The first day on which the step makes sense.
    private static DateOnly FirstDayOf(string step, Course course, DueService service, PlanningContext context)
    {
        var invitedOn = course.Sent("invite") is { SentAt: { } at } ? context.LocalDay(at) : service.DueOn;
        return step switch
        {
            "heads-up" => service.DueOn.AddDays(-DaysAhead),
            "nudge" => invitedOn.AddDays(DaysToNudge),
            "last-note" => Later(invitedOn.AddDays(DaysToLastNote), context.LocalDay(course.Sent("nudge")!.SentAt!.Value).AddDays(DaysToNudge)),
            _ => service.DueOn,
        };
    }

    private Proposal Wish(string step, Course course, DueService service, PatientPicture patient, PlanningContext context)
    {
        var first = FirstDayOf(step, course, service, context);
        if (first > context.Today.AddDays(PlanningContext.Horizon.Days))
        {
            return Quiet(course, step, "too-early", $"The next message about it is meant for {first:yyyy-MM-dd}.");
        }

        var day = Later(first, TurnOf(patient, context.Today));
        var until = step is "heads-up" ? service.DueOn.AddDays(-1) : day.AddDays(DaysToBeOfUse);
        return new Proposal.Wish(new Candidate
        {
            Patient = patient,
            Program = Name,
            Subject = course.Subject,
            Step = step,
            Purpose = Purpose.Care,
            Prefers = Channel.Email,
            Window = new SendWindow(context.At(day, new TimeOnly(9, 0)), context.At(day, InviteAt), context.At(until, new TimeOnly(20, 0))),
            GroupScope = first <= context.Today ? $"{Name}.{step} now" : $"{Name}.{step} {first:yyyy-MM-dd}",
            OtherThan = step is "nudge" ? course.Sent("invite")?.Channel : null,
            Because = [Finding.For($"{Name}.{step}", $"{service.Service} is due on {service.DueOn:yyyy-MM-dd}, last done {service.LastDoneOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never"}."), .. service.Because],
        });
    }

    // The turn that is on, else the next one; a family's turn is the same day.
    private static DateOnly TurnOf(PatientPicture patient, DateOnly today)
    {
        var began = today.AddDays(-((today.DayNumber + Chance.Pick(DaysBetweenTurns, patient.Household.Value, "recall turn")) % DaysBetweenTurns));
        return today < began.AddDays(DaysOfATurn) ? began : began.AddDays(DaysBetweenTurns);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static Proposal.Quiet Quiet(Course course, string step, string code, string because) => new(course.Subject, step, Finding.Against(code, because));

    // A course begins anew when the service has been done since, or after a year of rest.
    private Course CourseOf(DueService service, PatientPicture patient, PlanningContext context)
    {
        var cycle = $"{service.Service}@{service.LastDoneOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never"}";
        for (var turn = 1; ; turn++)
        {
            var subject = turn is 1 ? cycle : $"{cycle}~{turn}";
            var sent = new List<PastTouch>();
            DateTimeOffset? last = null;
            foreach (var touch in patient.History)
            {
                if (touch.SentAt is { } at && touch.Program == Name && touch.Subject == subject)
                {
                    sent.Add(touch);
                    last = last > at ? last : at;
                }
            }

            if (last is null || context.Now - last < TimeSpan.FromDays(DaysOfRest))
            {
                return new Course(subject, sent);
            }
        }
    }

    private static Visit? VisitAlready(PatientPicture patient, PlanningContext context)
    {
        foreach (var visit in patient.Visits)
        {
            if (visit.IsOnTheBook && visit.StartsAt > context.Now && visit.StartsAt < context.Now.AddDays(60) && visit.Sensitivity <= Sensitivity.Generic)
            {
                return visit;
            }
        }

        return null;
    }

    private sealed record Course(string Subject, List<PastTouch> Touches)
    {
        public PastTouch? Sent(string step) => Touches.Find(t => t.Step == step);

        public override string ToString() => $"course of {Touches.Count} touches";
    }
}
