using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning;

/// <summary>A wish that the rules allow and that has a reader.</summary>
/// <param name="GroupKey">Wishes with the same key leave as one message.</param>
/// <param name="IsOnItsWay">Claimed for sending already; its place in the budget is taken.</param>
internal sealed record ReachableWish(Candidate Wish, TouchId Id, Reach.At At, string GroupKey, bool IsOnItsWay)
{
    public static ReachableWish Of(Candidate wish, TouchId id, Reach.At at, bool isOnItsWay) => new(wish, id, at, KeyOf(wish, id, at, isOnItsWay), isOnItsWay);

    public override string ToString() => Wish.ToString();

    // One message per key: the visits of a family on one day, all that is due for somebody. A kind visit is never named beside a
    // sensitive one, two adults of a shared phone never side by side, and what is due for a parent never beside what is due for a child.
    private static string KeyOf(Candidate wish, TouchId id, Reach.At at, bool isOnItsWay)
    {
        if (wish.GroupScope is not { } scope || wish.Sensitivity > Sensitivity.Generic)
        {
            return id.ToString();
        }

        var who = at.IsShared ? wish.Patient.Id.Value : wish.IsSaidOncePerReader || wish.Urgency <= Urgency.Visit ? "" : at.Recipient.IsPatient ? "self" : "other";
        var language = wish.IsSaidOncePerReader ? "" : at.Language.Tag;
        return Chance.IdOf("group", scope, at.Channel.ToString(), at.Recipient.Address, language, who, Zones(wish), isOnItsWay ? "on its way" : "").ToString("N");
    }

    // People who live far apart may share no good hour, so they share no message.
    private static string Zones(Candidate wish) => wish.Patient.TimeZones.Count is 1 ? wish.Patient.TimeZones[0] : string.Join(' ', wish.Patient.TimeZones);
}

/// <summary>Where a message finds room.</summary>
internal abstract record Placed
{
    private Placed()
    {
    }

    /// <param name="NotBefore">Null: as wished.</param>
    public sealed record At(DateTimeOffset? NotBefore, DateTimeOffset BestAt, DateTimeOffset ExpiresAt, ValueList<string> Zones, ValueList<Finding> Because) : Placed
    {
        public override string ToString() => "placed";
    }

    public sealed record Nowhere(Finding Because) : Placed;
}

/// <summary>Gives messages their hour, one after the other, while the budget lasts.</summary>
internal sealed class Placing(Household household, PlanningContext context)
{
    private readonly ContactBudget _budget = new(household, context);

    public Placed Place(List<ReachableWish> message)
    {
        var first = message[0].Wish;
        var hours = SendHours.For(first.Urgency);
        var zones = first.Patient.TimeZones.Count > 0 ? first.Patient.TimeZones : [context.Practice.TimeZone];
        var (wishedAt, expiresAt) = (message.Max(r => r.Wish.Window.BestAt), message.Min(r => r.Wish.Window.ExpiresAt));
        var bestAt = hours.NextAt(wishedAt, zones);

        // A best hour in the past means: as soon as it is polite.
        var earliest = bestAt >= context.Now ? bestAt : hours.NextAt(context.Now, zones);
        if (earliest >= expiresAt)
        {
            return new Placed.Nowhere(Finding.Against("expired", "No good hour is left before it would be too late to be of use."));
        }

        var place = new MessageToPlace(message[0].At.Recipient.Address, [.. message.Select(r => r.Wish.Patient.Id).Distinct()], first.Purpose, first.Program, first.Urgency, message[0].At.IsShared);
        if (message[0].IsOnItsWay)
        {
            return new Placed.At(null, bestAt, expiresAt, zones, []);
        }

        var firstDay = context.LocalDay(earliest);
        if (_budget.HasRoom(place, firstDay))
        {
            _budget.Take(place, firstDay);
            return new Placed.At(null, bestAt, expiresAt, zones, []);
        }

        return OnALaterDay(place, firstDay, bestAt, expiresAt, hours, zones);
    }

    private Placed OnALaterDay(MessageToPlace place, DateOnly taken, DateTimeOffset bestAt, DateTimeOffset expiresAt, SendHours hours, ValueList<string> zones)
    {
        var time = TimeOnly.FromDateTime(context.Local(bestAt));
        var last = context.LocalDay(expiresAt);
        for (var day = taken.AddDays(1); day <= last; day = day.AddDays(1))
        {
            var at = hours.NextAt(context.At(day, time), zones);
            at = at < expiresAt ? at : hours.NextAt(context.At(day, TimeOnly.MinValue), zones);

            // Sundays and holidays push a kind word to the next day, whose own room counts then.
            if (at < expiresAt && context.LocalDay(at) == day && _budget.HasRoom(place, day))
            {
                _budget.Take(place, day);
                return new Placed.At(context.At(day, TimeOnly.MinValue), at, expiresAt, zones,
                    [Finding.Shapes("contact-budget", $"Moved to {day:yyyy-MM-dd}, for the days before are taken.")]);
            }
        }

        return new Placed.Nowhere(Finding.Against("contact-budget", "The person or the household has been contacted as often as agreed."));
    }
}
