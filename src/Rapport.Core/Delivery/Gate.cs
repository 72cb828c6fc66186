using Rapport.Core.Composing;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Delivery;

/// <summary>An approved touch whose time has come, with the words that were approved.</summary>
public sealed record WaitingTouch(Touch Touch, string? Template, string? Subject, string? Body)
{
    public override string ToString() => Touch.ToString();
}

/// <summary>What the gate says of one touch.</summary>
public abstract record GateVerdict(TouchId Touch)
{
    public sealed override string ToString() => $"{GetType().Name} {Touch}";

    /// <summary>It may leave now, with exactly the approved words.</summary>
    public sealed record Send(TouchId Touch, Composed.Message Message) : GateVerdict(Touch);

    public sealed record Wait(TouchId Touch, DateTimeOffset Until, Finding Because) : GateVerdict(Touch);

    /// <summary>The facts have changed; these are the words now, and they are judged anew.</summary>
    public sealed record Recompose(TouchId Touch, Composed.Message Message) : GateVerdict(Touch);

    public sealed record End(TouchId Touch, TouchStatus Status, Finding Because) : GateVerdict(Touch);
}

/// <summary>The last check, asked in the claiming transaction: is it still true, and is it still allowed?</summary>
/// <remarks>
/// One idea instead of a list of checks: the plan is made anew from the truth of this instant. A touch that the new plan does not
/// hold must not leave, and the plan's own reason says why; a touch that it puts later waits; words that come out differently
/// are composed anew. So nothing that planning knows can be forgotten here (<c>design.md §7</c>, <c>evidence.md §3.5</c>).
/// </remarks>
public sealed class Gate(Planner planner, Composer composer)
{
    public IReadOnlyList<GateVerdict> Judge(Household household, IReadOnlyList<WaitingTouch> due, PlanningContext context)
    {
        var plan = planner.Plan(household, context);
        var planned = plan.Touches.ToDictionary(t => t.Id);
        var verdicts = new List<GateVerdict>(due.Count);
        foreach (var group in due.GroupBy(d => d.Touch.GroupKey, StringComparer.Ordinal))
        {
            var standing = new List<(WaitingTouch Waiting, Touch Planned)>();
            foreach (var waiting in group)
            {
                if (Hindrance(waiting.Touch, planned, plan, context) is { } hindrance)
                {
                    verdicts.Add(hindrance);
                }
                else
                {
                    standing.Add((waiting, planned[waiting.Touch.Id]));
                }
            }

            // What the plan no longer puts into one message must not leave in one: a visit that has become sensitive, say.
            var together = standing.Where(s => s.Planned.GroupKey == standing[0].Planned.GroupKey).ToList();
            verdicts.AddRange(standing.Except(together).Select(s => new GateVerdict.End(s.Planned.Id, TouchStatus.Withdrawn,
                Finding.Against("grouped-otherwise", "It no longer belongs into this message; the next plan writes anew."))));
            if (together.Count > 0)
            {
                verdicts.AddRange(JudgeWords(together, household, context));
            }
        }

        return verdicts;
    }

    private static GateVerdict? Hindrance(Touch touch, Dictionary<TouchId, Touch> planned, TouchPlan plan, PlanningContext context)
    {
        if (!planned.TryGetValue(touch.Id, out var now))
        {
            return EndAsPlanned(touch, plan);
        }

        if (now.Status is TouchStatus.HeldOut)
        {
            return new GateVerdict.End(touch.Id, TouchStatus.HeldOut, now.Because[^1]);
        }

        if (now.Recipient != touch.Recipient || now.Channel != touch.Channel || now.Language != touch.Language)
        {
            return new GateVerdict.End(touch.Id, TouchStatus.Withdrawn, Finding.Against("reached-otherwise", "They are now reached in another way; the next plan writes anew."));
        }

        if (context.Now >= now.Window.ExpiresAt)
        {
            return new GateVerdict.End(touch.Id, TouchStatus.Expired, Finding.Against("expired", "It would come too late to be of use."));
        }

        if (context.Now < now.Window.BestAt)
        {
            return new GateVerdict.Wait(touch.Id, now.Window.BestAt, Finding.Shapes("not-yet", "A better time is later."));
        }

        return QuietHours(touch, now, context);
    }

    private static GateVerdict? QuietHours(Touch touch, Touch now, PlanningContext context)
    {
        var zones = now.Zones;
        var hours = now.Hours;
        if (hours.Allow(context.Now, zones))
        {
            return null;
        }

        var opens = hours.NextAt(context.Now, zones);
        return opens < now.Window.ExpiresAt
            ? new GateVerdict.Wait(touch.Id, opens, Finding.Shapes("quiet-hours", "It is not a good hour where they live."))
            : new GateVerdict.End(touch.Id, TouchStatus.Expired, Finding.Against("expired", "The next good hour would be too late to be of use."));
    }

    private static GateVerdict.End EndAsPlanned(Touch touch, TouchPlan plan)
    {
        var silence = plan.Silences.FirstOrDefault(s => s.Patient == touch.Patient && s.Program == touch.Program && s.Subject == touch.Subject && s.Step == touch.Step);
        var because = silence?.Decisive ?? Finding.Against("no-longer-stands", "What it was about no longer stands.");
        return new GateVerdict.End(touch.Id, StatusOf(because.Code), because);
    }

    private static TouchStatus StatusOf(string code) => code switch
    {
        "expired" => TouchStatus.Expired,

        // May be planned anew when there is room again.
        "contact-budget" or "no-consent" or "suppressed-address" or "shared-address" or "unreachable" or "no-template-in-language" or "no-guardian" or "do-not-contact" or "safe-contact" => TouchStatus.Suppressed,
        _ => TouchStatus.Withdrawn,
    };

    private IEnumerable<GateVerdict> JudgeWords(List<(WaitingTouch Waiting, Touch Planned)> standing, Household household, PlanningContext context)
    {
        var first = standing[0].Waiting;
        var composed = composer.Compose([.. standing.Select(s => s.Planned)], household, context, keep: first.Template);
        return composed switch
        {
            Composed.Message message when message.Words.Body == first.Body && message.Words.Subject == first.Subject =>
                standing.Select(s => (GateVerdict)new GateVerdict.Send(s.Planned.Id, message)),
            Composed.Message message => standing.Select(s => (GateVerdict)new GateVerdict.Recompose(s.Planned.Id, message)),
            Composed.Held held => standing.Select(s => (GateVerdict)new GateVerdict.End(s.Planned.Id, TouchStatus.Suppressed, Finding.Against(held.Code, held.Because))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
