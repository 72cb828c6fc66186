using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>Makes telecoms and postal addresses into contact points, best first.</summary>
internal sealed class ContactReader(string country, DateOnly today, IReadOnlyDictionary<string, string> suppressed, HashSet<string> shared)
{
    public ValueList<ContactPoint> Read(ValueList<SourceTelecom> telecoms, ValueList<SourceAddress> addresses)
    {
        var points = new List<ContactPoint>(telecoms.Count + addresses.Count);
        foreach (var telecom in telecoms)
        {
            if (Point(telecom) is { } point)
            {
                points.Add(point);
            }
        }

        foreach (var address in addresses)
        {
            if (address.Use is not "old" && !(address.Until < today) && Addresses.Postal(address) is { } lines)
            {
                points.Add(new ContactPoint(Channel.Letter, lines, StateOf(lines), address.Use is "home" or null ? 1 : 2));
            }
        }

        return BestFirst(points);
    }

    // An address that stands twice, once as ended and once as current, is current; the order of records decides nothing.
    private static ValueList<ContactPoint> BestFirst(List<ContactPoint> points)
    {
        points.Sort((a, b) =>
        {
            var order = a.State.CompareTo(b.State);
            order = order is 0 ? a.Rank.CompareTo(b.Rank) : order;
            order = order is 0 ? a.Channel.CompareTo(b.Channel) : order;
            return order is 0 ? string.CompareOrdinal(a.Value, b.Value) : order;
        });
        var best = new List<ContactPoint>(points.Count);
        foreach (var point in points)
        {
            if (!best.Exists(p => p.Channel == point.Channel && p.Value == point.Value))
            {
                best.Add(point);
            }
        }

        return [.. best];
    }

    // A home or work phone may be a landline: a text to it is lost without anybody knowing, so it does not count as reachable.
    private ContactPoint? Point(SourceTelecom telecom) => telecom switch
    {
        { System: "email" } => Point(telecom, Channel.Email, Addresses.Email(telecom.Value)),
        { System: "sms" } => Point(telecom, Channel.Sms, Addresses.Phone(telecom.Value, country)),
        { System: "phone", Use: "mobile" or null or "temp" or "old" } => Point(telecom, Channel.Sms, Addresses.Phone(telecom.Value, country)),
        _ => null,
    };

    private ContactPoint Point(SourceTelecom telecom, Channel channel, string? address)
    {
        if (address is null)
        {
            return new ContactPoint(channel, "", ContactState.Malformed, int.MaxValue);
        }

        var hasEnded = telecom.Use is "old" || telecom.Until < today || telecom.From > today;
        return new ContactPoint(channel, address, hasEnded ? ContactState.Ended : StateOf(address), telecom.Rank ?? UseRank(telecom.Use), shared.Contains(address));
    }

    private static int UseRank(string? use) => use switch { "mobile" => 10, "home" => 11, null => 12, _ => 13 };

    private ContactState StateOf(string address) => suppressed.ContainsKey(address) ? ContactState.Suppressed : ContactState.Usable;
}
