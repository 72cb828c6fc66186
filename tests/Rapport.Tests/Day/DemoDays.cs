using System.Text.Json;
using Rapport.Core.Planning;
using Rapport.Engine.Composing.Writing;
using Rapport.Engine.Planning;
using Rapport.Engine.Work;
using Rapport.Formats.Fhir;
using Rapport.Samples;
using Rapport.Settings;
using Rapport.TestKit;
using Rapport.TestKit.LanguageModels;
using WallClock = Rapport.Core.Planning.WallClock;

namespace Rapport.Tests.Day;

/// <summary>Some days of an invented practice, with what its records say read by other means than Rapport's own.</summary>
internal sealed class DemoDays : IDisposable
{
    // Given names that are words too, at the start of a sentence or in a date.
    private static readonly string[] Words = ["Will", "May", "Hope", "April", "June", "Grace", "Joy"];

    private readonly TemporaryFolder _folder = new();
    private readonly Pipeline _pipeline;
    private readonly RapportSettings _settings;
    private readonly Dictionary<string, string[]> _names;
    private readonly Dictionary<string, string[]> _carers;

    private DemoDays(DateOnly today, int seed, SimulatedClock clock, ModelServer? model)
    {
        Summary = DemoPractice.Write(_folder.Path, today, seed, patients: DemoPractice.FewestPatients);
        _settings = SettingsReader.Read(Summary.SettingsFile, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["model:provider"] = model is null ? null : "openAiCompatible",
            ["model:name"] = model is null ? null : "scripted",
            ["model:baseUrl"] = model?.Url,
        });
        _pipeline = new Pipeline(_settings, clock);
        var patients = Read("Patient");
        _names = patients.ToDictionary(p => p.GetProperty("id").GetString()!, GivenNames, StringComparer.Ordinal);
        _carers = Read("RelatedPerson").ToDictionary(p => p.GetProperty("id").GetString()!, GivenNames, StringComparer.Ordinal);
        PatientNames = _names.Values.SelectMany(n => n).Except(Words).ToHashSet(StringComparer.Ordinal);
        Deceased = [.. patients.Where(p => p.TryGetProperty("deceasedDateTime", out _) || p.TryGetProperty("deceasedBoolean", out _)).Select(p => p.GetProperty("id").GetString()!)];
        InternalWords = [.. Read("Appointment").SelectMany(InternalWordsOf).Distinct(StringComparer.Ordinal)];
    }

    public DemoSummary Summary { get; }

    public IReadOnlySet<string> PatientNames { get; }

    public IReadOnlyList<string> Deceased { get; }

    /// <summary>Reasons and remarks of bookings, as the front desk typed them.</summary>
    public IReadOnlyList<string> InternalWords { get; }

    /// <summary>An address whose owner asked to stop in the morning.</summary>
    public string StoppedAddress { get; private set; } = "";

    public IReadOnlyList<StoredTouch> Sent => field ??= _pipeline.Touches.Sent();

    public IReadOnlyList<SentFile> Files => field ??= SentFile.ReadAll(_settings.OutboxPath);

    /// <summary>What was written by a model, drills left out.</summary>
    public IReadOnlyList<WrittenTemplate> Written => [.. _pipeline.Writing.Templates.List(null).Where(t => t.Drill is null)];

    /// <param name="model">Asked every morning for what the coming month wants; a person approves all of it.</param>
    public static async Task<DemoDays> Live(DateOnly today, int seed, int days, ModelServer? model = null)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var clock = new SimulatedClock(WallClock.At(zone, today.AddDays(-1), new TimeOnly(18, 0)));
        var demo = new DemoDays(today, seed, clock, model);
        demo.ImportAndPlan(demo.Summary.YesterdayFolder);
        clock.MoveTo(WallClock.At(zone, today, new TimeOnly(7, 0)));
        demo.ImportAndPlan(demo.Summary.TodayFolder);
        demo.StopOne(clock.GetUtcNow());
        for (var day = today; day < today.AddDays(days); day = day.AddDays(1))
        {
            clock.MoveTo(WallClock.At(zone, day, new TimeOnly(7, 0)));
            await demo.Write();
            demo.Plan();
            var night = WallClock.At(zone, day, new TimeOnly(22, 0));
            while (demo._pipeline.Outbox.NextDueAt() is { } next && next < night)
            {
                clock.MoveTo(next);
                await demo._pipeline.DeliverAsync(PracticeDay.Ct);
            }
        }

        return demo;
    }

    public DateTime Local(StoredTouch sent) => _pipeline.Planning.Context().Local(sent.SentAt!.Value);

    public IEnumerable<string> NamesOf(string patient) => _names[patient];

    /// <summary>What the reader of a message is called, if it is not the patient.</summary>
    public IEnumerable<string> NamesOfReader(Touch touch) => touch.Recipient.PersonId is { } id ? _carers[id] : [];

    public void Dispose()
    {
        _pipeline.Dispose();
        _folder.Dispose();
    }

    private void ImportAndPlan(string folder)
    {
        _pipeline.Import.Run(new FhirFeed(folder, _pipeline.Planning.Context().Today), null, PracticeDay.Ct);
        Plan();
    }

    private void Plan()
    {
        _pipeline.Planning.Run(null, PracticeDay.Ct);
        _pipeline.Composing.Run(null, PracticeDay.Ct);
    }

    private async Task Write()
    {
        await _pipeline.Writing.WriteAheadOnceADayAsync(PracticeDay.Ct);
        foreach (var template in Written.Where(t => t.Status is TemplateStatus.Held))
        {
            _pipeline.Writing.Templates.Approve(template.Template.Id, "a reviewer");
        }
    }

    private void StopOne(DateTimeOffset now)
    {
        var couple = Summary.The(DemoCase.SharedPhoneCouple).Split('/')[1];
        StoppedAddress = _pipeline.Touches.TouchesOf([new(couple)])[0].Touch.Recipient.Address;
        _pipeline.Outbox.Suppress(StoppedAddress, "Its owner asked us to stop.", now);
    }

    // The demo breaks some lines on purpose.
    private List<JsonElement> Read(string type)
    {
        var resources = new List<JsonElement>();
        foreach (var line in File.ReadLines(Path.Combine(Summary.TodayFolder, $"{type}.ndjson")).Where(l => l.EndsWith('}')))
        {
            resources.Add(JsonDocument.Parse(line).RootElement);
        }

        return resources;
    }

    private static string[] GivenNames(JsonElement person) => !person.TryGetProperty("name", out var names) ? [] :
        [.. names.EnumerateArray().Where(n => n.TryGetProperty("given", out _)).SelectMany(n => n.GetProperty("given").EnumerateArray()).SelectMany(g => g.GetString()!.Split(' ', '-')).Distinct()];

    private static IEnumerable<string> InternalWordsOf(JsonElement visit)
    {
        if (visit.TryGetProperty("description", out var description))
        {
            yield return description.GetString()!;
        }

        if (visit.TryGetProperty("reasonCode", out var reasons))
        {
            foreach (var reason in reasons.EnumerateArray().Where(r => r.TryGetProperty("text", out _)))
            {
                yield return reason.GetProperty("text").GetString()!;
            }
        }
    }
}
