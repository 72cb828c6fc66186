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

    private static readonly FrozenDictionary<string, string[]> ByState = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
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
        ["Massachusetts"] = [Eastern], ["New York"] = [Eastern], ["California"] = [Pacific], ["Texas"] = [Central, Mountain],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The recorded zone, else the zones of the state, else the practice's own.</summary>
    public static ValueList<string> Of(string? recordedZone, string? state, string? country, string practiceZone)
    {
        if (recordedZone is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(recordedZone, out _))
        {
            return [recordedZone];
        }

        var isHome = country is null or "" or "US" or "USA" or "United States";
        return isHome && state is not null && ByState.TryGetValue(state.Trim(), out var zones) ? [.. zones] : [practiceZone];
    }
}
