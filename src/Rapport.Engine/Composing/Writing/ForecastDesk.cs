using Rapport.Core.Composing;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Records;

namespace Rapport.Engine.Composing.Writing;

/// <summary>What the coming time will want to say.</summary>
/// <param name="Days">How far it looks.</param>
/// <param name="Messages">Messages, not touches: what leaves together counts once.</param>
/// <param name="Demand">The most wanted first.</param>
public sealed record Forecast(int Days, long Patients, long Messages, IReadOnlyList<Demand> Demand)
{
    public override string ToString() => $"{Messages} messages in {Days} days";
}

/// <summary>Lives the coming weeks on paper: plans, takes what falls due as sent, and plans again.</summary>
/// <remarks>It knows what today's records know: a visit that nobody has booked yet is not in it.</remarks>
public sealed class ForecastDesk(Pictures pictures, Planner planner, Func<PlanningContext> context, Func<Voices> voices)
{
    public const int Month = 30;

    private const int DaysPerStep = 7;

    public Forecast Look(int days, CancellationToken ct)
    {
        var now = context();
        var counts = new Dictionary<TemplateKey, (long Messages, int MostPerPerson)>();
        var speaking = voices();
        var (patients, messages) = (0L, 0L);
        foreach (var household in pictures.Read(new ChartFilter.Everyone(), now.Today, ct))
        {
            ct.ThrowIfCancellationRequested();
            patients += household.Members.Count;
            messages += Live(household, now, days, speaking, counts);
        }

        return new Forecast(days, patients, messages, [.. counts
            .Select(c => new Demand(c.Key, c.Value.Messages, c.Value.MostPerPerson))
            .OrderByDescending(d => d.Messages).ThenBy(d => d.Key.ToString(), StringComparer.Ordinal)]);
    }

    private long Live(Household household, PlanningContext now, int days, Voices speaking, Dictionary<TemplateKey, (long Messages, int MostPerPerson)> counts)
    {
        var perPerson = new Dictionary<(PatientId, TemplateKey), int>();
        var messages = 0L;
        for (var day = 0; day < days; day += DaysPerStep)
        {
            var then = now with { Now = now.Now.AddDays(day) };
            var until = now.Now.AddDays(Math.Min(day + DaysPerStep, days));
            var leaving = planner.Plan(household, then).Touches.Where(t => t.Status is TouchStatus.Planned && t.Window.BestAt < until).ToList();
            foreach (var group in leaving.GroupBy(t => t.GroupKey, StringComparer.Ordinal).Select(g => g.ToList()))
            {
                messages++;
                Count(Composer.WantedBy(group, household, then, speaking), group[0].Patient, perPerson, counts);
            }

            household = Sent(household, leaving);
        }

        return messages;
    }

    // A message counts for its situation, and for each shade that it could have.
    private static void Count(Wanted wanted, PatientId patient, Dictionary<(PatientId, TemplateKey), int> perPerson, Dictionary<TemplateKey, (long Messages, int MostPerPerson)> counts)
    {
        foreach (var shade in wanted.Shades.Prepend(Shade.None))
        {
            var key = new TemplateKey(wanted.Situation, shade, wanted.Voice);
            var times = perPerson[(patient, key)] = perPerson.GetValueOrDefault((patient, key)) + 1;
            var (messages, most) = counts.GetValueOrDefault(key);
            counts[key] = (messages + 1, Math.Max(most, times));
        }
    }

    private static Household Sent(Household household, List<Touch> touches) => touches.Count is 0 ? household : household with
    {
        Members = [.. household.Members.Select(member => member with
        {
            History = [.. member.History, .. touches.Where(t => t.Patient == member.Id).Select(AsPast)],
        })],
    };

    private static PastTouch AsPast(Touch touch) => new()
    {
        Id = touch.Id,
        Program = touch.Program,
        Subject = touch.Subject,
        Step = touch.Step,
        Purpose = touch.Purpose,
        Channel = touch.Channel,
        Address = touch.Recipient.Address,
        Status = nameof(TouchStatus.Sent),
        SentAt = touch.Window.BestAt,
    };
}
