using Rapport.Samples.Cast;
using Rapport.Samples.People;
using Rapport.Samples.Practice;

namespace Rapport.Samples;

/// <summary>Cedar Lane Family Health: an invented practice, written as its record system would export it.</summary>
/// <remarks>
/// Nobody in it exists. Numbers are 555-01xx and domains are those kept for examples. The same day and seed give the same
/// bytes. Writes as it goes, so that a hundred thousand patients need no more memory than four hundred, but for the book of visits.
/// </remarks>
public static class DemoPractice
{
    /// <summary>The cast, whose every member shows something, needs this many places.</summary>
    public const int FewestPatients = 150;

    /// <summary>Writes <c>1-yesterday</c>, <c>2-today</c> and <c>rapport.json</c> into a folder.</summary>
    /// <param name="folder">Made when absent; files in it are replaced.</param>
    /// <param name="today">The day that the demo plays on; everything is dated from it.</param>
    /// <param name="seed">Another seed gives other people with the same troubles.</param>
    /// <param name="patients">How many patients there are this morning.</param>
    public static DemoSummary Write(string folder, DateOnly today, int seed = 2026, int patients = 400)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patients, FewestPatients);

        Directory.CreateDirectory(folder);
        var settings = Path.Combine(folder, "rapport.json");
        Settings.Write(settings);

        using var desk = new FrontDesk(folder, today, seed);
        Fill(desk, patients);
        return new DemoSummary
        {
            Yesterday = desk.Exports.Yesterday.Counts,
            Today = desk.Exports.Today.Counts,
            Cases = desk.Cases,
            YesterdayFolder = desk.Exports.Yesterday.Path,
            TodayFolder = desk.Exports.Today.Path,
            SettingsFile = settings,
        };
    }

    private static void Fill(FrontDesk desk, int patients)
    {
        foreach (var resource in StaffJson.All(desk.Days.EveningBefore))
        {
            desk.Exports.InBoth(resource);
        }

        CastOfMoments.Join(desk);
        CastOfLosses.Join(desk);
        CastOfNames.Join(desk);
        CastOfContacts.Join(desk);
        CastOfFamilies.Join(desk);
        CastOfVisits.Join(desk);
        CastOfCare.Join(desk);
        Oddities.Join(desk);
        Families.Fill(desk, patients);
        desk.CloseDay();
    }
}
