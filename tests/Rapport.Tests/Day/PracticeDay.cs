using System.Globalization;
using System.Text.Json.Nodes;
using Rapport.Connectors.Outbox;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Engine.Delivery;
using Rapport.Engine.Intake;
using Rapport.Engine.Planning;
using Rapport.Engine.Work;
using Rapport.Formats.Fhir;
using Rapport.Screen;
using Rapport.Settings;
using Rapport.Verbs;
using Rapport.TestKit;

namespace Rapport.Tests.Day;

/// <summary>A small practice in New York that lives days in seconds: its records as FHIR files, its database, its outbox folder, its clock.</summary>
/// <remarks>Times are the practice's wall clock, such as <c>2026-09-15 07:00</c>. Nothing in between is replaced by a double.</remarks>
internal sealed class PracticeDay : IDisposable
{
    public const string Tuesday = "2026-09-15";

    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly TimeOnly Morning = new(7, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, JsonObject> _records = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly SimulatedClock _clock;
    private readonly JsonObject _settings;
    private readonly Func<ISender, ISender>? _around;
    private Pipeline? _pipeline;
    private int _exports;

    private PracticeDay(string now, JsonObject settings, Func<ISender, ISender>? around)
    {
        (_clock, _settings, _around) = (new SimulatedClock(At(now)), settings, around);
        Add(Papers.Doctor());
        Add(Papers.Place());
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Pipeline Pipeline => _pipeline ??= Start();

    public string OutboxPath => Path.Combine(_folder.Path, "outbox");

    public IReadOnlyList<SentFile> Outbox => SentFile.ReadAll(OutboxPath);

    public IReadOnlyList<StaffTask> Tasks => Pipeline.Touches.OpenTasks();

    /// <summary>Opens in the morning of a Tuesday, unless another moment is named.</summary>
    public static PracticeDay Open(string now = $"{Tuesday} 07:00", Action<JsonObject>? settings = null, Func<ISender, ISender>? around = null)
    {
        var all = PracticeSettings.Usual();
        settings?.Invoke(all);
        return new PracticeDay(now, all, around);
    }

    public static DateTimeOffset At(string time) => WallClock(DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    public static string Instant(string time, int plusMinutes = 0) => At(time).AddMinutes(plusMinutes).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public PracticeDay Has(params ReadOnlySpan<PatientRecord> patients)
    {
        foreach (var patient in patients)
        {
            Add(patient.ToJson());
        }

        return this;
    }

    public PracticeDay Books(params ReadOnlySpan<VisitRecord> visits)
    {
        foreach (var visit in visits)
        {
            Add(visit.ToJson());
        }

        return this;
    }

    public PracticeDay Files(params ReadOnlySpan<JsonObject> papers)
    {
        foreach (var paper in papers)
        {
            Add(paper);
        }

        return this;
    }

    public PracticeDay Notes(string patient, string text, string tag = "remark", bool mayBeMentioned = false)
    {
        _notes.Add($"{Papers.Mrn}|mrn-{patient},\"{text}\",{tag},{(mayBeMentioned ? "yes" : "no")}");
        return this;
    }

    /// <summary>Exports what changed since the last time and imports it.</summary>
    /// <param name="exportedAt">The date that the records carry; the present where not given, and none where empty.</param>
    public ImportResult Import(string? exportedAt = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, $"export-{++_exports}")).FullName;
        foreach (var type in _records.Where(r => _changed.Contains(r.Key)).Select(r => r.Value).GroupBy(r => (string)r["resourceType"]!))
        {
            File.WriteAllLines(Path.Combine(folder, $"{type.Key}.ndjson"), type.Select(r => Dated(r, exportedAt).ToJsonString()));
        }

        if (_notes.Count > 0)
        {
            File.WriteAllLines(Path.Combine(folder, "notes.csv"), ["patient_identifier,text,tag,may_be_mentioned", .. _notes]);
        }

        _changed.Clear();
        return Pipeline.Import.Run(new FhirFeed(folder, Pipeline.Planning.Context().Today), null, Ct);
    }

    public PlanningResult Plan()
    {
        var plan = Pipeline.Planning.Run(null, Ct);
        Pipeline.Composing.Run(null, Ct);
        return plan;
    }

    public PracticeDay ImportAndPlan()
    {
        Import();
        Plan();
        return this;
    }

    public void MoveTo(string time) => _clock.MoveTo(At(time));

    public Task<DeliveryResult> Deliver() => Pipeline.DeliverAsync(Ct);

    /// <summary>Lives on: plans at seven every morning and sends what falls due, until a moment.</summary>
    public async Task Live(string until)
    {
        var end = At(until);
        while (true)
        {
            var morning = NextMorning();
            var due = Pipeline.Outbox.NextDueAt() is { } at && at < morning ? at : morning;
            if (due > end)
            {
                break;
            }

            _clock.MoveTo(due);
            if (due == morning)
            {
                Plan();
            }

            await Deliver();
        }

        _clock.MoveTo(end);
    }

    /// <summary>The process dies and is started again over the same files.</summary>
    public void Restart()
    {
        _pipeline?.Dispose();
        _pipeline = null;
    }

    public IReadOnlyList<StoredTouch> TouchesOf(string patient) => Pipeline.Touches.TouchesOf([new PatientId(patient)]);

    /// <summary>What <c>rapport explain</c> says.</summary>
    public string Explain(string patient)
    {
        using var page = new StringWriter();
        ExplainVerb.Show(Pipeline.Explaining.Explain(patient, Ct).ShouldNotBeNull(), Pipeline.Planning.Context(), new Terminal(page, page, isWatched: false));
        return page.ToString();
    }

    public void Dispose()
    {
        _pipeline?.Dispose();
        _folder.Dispose();
    }

    private static DateTimeOffset WallClock(DateTime local) => new(local, NewYork.GetUtcOffset(local));

    private DateTimeOffset NextMorning()
    {
        var local = TimeZoneInfo.ConvertTime(_clock.GetUtcNow(), NewYork).DateTime;
        var day = DateOnly.FromDateTime(local);
        return WallClock((TimeOnly.FromDateTime(local) < Morning ? day : day.AddDays(1)).ToDateTime(Morning));
    }

    private Pipeline Start()
    {
        var file = Path.Combine(_folder.Path, "rapport.json");
        File.WriteAllText(file, _settings.ToJsonString());
        var settings = SettingsReader.Read(file, new Dictionary<string, string?>(StringComparer.Ordinal));
        return new Pipeline(settings, _clock, _around?.Invoke(new OutboxFolderSender(settings.OutboxPath)));
    }

    private void Add(JsonObject resource)
    {
        var key = $"{resource["resourceType"]}/{resource["id"]}";
        _records[key] = resource;
        _changed.Add(key);
    }

    private JsonObject Dated(JsonObject resource, string? exportedAt)
    {
        var dated = (JsonObject)resource.DeepClone();
        if (exportedAt is not "")
        {
            var at = exportedAt is null ? _clock.GetUtcNow() : At(exportedAt);
            dated["meta"] = new JsonObject { ["lastUpdated"] = at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) };
        }

        return dated;
    }
}
