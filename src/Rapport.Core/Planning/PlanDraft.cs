using System.Runtime.InteropServices;
using Rapport.Core.Planning.Rules;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning;

/// <summary>A household's plan while it is being made: wishes pass the rules, find a reader, then share the budget by urgency.</summary>
internal sealed class PlanDraft(Household household, PlanningContext context)
{
    private readonly HashSet<TouchId> _wished = [];
    private readonly List<ReachableWish> _reachable = [];
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

            // A schedule that names a service twice still means one message.
            case Proposal.Wish { Candidate: var wish } when wish.Id is var id && _wished.Add(id):
                Add(wish, id, rules);
                break;
        }
    }

    /// <summary>Asks a person to look at a note that speaks of a death.</summary>
    public void AskAboutNewsOfDeath(PatientPicture patient)
    {
        if (patient is { IsDeceased: false, IsActive: true } && NewsOfDeath.In(patient) is { } note)
        {
            _tasks.Add(new StaffTask(patient.Id, "records", $"Note/{note.Id}", NoTouchAfterNewsOfDeath.Code,
                $"A note speaks of a death. Nothing is sent to them until somebody has looked: correct the record, or tag the note {NewsOfDeath.LookedAt}."));
        }
    }

    public TouchPlan Finish()
    {
        var placing = new Placing(household, context);
        foreach (var message in Messages())
        {
            Place(SaidOnce(message), placing);
        }

        return new TouchPlan { Household = household.Id, Touches = [.. _touches], Silences = [.. _silences], Tasks = [.. _tasks] };
    }

    // The most urgent first, and of those what is over first: a birthday is today, an invitation can wait a day.
    // Within a message a fixed order, so that nothing hangs on the order of records.
    private IEnumerable<List<ReachableWish>> Messages()
    {
        var messages = new Dictionary<string, List<ReachableWish>>(_reachable.Count, StringComparer.Ordinal);
        _reachable.Sort((a, b) => string.CompareOrdinal(a.Wish.Patient.Id.Value, b.Wish.Patient.Id.Value) is not 0 and var order ? order : string.CompareOrdinal(a.Wish.Subject, b.Wish.Subject));
        foreach (var wish in _reachable)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(messages, wish.GroupKey, out _) ??= []).Add(wish);
        }

        return messages.Values.OrderBy(m => m[0].Wish.Urgency < Urgency.Normal ? m[0].Wish.Urgency : Urgency.Normal).ThenBy(m => m[0].Wish.GivesWay).ThenBy(m => m.Min(r => r.Wish.Window.ExpiresAt)).ThenBy(m => m[0].GroupKey, StringComparer.Ordinal);
    }

    private void Add(Candidate wish, TouchId id, IReadOnlyList<IPlanningRule> rules)
    {
        var before = Before(wish, id);
        if (before is not null && HasHadItsTurn(wish, before))
        {
            return;
        }

        foreach (var rule in rules)
        {
            if (rule.Assess(wish, household, context) is { Bearing: Bearing.Against } against)
            {
                Decline(wish, id, against);
                return;
            }
        }

        switch (ReachChoice.Choose(wish, household, context))
        {
            case Reach.Nobody nobody:
                AddSilence(wish, nobody.Because);
                if (nobody.NeedsAPerson)
                {
                    Ask(wish, wish.Subject, nobody.Because);
                }

                break;
            case Reach.At at:
                _reachable.Add(ReachableWish.Of(wish, id, at, isOnItsWay: before is { Status: nameof(TouchStatus.Claimed) }));
                break;
        }
    }

    private static PastTouch? Before(Candidate wish, TouchId id)
    {
        foreach (var past in wish.Patient.History)
        {
            if (past.Id == id)
            {
                return past;
            }
        }

        return null;
    }

    // What is claimed stands: the process that claimed it may have died, and then it leaves at the next try.
    private bool HasHadItsTurn(Candidate wish, PastTouch before)
    {
        if (!Enum.TryParse<TouchStatus>(before.Status, out var status) || status.IsUnsent()
            || status is TouchStatus.Claimed or TouchStatus.Withdrawn or TouchStatus.Suppressed or TouchStatus.HeldOut)
        {
            return false;
        }

        if (status is TouchStatus.Bounced or TouchStatus.Failed)
        {
            var lost = Finding.Against("not-delivered", "Our message did not arrive.");
            AddSilence(wish, lost);
            if (wish.Urgency < Urgency.Kindness && !wish.Patient.IsDeceased)
            {
                Ask(wish, wish.Subject, lost);
            }
        }
        else
        {
            AddSilence(wish, Finding.Against("already-sent", before.SentAt is { } at ? $"Sent on {at:yyyy-MM-dd}." : "It has had its turn."));
        }

        return true;
    }

    private void Decline(Candidate wish, TouchId id, Finding against)
    {
        if (against.Code is HoldoutByLot.Code && ReachChoice.Choose(wish, household, context) is Reach.At at)
        {
            _touches.Add(TouchOf(wish, id, at, wish.Window, id.ToString(), wish.Patient.TimeZones, [.. wish.Because, against]) with { Status = TouchStatus.HeldOut });
            return;
        }

        AddSilence(wish, against);
        switch (against.Code)
        {
            case "relationship-expired" when wish.Urgency <= Urgency.Normal:
                Ask(wish, "relationship", against);   // one decision for a person, not one for each thing that is due
                break;
            case "safe-contact" or "confidential" or "pregnancy-loss" when wish.Urgency <= Urgency.Normal:
            case "do-not-contact" when wish.Urgency is Urgency.Notice:
                Ask(wish, wish.Subject, against);
                break;
        }
    }

    // One note for a reader, even of three children; and not again when a brother turns out to fit too.
    private List<ReachableWish> SaidOnce(List<ReachableWish> message)
    {
        if (!message[0].Wish.IsSaidOncePerReader)
        {
            return message;
        }

        var isTold = household.Members.Any(m => m.History.Any(t => t.SentAt is not null && t.Address == message[0].At.Recipient.Address
            && t.Program == message[0].Wish.Program && t.Subject == message[0].Wish.Subject));
        var kept = isTold ? 0 : 1;
        foreach (var again in message.Skip(kept))
        {
            AddSilence(again.Wish, Finding.Against("told-the-family", "The same reader gets this note already, for somebody else of the family."));
        }

        return [.. message.Take(kept)];
    }

    private void Place(List<ReachableWish> message, Placing placing)
    {
        if (message.Count is 0)
        {
            return;
        }

        switch (placing.Place(message))
        {
            case Placed.Nowhere nowhere:
                foreach (var (wish, _, _, _, _) in message)
                {
                    AddSilence(wish, nowhere.Because);
                    if (wish.Urgency is Urgency.Notice || (wish.Urgency is Urgency.Visit && !wish.GivesWay && nowhere.Because.Code is "contact-budget"))
                    {
                        Ask(wish, wish.Subject, nowhere.Because);
                    }
                }

                break;
            case Placed.At at:
                foreach (var (wish, id, reach, key, _) in message)
                {
                    var window = new SendWindow(at.NotBefore ?? wish.Window.NotBefore, at.BestAt, at.ExpiresAt);
                    _touches.Add(TouchOf(wish, id, reach, window, key, at.Zones, [.. wish.Because, .. reach.Because, .. at.Because]));
                }

                break;
        }
    }

    private static Touch TouchOf(Candidate wish, TouchId id, Reach.At at, SendWindow window, string groupKey, ValueList<string> zones, ValueList<Finding> because) => new()
    {
        Id = id,
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
        Zones = zones,
        GroupKey = groupKey,
        RuleVersion = Planner.RuleVersion,
        Because = because,
    };

    // Whatever is due for somebody, a person has to reach them once, not once for each service.
    private void Ask(Candidate wish, string subject, Finding because)
    {
        var what = wish.Urgency is Urgency.Normal && subject == wish.Subject ? "what is due" : subject;
        if (!_tasks.Exists(t => t.Patient == wish.Patient.Id && t.Program == wish.Program && t.Subject == what && t.Code == because.Code))
        {
            _tasks.Add(new StaffTask(wish.Patient.Id, wish.Program, what, because.Code, $"{wish.Because[0].Because} {because.Because}"));
        }
    }

    private void AddSilence(Candidate wish, Finding because) =>
        _silences.Add(new Silence(wish.Patient.Id, wish.Program, wish.Subject, wish.Step, [.. wish.Because, because]));
}
