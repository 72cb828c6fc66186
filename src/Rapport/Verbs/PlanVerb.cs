using System.CommandLine;
using Rapport.Engine.Planning;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport plan</c>: decides, writes the words, and sends nothing.</summary>
internal static class PlanVerb
{
    public static Command Build(Terminal terminal)
    {
        var verb = new Command("plan", "Decide whom to contact in the next two weeks and write the messages; nothing is sent");
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            var plan = terminal.Progress("Planning", bar => pipeline.Planning.Run(null, ct));
            var composing = terminal.Progress("Writing", bar => pipeline.Composing.Run(null, ct));
            if (words.GetValue(Common.Json))
            {
                terminal.Json(new { plan.Patients, plan.Touches, plan.Saved, plan.Silences, plan.Tasks, composing });
            }
            else
            {
                Show(plan, terminal);
                terminal.Line($"{composing.Messages:N0} messages written, {composing.Held:N0} held for a person.");
                Upcoming(pipeline, terminal);
            }

            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    public static void Show(PlanningResult plan, Terminal terminal) =>
        terminal.Line($"{plan.Patients:N0} patients looked at: {plan.Touches:N0} touches planned ({plan.Saved.Added:N0} new, {plan.Saved.Changed:N0} changed, {plan.Saved.Withdrawn:N0} taken back), {plan.Tasks:N0} tasks for people.");

    private static void Upcoming(Pipeline pipeline, Terminal terminal) =>
        terminal.Table(["program", "step", "channel", "status", "number"], pipeline.Touches.Count()
            .Select(c => (IReadOnlyList<string>)[c.Program, c.Step, c.Channel.ToString(), c.Status.ToString(), $"{c.Number:N0}"]));
}
