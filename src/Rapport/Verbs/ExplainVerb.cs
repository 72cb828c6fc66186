using System.CommandLine;
using Rapport.Core.Planning;
using Rapport.Engine.Explaining;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport explain PATIENT</c>: every touch and every silence of one patient, with its reasons.</summary>
internal static class ExplainVerb
{
    public static Command Build(Terminal terminal)
    {
        var patient = new Argument<string>("patient") { Description = "The patient's id, or a medical record number" };
        var verb = new Command("explain", "Say in plain words why a patient hears from us, and why not") { patient };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            if (pipeline.Explaining.Explain(words.GetValue(patient)!, ct) is not { } explanation)
            {
                terminal.Error("No patient is known by that id or identifier.");
                return Task.FromResult(CommandLine.Wrong);
            }

            if (words.GetValue(Common.Json))
            {
                terminal.Json(new { patient = explanation.Patient.Id.Value, explanation.Past, explanation.Planned, explanation.Silences, explanation.Tasks });
            }
            else
            {
                Show(explanation, pipeline.Planning.Context(), terminal);
            }

            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    public static void Show(Explanation explanation, PlanningContext context, Terminal terminal)
    {
        var patient = explanation.Patient;
        terminal.Heading($"{patient.FullName ?? patient.NameToUse ?? "A patient without a usable name"}, {patient.AgeOn(context.Today)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "age unknown"}, {patient.Language}");
        Section(terminal, "So far", explanation.Past.Where(p => !p.Touch.Status.IsUnsent()).Select(p =>
            $"{Name(p.Touch)}: {p.Touch.Status.ToString().ToLowerInvariant()}{(p.SentAt is { } at ? $" on {context.Local(at):yyyy-MM-dd HH:mm}" : "")}{(p.Reason is { } reason ? $", because: {reason}" : ".")}"));
        foreach (var message in explanation.Planned.GroupBy(t => t.GroupKey, StringComparer.Ordinal))
        {
            ShowPlanned([.. message], explanation, context, terminal);
        }

        Section(terminal, "Not sent, because", explanation.Silences.Select(s => $"{s.Program}.{s.Step} ({s.Subject}): {s.Decisive.Because}"));
        Section(terminal, "For a person", explanation.Tasks.Select(t => t.Because));
    }

    // What leaves as one message is shown once, with all that it rests on.
    private static void ShowPlanned(IReadOnlyList<Touch> group, Explanation explanation, PlanningContext context, Terminal terminal)
    {
        var (touch, kept) = (group[0], explanation.Past.FirstOrDefault(p => p.Touch.Id == group[0].Id));
        var verb = kept is { Touch.Status: TouchStatus.Held } ? "Waits for a person" : "Will be sent";
        var at = touch.Hours.NextAt(touch.Window.BestAt > context.Now ? touch.Window.BestAt : context.Now, touch.Zones);
        Section(
            terminal,
            $"{verb}: {Name(touch)} on {context.Local(at):dddd yyyy-MM-dd HH:mm}, not after {context.Local(touch.Window.ExpiresAt):yyyy-MM-dd HH:mm}",
            [.. kept is { Touch.Status: TouchStatus.Held, Reason: { } reason } ? new[] { $"Held: {reason}" } : [], .. group.SelectMany(t => t.Because).Select(f => f.Because)]);
        if (kept?.Message is { } message)
        {
            terminal.Line();
            terminal.Line($"    {(message.Subject is null ? "" : message.Subject + "\n\n")}{message.Body}".Replace("\n", "\n    ", StringComparison.Ordinal));
        }
    }

    private static string Name(Touch touch) => $"{touch.Program}.{touch.Step} by {touch.Channel.ToString().ToLowerInvariant()} to {(touch.Recipient.IsPatient ? "the patient" : "the person who acts for them")}";

    private static void Section(Terminal terminal, string title, IEnumerable<string> lines)
    {
        var any = false;
        foreach (var line in lines.Distinct(StringComparer.Ordinal))
        {
            if (!any)
            {
                terminal.Line();
                terminal.Line(title);
                any = true;
            }

            terminal.Line($"  - {line}");
        }
    }
}
