using System.CommandLine;
using Rapport.Core.Composing.Writing;
using Rapport.Engine.Composing;
using Rapport.Engine.Composing.Writing;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport compose</c>: has words written for what the coming month wants; with <c>--forecast</c> it only says what that needs.</summary>
internal static class ComposeVerb
{
    private const int ShownSituations = 25;
    private const int TokensOfAnAnswer = 500;

    public static Command Build(Terminal terminal)
    {
        var forecast = new Option<bool>("--forecast") { Description = "Only say how many model calls the coming time needs, and what they cost; nothing is asked or written" };
        var days = new Option<int>("--days") { Description = "How far to look ahead", DefaultValueFactory = _ => ForecastDesk.Month };
        var verb = new Command("compose", "Have words written for what the coming month wants; they wait for approval (rapport templates)") { forecast, days };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, async () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            if (words.GetValue(forecast))
            {
                Show(Forecast(pipeline, words.GetValue(days), terminal, ct), pipeline, words.GetValue(Common.Json), terminal);
                return CommandLine.Done;
            }

            if (await pipeline.Writing.WriteAheadAsync(ct) is not { } result)
            {
                terminal.Error("No language model is configured, so there is nobody to ask. All words come from the pack; see docs/guides/language-models.md to set one up.");
                return CommandLine.Wrong;
            }

            if (words.GetValue(Common.Json))
            {
                terminal.Json(result);
            }
            else
            {
                terminal.Line(InWords(result));
            }

            return CommandLine.Done;
        }));
        return verb;
    }

    public static string InWords(WritingResult result) =>
        $"{result.Templates:N0} templates for {result.Situations:N0} situations in {result.Calls:N0} model calls; {result.Held:N0} wait for a person (rapport templates list)."
        + $" {result.Refused:N0} were refused by the guardrails, {result.Repeats:N0} repeated known words, {result.Retired:N0} were retired."
        + (result.Stopped is { } why ? $" Stopped: {why}" : "");

    private static (Forecast Forecast, WritingPlan Plan) Forecast(Pipeline pipeline, int days, Terminal terminal, CancellationToken ct)
    {
        var forecast = terminal.Progress("Looking ahead", _ => pipeline.Writing.Forecasts.Look(days, ct));
        var live = pipeline.Writing.Templates.List(null).Where(t => t.Drill is null && t.Status is TemplateStatus.Held or TemplateStatus.Approved).ToList();
        var since = pipeline.Planning.Context().Now.AddDays(-ForecastDesk.Month);
        var made = pipeline.Writing.Log.Since(since).Count(c => c.Task is ModelTask.Templates && c.ReachedModel);
        return (forecast, WritingPlan.Make(
            forecast.Demand,
            key => live.Count(t => new TemplateKey(t.Template.Situation, t.Template.Shade, t.Template.Voice) == key),
            forecast.Messages, made, pipeline.Writing.Policy));
    }

    private static void Show((Forecast Forecast, WritingPlan Plan) looked, Pipeline pipeline, bool asJson, Terminal terminal)
    {
        var (forecast, plan) = looked;
        var cost = plan.Jobs.Sum(j => CostOf(j, pipeline));
        var most = Math.Min(plan.CallsAllowed, 2L * plan.Jobs.Count);
        if (asJson)
        {
            terminal.Json(new { forecast.Days, forecast.Patients, forecast.Messages, situations = forecast.Demand.Count, calls = plan.Jobs.Count, callsWithSecondTries = most, waiting = plan.Later.Count, cost, costWithSecondTries = CostWithSecondTries(cost, plan, most), pipeline.Writing.Account.Currency });
            return;
        }

        terminal.Line($"In the next {forecast.Days} days: {forecast.Messages:N0} messages to {forecast.Patients:N0} patients, in {forecast.Demand.Count:N0} situations (shades counted apart).");
        terminal.Line($"Model calls: {plan.Jobs.Count:N0}, with second tries at most {most:N0}; {plan.Later.Count:N0} rarer situations stay with the pack until more messages want them.");
        terminal.Line($"That is {(forecast.Messages is 0 ? 0 : 1_000.0 * plan.Jobs.Count / forecast.Messages):N1} calls per 1,000 messages. Cost: about {cost:N4} {pipeline.Writing.Account.Currency}, at most {CostWithSecondTries(cost, plan, most):N4}.");
        if (pipeline.Writing.Model is null)
        {
            terminal.Line("No language model is configured: the pack's words are used, and nothing is spent.");
        }

        terminal.Line("Visits that nobody has booked yet are not in this forecast.");
        terminal.Table(["situation", "shade", "messages", "most per person", "new words"], forecast.Demand.Take(ShownSituations).Select(d => (IReadOnlyList<string>)
            [d.Key.Situation.ToString(), d.Key.Shade.Name, $"{d.Messages:N0}", $"{d.MostPerPerson}", plan.Jobs.FirstOrDefault(j => j.Demand == d) is { } job ? $"{job.Variants}" : ""]));
    }

    private static decimal CostWithSecondTries(decimal cost, WritingPlan plan, long most) => plan.Jobs.Count is 0 ? 0 : cost * most / plan.Jobs.Count;

    // Three bytes a token are counted for what is asked, and what an answer usually takes.
    private static decimal CostOf(WritingJob job, Pipeline pipeline)
    {
        var request = TemplateWriter.RequestFor(new WritingBrief { Situation = job.Demand.Key.Situation, Shade = job.Demand.Key.Shade, Variants = job.Variants }, ModelTask.Templates);
        return pipeline.Writing.Account.CostOf(new ModelUsage((request.Instructions.Length + request.Input.Length) / 3, TokensOfAnAnswer));
    }
}
