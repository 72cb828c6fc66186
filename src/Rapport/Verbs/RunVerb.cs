using System.CommandLine;
using Rapport.Engine.Delivery;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport run</c>: plans, writes and sends what is due, once or until stopped.</summary>
internal static class RunVerb
{
    private static readonly TimeSpan PlanEvery = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    public static Command Build(Terminal terminal)
    {
        var watch = new Option<bool>("--watch") { Description = "Go on until Ctrl-C: plan every 15 minutes, send as messages fall due" };
        var import = new Option<string?>("--import") { Description = "First read the records at this path" };
        var verb = new Command("run", "Plan, write and send what is due now, to the outbox folder or to the mail server that is configured") { watch, import };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, async () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            if (words.GetValue(import) is { } path)
            {
                ImportVerb.Show(ImportVerb.Run(pipeline, path, terminal, ct), terminal, words.GetValue(Common.Json));
            }

            if (words.GetValue(watch))
            {
                await WatchAsync(pipeline, terminal, words.GetValue(Common.Json), ct);
                return CommandLine.Done;
            }

            await OnceAsync(pipeline, terminal, words.GetValue(Common.Json), ct);
            return CommandLine.Done;
        }));
        return verb;
    }

    private static async Task OnceAsync(Pipeline pipeline, Terminal terminal, bool asJson, CancellationToken ct)
    {
        var plan = pipeline.Planning.Run(null, ct);
        var composing = pipeline.Composing.Run(null, ct);
        var sent = await pipeline.DeliverAsync(ct);
        var written = await pipeline.Writing.WriteAheadOnceADayAsync(ct);   // after sending: no message waits for a model
        if (asJson)
        {
            terminal.Json(new { plan.Patients, plan.Touches, plan.Silences, plan.Tasks, composing, sent, written, nextDueAt = pipeline.Outbox.NextDueAt() });
            return;
        }

        PlanVerb.Show(plan, terminal);
        terminal.Line($"{composing.Messages:N0} messages written, {composing.Held:N0} held. {Sent(sent)}");
        if (written is not null)
        {
            terminal.Line(ComposeVerb.InWords(written));
        }

        if (pipeline.Outbox.NextDueAt() is { } next)
        {
            terminal.Line($"The next message is due at {pipeline.Planning.Context().Local(next):yyyy-MM-dd HH:mm}.");
        }
    }

    private static async Task WatchAsync(Pipeline pipeline, Terminal terminal, bool asJson, CancellationToken ct)
    {
        var planAt = DateTimeOffset.MinValue;
        while (true)
        {
            if (pipeline.Clock.GetUtcNow() >= planAt)
            {
                planAt = pipeline.Clock.GetUtcNow() + PlanEvery;
                await OnceAsync(pipeline, terminal, asJson, ct);
            }
            else if (pipeline.Outbox.NextDueAt() <= pipeline.Clock.GetUtcNow())
            {
                terminal.Line(Sent(await pipeline.DeliverAsync(ct)));
            }

            await Task.Delay(LookEvery, pipeline.Clock, ct);
        }
    }

    private static string Sent(DeliveryResult sent) =>
        $"{sent.Sent:N0} sent, {sent.Failed:N0} refused, {sent.Unknown:N0} of unknown fate.";
}
