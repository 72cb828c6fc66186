using System.CommandLine;
using System.Globalization;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Engine.Delivery;
using Rapport.Engine.Work;
using Rapport.Samples;
using Rapport.Screen;
using Rapport.Settings;

namespace Rapport.Verbs;

/// <summary><c>rapport demo</c>: an invented practice lives one working day, from the records in the evening before to the last message at night.</summary>
internal static class DemoVerb
{
    public static Command Build(Terminal terminal)
    {
        var folder = new Option<string>("--folder") { Description = "Where the invented records and the outbox are written; its contents are replaced", DefaultValueFactory = _ => "demo" };
        var date = new Option<DateOnly?>("--date") { Description = "The day it plays on (default: today, or Monday on a weekend)" };
        var patients = new Option<int>("--patients") { Description = "How many patients the practice has", DefaultValueFactory = _ => 400 };
        var verb = new Command("demo", "Let an invented practice live a working day; nothing leaves this machine") { folder, date, patients };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, async () =>
        {
            var today = words.GetValue(date) ?? NextWorkingDay(DateOnly.FromDateTime(Clocks.System.GetLocalNow().DateTime));
            var demo = await Demo.PrepareAsync(Path.GetFullPath(words.GetValue(folder)!), today, words.GetValue(patients));
            var day = await demo.LiveAsync(terminal, ct);
            if (words.GetValue(Common.Json))
            {
                terminal.Json(day);
            }
            else
            {
                DemoReport.Show(day, demo, terminal);
            }

            return CommandLine.Done;
        }));
        return verb;
    }

    private static DateOnly NextWorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}

/// <summary>What happened on the day.</summary>
public sealed record DemoDay
{
    public required long Patients { get; init; }

    public required long Sent { get; init; }

    public required long TakenBack { get; init; }

    public required IReadOnlyDictionary<string, long> Silences { get; init; }

    public required IReadOnlyList<SentMessage> Messages { get; init; }

    public required IReadOnlyList<string> Tasks { get; init; }

    public required long IntakeIssues { get; init; }
}

/// <summary>A message that left on the day.</summary>
public sealed record SentMessage(DateTimeOffset At, string Program, string Step, string Channel, string Language, string To, string? Subject, string Body, string Because);

/// <summary>The invented practice in a folder, under a clock that stands still until it is moved.</summary>
internal sealed class Demo
{
    private static readonly TimeOnly EveningBefore = new(18, 0);
    private static readonly TimeOnly Morning = new(7, 0);
    private static readonly TimeOnly Night = new(21, 0);

    private readonly RapportSettings _settings;
    private readonly DemoSummary _summary;
    private readonly DateOnly _today;

    private Demo(RapportSettings settings, DemoSummary summary, DateOnly today) => (_settings, _summary, _today) = (settings, summary, today);

    public string OutboxPath => _settings.OutboxPath;

    public string SettingsFile => _summary.SettingsFile;

    public DateOnly Today => _today;

