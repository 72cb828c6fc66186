using System.CommandLine;
using Rapport.Connectors.Smtp;
using Rapport.Core.Composing;
using Rapport.Core.Planning.Calendar;
using Rapport.Screen;
using Rapport.Settings;

namespace Rapport.Verbs;

/// <summary><c>rapport doctor</c>: is everything there that a run needs, and what did the last imports complain of?</summary>
internal static class DoctorVerb
{
    private const int MaxIssues = 25;

    public static Command Build(Terminal terminal)
    {
        var verb = new Command("doctor", "Check the settings, the database, the outbox folder and the mail server; list intake issues");
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, async () =>
        {
            var settings = Common.Settings(words);
            using var pipeline = new Pipeline(settings, Clocks.System);
            List<Check> checks = [Settings(settings), Database(settings), Outbox(settings), await MailAsync(settings, ct), Words(), Calendar(pipeline), Labels(settings)];
            var issues = pipeline.Records.ReadIssues(MaxIssues);
            if (words.GetValue(Common.Json))
            {
                terminal.Json(new { checks, issues, recordsWithoutPatient = pipeline.Records.CountWithoutPatient() });
            }
            else
            {
                Show(checks, terminal);
                Show(pipeline, issues, terminal);
            }

            return checks.TrueForAll(c => c.IsFine) ? CommandLine.Done : CommandLine.Wrong;
        }));
        return verb;
    }

    private static Check Settings(RapportSettings settings) =>
        new("settings", true, $"{settings.Practice.Name}, {settings.Practice.TimeZone}, channels {string.Join(", ", settings.Practice.Channels)}, {settings.Practice.VisitLabels.Count} visit labels.");

    private static Check Database(RapportSettings settings) => new("database", true, $"{settings.DatabasePath} opens and its tables are up to date.");

    private static Check Outbox(RapportSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.OutboxPath);
            var probe = Path.Combine(settings.OutboxPath, ".probe");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Check("outbox", true, $"{settings.OutboxPath} can be written to.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new Check("outbox", false, $"{settings.OutboxPath} cannot be written to: {wrong.Message}");
        }
    }

    private static async Task<Check> MailAsync(RapportSettings settings, CancellationToken ct)
    {
        if (settings.Smtp is not { } smtp)
        {
            return new Check("mail server", true, "None is configured, so nothing leaves this machine.");
        }

        return await new SmtpSender(smtp, Clocks.System).CheckAsync(ct) is { } problem
            ? new Check("mail server", false, problem)
            : new Check("mail server", true, $"{smtp} answers and takes our mail.");
    }

    private static Check Words() =>
        new("words", true, $"{TemplatePack.BuiltIn.All.Count():N0} templates in {string.Join(" and ", TemplatePack.BuiltIn.Languages.Select(l => l.Tag))}.");

    private static Check Calendar(Pipeline pipeline)
    {
        var calendar = EducationCalendar.Load();
        var stale = calendar.Rows.Count(r => r.ValidTo < pipeline.Planning.Context().Today);
        return new Check("calendar", stale is 0, stale is 0 ? $"{calendar.Rows.Count} topics, all valid." : $"{stale} of {calendar.Rows.Count} topics are past their validity and are not sent.");
    }

    private static Check Labels(RapportSettings settings) =>
        new("visit labels", settings.Practice.VisitLabels.Count > 0, settings.Practice.VisitLabels.Count > 0
            ? "Kinds of visits have approved names."
            : "No visit labels are set, so every visit is called just 'visit'. Add practice:visitLabels.");

    private static void Show(List<Check> checks, Terminal terminal) =>
        terminal.Table(["check", "", ""], checks.Select(c => (IReadOnlyList<string>)[c.Name, c.IsFine ? "fine" : "LOOK", c.What]));

    private static void Show(Pipeline pipeline, IReadOnlyList<Core.Intake.IntakeIssue> issues, Terminal terminal)
    {
        var waiting = pipeline.Records.CountWithoutPatient();
        if (waiting > 0)
        {
            terminal.Line($"{waiting:N0} records name a patient whom no import has brought yet; they wait for them.");
        }

        if (issues.Count > 0)
        {
            terminal.Heading("Intake issues, latest first");
            terminal.Table(["file", "line", "where", "what", "lost"], issues.Select(i =>
                (IReadOnlyList<string>)[Path.GetFileName(i.File), $"{i.Line}", i.Path, i.Reason, i.Loss.ToString().ToLowerInvariant()]));
        }
    }

    private sealed record Check(string Name, bool IsFine, string What);
}
