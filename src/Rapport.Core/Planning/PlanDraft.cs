using Rapport.Core.Planning.Rules;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning;

/// <summary>A household's plan while it is being made: wishes pass the rules, find a reader, then share the budget by urgency.</summary>
internal sealed class PlanDraft(Household household, PlanningContext context)
{
    private readonly List<Reachable> _reachable = [];
    private readonly List<Touch> _touches = [];
    private readonly List<Silence> _silences = [];
    private readonly List<StaffTask> _tasks = [];

    public void Add(IProgram program, PatientPicture patient, Proposal proposal, IReadOnlyList<IPlanningRule> rules)
    {
        switch (proposal)
        {
            case Proposal.Quiet quiet:
                _silences.Add(new Silence(patient.Id, program.Name, quiet.Subject, quiet.Step, [quiet.Because]));
                break;
            case Proposal.Work work when patient is { IsDeceased: false, IsActive: true }:
                _tasks.Add(new StaffTask(patient.Id, program.Name, work.Subject, work.Code, work.Because));
                break;
            case Proposal.Wish { Candidate: var wish } when AlreadyDone(wish) is { } done:
                AddSilence(wish, done);
                break;
            case Proposal.Wish { Candidate: var wish }:
                Add(wish, rules);
                break;
        }
    }

    public TouchPlan Finish()
    {
        var budget = new ContactBudget(household, context);
        var messages = _reachable
            .GroupBy(r => r.GroupKey, StringComparer.Ordinal)
            .OrderBy(g => g.Min(r => r.Wish.Urgency)).ThenBy(g => g.Min(r => r.Wish.Window.ExpiresAt)).ThenBy(g => g.Key, StringComparer.Ordinal);
        foreach (var message in messages)
        {
            Place([.. message], budget);
        }

        return new TouchPlan { Household = household.Id, Touches = [.. _touches], Silences = [.. _silences], Tasks = [.. _tasks] };
    }

    private void Add(Candidate wish, IReadOnlyList<IPlanningRule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Assess(wish, household, context) is { Bearing: Bearing.Against } against)
            {
                Decline(wish, against);
                return;
            }
        }

        switch (ReachChoice.Choose(wish, context))
        {
            case Reach.Nobody nobody:
                AddSilence(wish, nobody.Because);
                if (nobody.NeedsAPerson)
                {
                    _tasks.Add(new StaffTask(wish.Patient.Id, wish.Program, wish.Subject, nobody.Because.Code, $"{wish.Because[0].Because} {nobody.Because.Because}"));
                }

                break;
            case Reach.At at:
                _reachable.Add(new Reachable(wish, at, GroupKeyOf(wish, at)));
                break;
        }
    }

    // One message per key: the visits of a family on one day, all that is due for somebody. A kind visit is never named beside a sensitive one.
    private static string GroupKeyOf(Candidate wish, Reach.At at) => wish.GroupScope is { } scope && wish.Sensitivity <= Sensitivity.Generic
        ? Chance.IdOf("group", scope, at.Channel.ToString(), at.Recipient.Address).ToString("N")
        : wish.Id.ToString();

    private void Decline(Candidate wish, Finding against)
    {
        if (against.Code is HoldoutByLot.Code && ReachChoice.Choose(wish, context) is Reach.At at)
        {
            _touches.Add(TouchOf(wish, at, wish.Window, wish.Id.ToString(), [.. wish.Because, against]) with { Status = TouchStatus.HeldOut });
            return;
        }

        AddSilence(wish, against);
        if (against.Code is "safe-contact" or "confidential" or "relationship-expired" && wish.Urgency <= Urgency.Normal)
        {
            _tasks.Add(new StaffTask(wish.Patient.Id, wish.Program, wish.Subject, against.Code, $"{wish.Because[0].Because} {against.Because}"));
        }
    }

    private void Place(List<Reachable> message, ContactBudget budget)
    {
        var first = message[0];
        var hours = SendHours.For(first.Wish.Urgency);
        string[] zones = [.. message.SelectMany(r => r.Wish.Patient.TimeZones).Distinct(StringComparer.Ordinal)];
        var expiresAt = message.Min(r => r.Wish.Window.ExpiresAt);
        var bestAt = hours.NextAt(message.Max(r => r.Wish.Window.BestAt), zones);
        var bestOn = context.LocalDay(bestAt);
        var firstDay = bestOn < context.Today ? context.Today : bestOn;

        if (bestAt >= expiresAt || context.Now >= expiresAt)
        {
            AddSilences(message, Finding.Against("expired", "No good hour is left before it would be too late to be of use."));
            return;
        }

        var purpose = first.Wish.Purpose;
        var day = budget.FirstDayWithRoom(first.At.Recipient.Address, purpose, first.Wish.Program, first.Wish.Urgency, firstDay, context.LocalDay(expiresAt));
        var at = day is null ? expiresAt : day == bestOn || day == firstDay ? bestAt : hours.NextAt(context.At(day.Value, TimeOnly.FromDateTime(context.Local(bestAt))), zones);
        if (day is null || at >= expiresAt)
        {
            AddSilences(message, Finding.Against("contact-budget", "The person or the household has been contacted as often as agreed."));
            return;
        }

        budget.Take(first.At.Recipient.Address, purpose, first.Wish.Program, day.Value);
        foreach (var (wish, reach, key) in message)
        {
            var notBefore = day == firstDay ? wish.Window.NotBefore : context.At(day.Value, new TimeOnly(0, 0));
            ValueList<Finding> moved = day == firstDay ? [] : [Finding.Shapes("contact-budget", $"Moved to {day:yyyy-MM-dd}, for the days before are taken.")];
            _touches.Add(TouchOf(wish, reach, new SendWindow(notBefore, at, expiresAt), key, [.. wish.Because, .. reach.Because, .. moved]) with { Zones = [.. zones] });
        }
    }

    private static Touch TouchOf(Candidate wish, Reach.At at, SendWindow window, string groupKey, ValueList<Finding> because) => new()
    {
        Id = wish.Id,
        Patient = wish.Patient.Id,
        Household = wish.Patient.Household,
        Program = wish.Program,
        Subject = wish.Subject,
        Step = wish.Step,
        Purpose = wish.Purpose,
        Recipient = at.Recipient,
        Channel = at.Channel,
        Language = at.Language,
        Window = window,
        Urgency = wish.Urgency,
        Zones = wish.Patient.TimeZones,
        GroupKey = groupKey,
        RuleVersion = Planner.RuleVersion,
        Because = because,
    };

    private static Finding? AlreadyDone(Candidate wish)
    {
        foreach (var past in wish.Patient.History)
        {
            if (past.Id == wish.Id && Enum.TryParse<TouchStatus>(past.Status, out var status) && !status.IsUnsent() && status is not (TouchStatus.Withdrawn or TouchStatus.Suppressed or TouchStatus.HeldOut))
            {
                return Finding.Against("already-sent", past.SentAt is { } at ? $"Sent on {at:yyyy-MM-dd}." : "It has had its turn.");
            }
        }

        return null;
    }

    private void AddSilences(List<Reachable> message, Finding because)
    {
        foreach (var (wish, _, _) in message)
        {
            AddSilence(wish, because);
        }
    }

    private void AddSilence(Candidate wish, Finding because) =>
        _silences.Add(new Silence(wish.Patient.Id, wish.Program, wish.Subject, wish.Step, [.. wish.Because, because]));

    private sealed record Reachable(Candidate Wish, Reach.At At, string GroupKey);
}
