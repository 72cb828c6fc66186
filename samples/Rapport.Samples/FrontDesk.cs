using Rapport.Samples.Fhir;
using Rapport.Samples.History;
using Rapport.Samples.Papers;
using Rapport.Samples.People;
using Rapport.Samples.Practice;
using Rapport.Samples.Visits;

namespace Rapport.Samples;

/// <summary>Where everything of one demo comes together: the calendar, the books and the two exports.</summary>
internal sealed class FrontDesk : IDisposable
{
    private readonly int _seed;
    private readonly VisitDesk _visits;
    private readonly SortedDictionary<DemoCase, List<string>> _cases = [];
    private int _homes;

    public FrontDesk(string folder, DateOnly today, int seed)
    {
        _seed = seed;
        Days = new DemoDays(today);
        Exports = new TwoExports(folder);
        Notes = new NotesFile(Exports.Yesterday.Path, Exports.Today.Path);
        _visits = new VisitDesk(Days, Exports, new AppointmentBook(), Numbers);
    }

    public DemoDays Days { get; }

    public TwoExports Exports { get; }

    public NotesFile Notes { get; }

    public Numbering Numbers { get; } = new();

    public PhoneNumbers Phones { get; } = new();

    /// <summary>Patients on the books this morning.</summary>
    public int Patients => Exports.Today.Counts.GetValueOrDefault("Patient");

    public IReadOnlyDictionary<DemoCase, IReadOnlyList<string>> Cases =>
        _cases.ToDictionary(found => found.Key, found => (IReadOnlyList<string>)found.Value);

    public Home OpenHome(string? language = "en") => new(this, new Dice(_seed, ++_homes), language);

    public void Remember(string reference, params ReadOnlySpan<DemoCase> cases)
    {
        foreach (var what in cases)
        {
            if (!_cases.TryGetValue(what, out var found))
            {
                _cases.Add(what, found = []);
            }

            if (found is [] || !string.Equals(found[^1], reference, StringComparison.Ordinal))
            {
                found.Add(reference);
            }
        }
    }

    /// <summary>Puts a person and all their history on record.</summary>
    public void Admit(Person person, Health health, Dice dice)
    {
        Exports.InBoth(PeopleJson.Patient(person, Days.EveningBefore));
        WriteHistory(new Chart(person, health, dice, Days, Numbers));
    }

    public void AdmitChanged(Person before, Person after, Health health, Dice dice)
    {
        Exports.Changed(PeopleJson.Patient(before, Days.EveningBefore), PeopleJson.Patient(after, Days.ThisMorning));
        WriteHistory(new Chart(before, health, dice, Days, Numbers));
    }

    public void AdmitToday(Person person) => Exports.OnlyToday(PeopleJson.Patient(person, Days.ThisMorning));

    public void AddCarer(Carer carer) => Exports.InBoth(PeopleJson.RelatedPerson(carer, Days.EveningBefore));

    public BookedVisit Book(Person person, VisitPlan plan, params ReadOnlySpan<DemoCase> cases)
    {
        var visit = _visits.Book(person, plan);
        Remember(visit.Reference, cases);
        return visit;
    }

    public void Finish(Person person, VisitKind kind, int daysAgo, bool overnight, params ReadOnlySpan<DemoCase> cases)
    {
        var encounter = _visits.Finish(person, kind, daysAgo, overnight);
        Remember(encounter, cases);
        if (daysAgo is 1)
        {
            Remember(encounter, overnight ? [DemoCase.FinishedYesterday, DemoCase.NewlyFinished] : [DemoCase.FinishedYesterday]);
        }
    }

    public void Flag(Person person, string warning, int daysAgo) =>
        Exports.InBoth(PaperJson.Flag(Numbers.Next("fl"), person, warning, Days.Ago(daysAgo), Days.EveningBefore));

    /// <summary>No channels: all channels. No purposes: all purposes.</summary>
    public void Consent(Person person, bool isPermit, string[] channels, string[] purposes) =>
        Exports.InBoth(PaperJson.Consent(Numbers.Next("cn"), person, isPermit, channels, purposes, Days.Ago(400), Days.EveningBefore));

    /// <summary>The old system wrote to this person.</summary>
    public void WroteBefore(Person person, string medium, int daysAgo) =>
        Exports.InBoth(PaperJson.Communication(Numbers.Next("cm"), person, medium, Days.Ago(daysAgo), Days.EveningBefore));

    public void CloseDay() => _visits.WriteSlots();

    public void Dispose()
    {
        Notes.Dispose();
        Exports.Dispose();
    }

    private void WriteHistory(Chart chart)
    {
        if (!chart.Health.HasHistory)
        {
            return;
        }

        foreach (var record in ProblemList.Write(chart)
            .Concat(PastVisits.Write(chart)).Concat(Screenings.Write(chart)).Concat(Immunizations.Write(chart)))
        {
            Exports.InBoth(record);
        }
    }
}
