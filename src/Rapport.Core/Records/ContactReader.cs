using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>Makes telecoms and postal addresses into contact points, best first.</summary>
internal sealed class ContactReader(string country, DateOnly today, IReadOnlyDictionary<string, string> suppressed, HashSet<string> shared)
{
    public ValueList<ContactPoint> Read(ValueList<SourceTelecom> telecoms, ValueList<SourceAddress> addresses)
    {
        var points = new List<ContactPoint>();
        foreach (var telecom in telecoms)
        {
            if (Point(telecom) is { } point && !points.Exists(p => p.Channel == point.Channel && p.Value == point.Value))
            {
                points.Add(point);
            }
        }

        foreach (var address in addresses.Where(a => a.Use is not "old" && !(a.Until < today)))
        {
            if (Addresses.Postal(address) is { } lines)
            {
                points.Add(new ContactPoint(Channel.Letter, lines, StateOf(lines), address.Use is "home" or null ? 1 : 2));
            }
        }

        return [.. points.OrderBy(p => p.State).ThenBy(p => p.Rank)];
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
