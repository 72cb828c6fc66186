using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Programs;

/// <summary>Asks, the day after a visit, how somebody is; the answer goes to a person.</summary>
/// <remarks>Quiet after grave news, sensitive visits and hospital stays: then a person calls, or nobody does.</remarks>
public sealed class FollowUpProgram : IProgram
{
    private static readonly TimeOnly AskAt = new(11, 0);
    private const int DaysToAsk = 3;
    private static readonly TimeSpan AskAtMostEvery = TimeSpan.FromDays(30);

    public string Name => "follow-up";

    public IEnumerable<Proposal> Propose(PatientPicture patient, PlanningContext context)
    {
        if (LastFinished(patient, context) is not { } visit)
        {
            yield break;
        }

        var subject = visit.Subject;
        if (QuietBecause(visit, patient, context) is { } reason)
        {
            yield return new Proposal.Quiet(subject, "how-are-you", reason);
            yield break;
        }

        yield return new Proposal.Wish(new Candidate
        {
            Patient = patient,
            Program = Name,
            Subject = subject,
            Step = "how-are-you",
            Purpose = Purpose.Care,
            Urgency = Urgency.Care,
            Window = new SendWindow(context.At(visit.On.AddDays(1), new TimeOnly(9, 0)), context.At(visit.On.AddDays(1), AskAt), context.At(visit.On.AddDays(DaysToAsk), new TimeOnly(12, 0))),
            GroupScope = null,
            Because = [Finding.For($"{Name}.how-are-you", $"A visit ended on {visit.On:yyyy-MM-dd} ({subject}).")],
        });
    }

    private Finding? QuietBecause(FinishedVisit visit, PatientPicture patient, PlanningContext context)
    {
        if (visit.Sensitivity > Sensitivity.Generic)
        {
            return Finding.Against("sensitive-visit", "The kind of visit is sensitive; how it went is asked by a person.");
        }

        if (patient.Warnings.Any(w => w.Kind is WarningKind.BadNews or WarningKind.PregnancyLoss && w.HoldsOn(context.Today)))
        {
            return Finding.Against("grave-news", "Grave news was given; only a person asks how they are.");
        }

        if (visit.IsHospitalOrUrgent)
        {
            return Finding.Against("not-an-office-visit", "It was a hospital or emergency stay, which a clinician follows up.");
        }

        var askedAt = patient.History.Where(t => t.Program == Name && t.Subject != visit.Subject && t.Status is "Sent" or "Delivered").Max(t => t.SentAt);
        return context.Now - askedAt < AskAtMostEvery
            ? Finding.Against("asked-lately", $"We asked after another visit on {askedAt:yyyy-MM-dd}.")
            : null;
    }

    // A visit stands twice in most exports, as an appointment and as an encounter; it is one visit and one subject.
    private static FinishedVisit? LastFinished(PatientPicture patient, PlanningContext context)
    {
        FinishedVisit? last = null;
        foreach (var visit in patient.Visits)
        {
            if (visit is { Status: VisitStatus.Finished, StartsAt: { } startsAt })
            {
                last = Later(last, new FinishedVisit($"Appointment/{visit.Id}", context.LocalDay(visit.EndsAt ?? startsAt), visit.Sensitivity, false), context);
            }
        }

        foreach (var encounter in patient.Encounters)
        {
            // A day of slack: the written date may be one off the practice's own.
            if (encounter is { Status: "finished" or "completed", Until: { } until } && until.On.Latest >= context.Today.AddDays(-DaysToAsk - 1))
            {
                last = Later(last, OfEncounter(encounter, patient, context), context);
            }
        }

        return last;
    }

    // The latest; of one day the most sensitive, for then nobody asks.
    private static FinishedVisit? Later(FinishedVisit? last, FinishedVisit visit, PlanningContext context)
    {
        if (visit.On > context.Today || visit.On < context.Today.AddDays(-DaysToAsk))
        {
            return last;
        }

        var order = last is null ? 1 : visit.On.CompareTo(last.On);
        order = order is 0 ? visit.Sensitivity.CompareTo(last!.Sensitivity) : order;
        order = order is 0 ? string.CompareOrdinal(last!.Subject, visit.Subject) : order;
        return order > 0 ? visit : last;
    }

    private static FinishedVisit OfEncounter(SourceEncounter encounter, PatientPicture patient, PlanningContext context)
    {
        var appointment = encounter.Appointment is { } reference ? patient.Visits.FirstOrDefault(v => $"Appointment/{v.Id}" == reference) : null;
        var sensitivity = appointment?.Sensitivity ?? context.Practice.LabelFor(encounter.Types)?.Sensitivity ?? Sensitivity.Generic;
        var day = encounter.Until!.Value.At is { } at ? context.LocalDay(at) : encounter.Until.Value.On.Latest;
        return new FinishedVisit(encounter.Appointment ?? $"Encounter/{encounter.Id}", day, sensitivity, encounter.Class is "IMP" or "ACUTE" or "NONAC" or "EMER" or "OBSENC");
    }

    private sealed record FinishedVisit(string Subject, DateOnly On, Sensitivity Sensitivity, bool IsHospitalOrUrgent)
    {
        public override string ToString() => "finished visit";
    }
}
