namespace Rapport.Samples;

/// <summary>What was written, and where to find the people and visits worth looking at.</summary>
public sealed record DemoSummary
{
    /// <summary>Whole resources per type in yesterday's export; lines broken on purpose do not count.</summary>
    public required IReadOnlyDictionary<string, int> Yesterday { get; init; }

    /// <summary>Whole resources per type in today's export.</summary>
    public required IReadOnlyDictionary<string, int> Today { get; init; }

    /// <summary>References such as <c>Patient/p00007</c> or <c>Appointment/a00012</c>, in the order in which they were written.</summary>
    public required IReadOnlyDictionary<DemoCase, IReadOnlyList<string>> Cases { get; init; }

    public required string YesterdayFolder { get; init; }

    public required string TodayFolder { get; init; }

    public required string SettingsFile { get; init; }

    /// <summary>All references of a case.</summary>
    public IReadOnlyList<string> All(DemoCase what) => Cases.TryGetValue(what, out var found) ? found : [];

    /// <summary>The first reference of a case.</summary>
    public string The(DemoCase what) => All(what)[0];
}
