using System.Collections.Frozen;
using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>In which zones a person may live, from the address; several where a state has several (<c>evidence.md §3.1</c>).</summary>
public static class TimeZones
{
    private const string Eastern = "America/New_York";
    private const string Central = "America/Chicago";
    private const string Mountain = "America/Denver";
    private const string Pacific = "America/Los_Angeles";

    private static readonly FrozenDictionary<string, ValueList<string>> ByState = new Dictionary<string, ValueList<string>>(StringComparer.OrdinalIgnoreCase)
    {
        ["AK"] = ["America/Anchorage", "America/Adak"], ["AL"] = [Central], ["AR"] = [Central], ["AZ"] = ["America/Phoenix", Mountain],
        ["CA"] = [Pacific], ["CO"] = [Mountain], ["CT"] = [Eastern], ["DC"] = [Eastern], ["DE"] = [Eastern], ["FL"] = [Eastern, Central],
        ["GA"] = [Eastern], ["HI"] = ["Pacific/Honolulu"], ["IA"] = [Central], ["ID"] = [Mountain, Pacific], ["IL"] = [Central],
        ["IN"] = [Eastern, Central], ["KS"] = [Central, Mountain], ["KY"] = [Eastern, Central], ["LA"] = [Central], ["MA"] = [Eastern],
        ["MD"] = [Eastern], ["ME"] = [Eastern], ["MI"] = [Eastern, Central], ["MN"] = [Central], ["MO"] = [Central], ["MS"] = [Central],
        ["MT"] = [Mountain], ["NC"] = [Eastern], ["ND"] = [Central, Mountain], ["NE"] = [Central, Mountain], ["NH"] = [Eastern],
        ["NJ"] = [Eastern], ["NM"] = [Mountain], ["NV"] = [Pacific, Mountain], ["NY"] = [Eastern], ["OH"] = [Eastern], ["OK"] = [Central],
        ["OR"] = [Pacific, Mountain], ["PA"] = [Eastern], ["PR"] = ["America/Puerto_Rico"], ["RI"] = [Eastern], ["SC"] = [Eastern],
        ["SD"] = [Central, Mountain], ["TN"] = [Eastern, Central], ["TX"] = [Central, Mountain], ["UT"] = [Mountain], ["VA"] = [Eastern],
        ["VT"] = [Eastern], ["WA"] = [Pacific], ["WI"] = [Central], ["WV"] = [Eastern], ["WY"] = [Mountain],
        ["AS"] = ["Pacific/Pago_Pago"], ["GU"] = ["Pacific/Guam"], ["MP"] = ["Pacific/Guam"], ["VI"] = ["America/Puerto_Rico"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Alabama"] = "AL", ["Alaska"] = "AK", ["American Samoa"] = "AS", ["Arizona"] = "AZ", ["Arkansas"] = "AR", ["California"] = "CA",
        ["Colorado"] = "CO", ["Connecticut"] = "CT", ["Delaware"] = "DE", ["District of Columbia"] = "DC", ["Florida"] = "FL", ["Georgia"] = "GA",
        ["Guam"] = "GU", ["Hawaii"] = "HI", ["Idaho"] = "ID", ["Illinois"] = "IL", ["Indiana"] = "IN", ["Iowa"] = "IA", ["Kansas"] = "KS",
        ["Kentucky"] = "KY", ["Louisiana"] = "LA", ["Maine"] = "ME", ["Maryland"] = "MD", ["Massachusetts"] = "MA", ["Michigan"] = "MI",
        ["Minnesota"] = "MN", ["Mississippi"] = "MS", ["Missouri"] = "MO", ["Montana"] = "MT", ["Nebraska"] = "NE", ["Nevada"] = "NV",
        ["New Hampshire"] = "NH", ["New Jersey"] = "NJ", ["New Mexico"] = "NM", ["New York"] = "NY", ["North Carolina"] = "NC",
        ["North Dakota"] = "ND", ["Northern Mariana Islands"] = "MP", ["Ohio"] = "OH", ["Oklahoma"] = "OK", ["Oregon"] = "OR",
        ["Pennsylvania"] = "PA", ["Puerto Rico"] = "PR", ["Rhode Island"] = "RI", ["South Carolina"] = "SC", ["South Dakota"] = "SD",
        ["Tennessee"] = "TN", ["Texas"] = "TX", ["U.S. Virgin Islands"] = "VI", ["Utah"] = "UT", ["Vermont"] = "VT", ["Virginia"] = "VA",
        ["Washington"] = "WA", ["West Virginia"] = "WV", ["Wisconsin"] = "WI", ["Wyoming"] = "WY",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The recorded zone, else the zones of the state, else the practice's own.</summary>
    public static ValueList<string> Of(string? recordedZone, string? state, string? country, string practiceZone)
    {
        if (recordedZone is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(recordedZone, out _))
        {
            return [recordedZone];
        }

        var isHome = country is null or "" or "US" or "USA" or "United States";
        return isHome && state?.Trim() is { } name && ByState.TryGetValue(Abbreviations.GetValueOrDefault(name, name), out var zones) ? zones : [practiceZone];
    }
}