    public static Task<Demo> PrepareAsync(string folder, DateOnly today, int patients)
    {
        // Only what an earlier demo wrote is removed; a folder with anything else in it is not ours.
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, "rapport.json")))
        {
            throw new InvalidDataException($"{folder} is not empty and was not made by the demo. Name another folder with --folder.");
        }

        Directory.CreateDirectory(folder);
        foreach (var old in new[] { "1-yesterday", "2-today", "outbox" }.Select(name => Path.Combine(folder, name)).Where(Directory.Exists))
        {
            Directory.Delete(old, recursive: true);
        }

        foreach (var old in new[] { "rapport.db", "rapport.db-wal", "rapport.db-shm" })
        {
            File.Delete(Path.Combine(folder, old));
        }

        var summary = DemoPractice.Write(folder, today, patients: patients);
        return Task.FromResult(new Demo(SettingsReader.Read(summary.SettingsFile, new Dictionary<string, string?>(StringComparer.Ordinal)), summary, today));
    }

    public async Task<DemoDay> LiveAsync(Terminal terminal, CancellationToken ct)
    {
        var clock = new SimulatedClock(At(_today.AddDays(-1), EveningBefore));
        using var pipeline = new Pipeline(_settings, clock);
        var evening = ImportVerb.Run(pipeline, _summary.YesterdayFolder, terminal, ct);
        pipeline.Planning.Run(null, ct);
        pipeline.Composing.Run(null, ct);

        clock.MoveTo(At(_today, Morning));
        var morning = ImportVerb.Run(pipeline, _summary.TodayFolder, terminal, ct);
        var plan = pipeline.Planning.Run(null, ct);
        pipeline.Composing.Run(null, ct);

        var sent = new DeliveryResult(0, 0, 0);
        var night = At(_today, Night);
        while (pipeline.Outbox.NextDueAt() is { } next && next < night)
        {
            clock.MoveTo(next);
            sent += await pipeline.DeliverAsync(ct);
        }

        return new DemoDay
        {
            Patients = plan.Patients,
            Sent = sent.Sent,
            TakenBack = morning.Records.TouchesWithdrawn,
            Silences = plan.Silences,
            Messages = Messages(pipeline),
            Tasks = [.. pipeline.Touches.OpenTasks().Select(t => t.Because).Distinct(StringComparer.Ordinal)],
            IntakeIssues = evening.Issues + morning.Issues,
        };
    }

    private IReadOnlyList<SentMessage> Messages(Pipeline pipeline) => [.. pipeline.Touches.Sent()
        .GroupBy(s => s.Message!.Id)
        .Select(g => g.First())
        .OrderBy(s => s.SentAt)
        .Select(s => new SentMessage(pipeline.Planning.Context().AtPractice(s.SentAt!.Value), s.Touch.Program, s.Touch.Step, s.Touch.Channel.ToString(), s.Touch.Language.Tag,
            s.Touch.Recipient.Address.Split('\n')[0], s.Message!.Subject, s.Message.Body, s.Touch.Because[0].Because))];

    private DateTimeOffset At(DateOnly day, TimeOnly time) => WallClock.At(TimeZoneInfo.FindSystemTimeZoneById(_settings.Practice.TimeZone), day, time);
}

/// <summary>Prints the day for a person.</summary>
internal static class DemoReport
{
    public static void Show(DemoDay day, Demo demo, Terminal terminal)
    {
        terminal.Heading($"{demo.Today.ToString("dddd, MMMM d, yyyy", CultureInfo.GetCultureInfo("en-US"))}: {day.Sent} messages for {day.Patients} patients");
        terminal.Table(["for", "channel", "language", "messages"], day.Messages
            .GroupBy(m => (m.Program, m.Step, m.Channel, m.Language))
            .OrderBy(g => g.Key.Program, StringComparer.Ordinal).ThenBy(g => g.Key.Step, StringComparer.Ordinal)
            .Select(g => (IReadOnlyList<string>)[$"{g.Key.Program}: {g.Key.Step}", g.Key.Channel, g.Key.Language, $"{g.Count()}"]));

        terminal.Heading("Three of them");
        foreach (var message in Samples(day.Messages))
        {
            terminal.Line($"{message.Program}, {message.Step}, by {message.Channel.ToLowerInvariant()} at {message.At:h:mm tt} to {message.To}");
            terminal.Line($"why: {message.Because}");
            terminal.Line();
            terminal.Line($"    {(message.Subject is null ? "" : $"Subject: {message.Subject}\n\n")}{message.Body}".Replace("\n", "\n    ", StringComparison.Ordinal));
            terminal.Line();
        }

        terminal.Heading("Not said, and why");
        terminal.Table(["reason", "times"], day.Silences.OrderByDescending(s => s.Value).Select(s => (IReadOnlyList<string>)[s.Key, $"{s.Value}"]));
        terminal.Heading($"{day.Tasks.Count} things for people to do");
        foreach (var task in day.Tasks.Take(5))
        {
            terminal.Line($"  - {task}");
        }

        terminal.Line();
        terminal.Line($"Read every message: {Path.Combine(demo.OutboxPath, "index.html")}");
        terminal.Line($"Ask why:            rapport explain PATIENT --config {demo.SettingsFile}");
    }

    // One text, one mail, one in Spanish where there is one, of three programs.
    private static List<SentMessage> Samples(IReadOnlyList<SentMessage> messages)
    {
        var chosen = new List<SentMessage>();
        foreach (var wanted in new Func<SentMessage, bool>[] { m => m is { Program: "appointment", Step: "remind", Channel: nameof(Channel.Sms) }, m => m.Channel == nameof(Channel.Email), m => m.Language == "es" })
        {
            var next = messages.FirstOrDefault(m => wanted(m) && chosen.TrueForAll(c => c.Program != m.Program)) ?? messages.FirstOrDefault(m => wanted(m) && !chosen.Contains(m));
            if (next is not null)
            {
                chosen.Add(next);
            }
        }

        return chosen;
    }
}
