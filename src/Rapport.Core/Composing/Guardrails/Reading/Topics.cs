using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Topics that facts open: with <c>ride_booked</c> in the facts, a ride and its driver may be spoken of, in either language.</summary>
/// <remarks>A line of the list is <c>name: words that open it => further words that it allows</c>; <c>stem*</c> stands for any ending.</remarks>
internal sealed class Topics
{
    private static readonly string[] Broad = ["appointment", "due", "visit", "spot", "starting", "child", "clinician", "question", "request", "checkin", "checkup", "goal"];

    private readonly FrozenSet<int> _broad;
    private readonly FrozenDictionary<string, int> _ids;
    private readonly WordTable _opening;
    private readonly WordTable _allowed;

    private Topics(IEnumerable<string> lines)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var opening = new WordTable.Builder();
        var allowed = new WordTable.Builder();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var sides = line[(colon + 1)..].Split("=>");
            var name = line[..colon];
            ids.TryAdd(name, ids.Count);
            foreach (var word in sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                opening.Add(word, ids[name]);
                allowed.Add(word, ids[name]);
            }

            foreach (var word in sides.Length > 1 ? sides[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
            {
                allowed.Add(word, ids[name]);
            }
        }

        _broad = Broad.Select(name => ids.GetValueOrDefault(name, -1)).ToFrozenSet();
        (_ids, _opening, _allowed) = (ids.ToFrozenDictionary(StringComparer.Ordinal), opening.Build(), allowed.Build());
    }

    public static Topics Shared { get; } = new(LexiconFile.Lines("topics.txt"));

    /// <summary>Opened by nearly every fact sheet: its ordinary words ground no statement.</summary>
    public bool IsBroad(int topic) => _broad.Contains(topic);

    public int IdOf(string name) => _ids.GetValueOrDefault(name, -1);

    public void AddGrantedBy(string norm, HashSet<int> topics)
    {
        foreach (var topic in _opening.Find(norm))
        {
            topics.Add(topic);
        }
    }

    /// <summary>The topics that a word belongs to.</summary>
    public List<int> Of(string norm) => _allowed.Find(norm);
}
