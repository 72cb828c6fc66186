using System.CommandLine;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport outbox</c>: what waits, what left, what ended, by reason.</summary>
internal static class OutboxVerb
{
    public static Command Build(Terminal terminal)
    {
        var verb = new Command("outbox", "Show what waits, what left and what ended, with the reasons");
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            var settings = Common.Settings(words);
            using var pipeline = new Pipeline(settings, Clocks.System);
            var counts = pipeline.Touches.Count();
            if (words.GetValue(Common.Json))
            {
                foreach (var count in counts)
                {
                    terminal.Json(count);
                }

                return Task.FromResult(CommandLine.Done);
            }

            terminal.Table(["status", "program", "step", "channel", "number", "because"], counts
                .OrderBy(c => c.Status)
                .Select(c => (IReadOnlyList<string>)[c.Status.ToString(), c.Program, c.Step, c.Channel.ToString(), $"{c.Number:N0}", c.Reason ?? ""]));
            terminal.Line(settings.Smtp is null
                ? $"Nothing leaves this machine: messages are files in {settings.OutboxPath}. Open index.html there to read them."
                : $"Mail leaves through {settings.Smtp.Host}.");
            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }
}
