using Rapport.Core.Composing;
using Rapport.Core.Planning;
using Rapport.Core.Planning.Calendar;
using Rapport.Core.Planning.Programs;
using Rapport.Core.Planning.Schedules;
using Rapport.Core.Records;
using Rapport.Engine.Composing.Writing;
using Rapport.Engine.Intake;
using Rapport.Engine.Records;
using Rapport.Engine.Work;
using Rapport.Formats.Fhir;
using Rapport.Samples;
using Rapport.Settings;
using Rapport.Storage.Sqlite;

namespace Rapport.Benchmarks;

/// <summary>The demo's practice at any size, imported into a file of its own, with the parts that a run would use.</summary>
internal sealed class InventedPractice : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    private readonly string _folder = Directory.CreateTempSubdirectory("rapport-bench-").FullName;

    public InventedPractice(int patients, int seed = 2026)
    {
        var summary = DemoPractice.Write(_folder, Day, seed, patients: patients);
        var settings = SettingsReader.Read(summary.SettingsFile, new Dictionary<string, string?>(StringComparer.Ordinal));
        Practice = settings.Practice;
        Context = new PlanningContext(Practice, WallClock.At(TimeZoneInfo.FindSystemTimeZoneById(Practice.TimeZone), Day, new TimeOnly(7, 0)), TemplatePack.BuiltIn.Languages);
        Database = SqliteDatabase.Open(new SqliteOptions(settings.DatabasePath, Practice.Id, settings.EncryptionKey));
        new ImportStep(Database.Records, Database.Households, Practice, new SimulatedClock(Context.Now)).Run(new FhirFeed(summary.TodayFolder, Day), null, CancellationToken.None);
        Due = new ScheduledServices(Schedule.BuiltIn, Practice);
        var calendar = EducationCalendar.Load();
        Planner = new Planner([new AppointmentProgram(), new FollowUpProgram(), new RecallProgram(Due), new MomentsProgram(), new EducationProgram(calendar)], Planner.DefaultRules);
        Composer = new Composer(Shelf, [new PersonFacts(), new VisitFacts(), new FollowUpFacts(), new RecallFacts(Due), new EducationFacts(calendar)], new MessageCheck());
    }

    public Practice Practice { get; }

    public PlanningContext Context { get; }

    public SqliteDatabase Database { get; }

    public ScheduledServices Due { get; }

    public TemplateShelf Shelf { get; } = new(TemplatePack.BuiltIn);

    public Planner Planner { get; }

    public Composer Composer { get; }

    public Forecast Forecast(int days) =>
        new ForecastDesk(new Pictures(Database.Households, Practice), Planner, () => Context, () => Voices.None).Look(days, CancellationToken.None);

    public IEnumerable<Household> Read() => new Pictures(Database.Households, Practice).Read(new ChartFilter.Everyone(), Context.Today, CancellationToken.None);

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public static int Option(string[] options, string name, int otherwise)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 ? int.Parse(options[at + 1], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
