using System.CommandLine;
using System.Globalization;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport model</c>: what was asked of a language model, word for word, and what it cost.</summary>
internal static class ModelVerb
{
    public static Command Build(Terminal terminal) => new("model", "See every request that went to a language model, and its cost") { Calls(terminal), Show(terminal), Costs(terminal) };

    private static readonly Option<int> Days = new("--days") { Description = "How far back", DefaultValueFactory = _ => 30 };

    private static Command Calls(Terminal terminal)
    {
        var verb = new Command("calls", "List calls, the latest first") { Days };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            var calls = pipeline.Writing.Log.Since(pipeline.Clock.GetUtcNow().AddDays(-words.GetValue(Days)));
            if (words.GetValue(Common.Json))
            {
                foreach (var call in calls)
                {
                    terminal.Json(call);
                }

                return Task.FromResult(CommandLine.Done);
            }

            terminal.Table(["id", "at", "for", "program", "model", "came of it", "tokens in", "tokens out", "cost"], calls.Select(c => (IReadOnlyList<string>)
                [$"{c.Id:N}"[..12], c.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), c.Task.ToString(), c.Program, c.Model, c.Outcome, $"{c.Usage.InputTokens:N0}", $"{c.Usage.OutputTokens:N0}", $"{c.Cost:N5}"]));
            if (calls.Count is 0)
            {
                terminal.Line("No language model was asked.");
            }

            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static Command Show(Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = "The call's id, or its first letters" };
        var verb = new Command("show", "Show a request and its answer, word for word") { id };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            var found = pipeline.Writing.Log.Since(DateTimeOffset.MinValue).Where(c => $"{c.Id:N}".StartsWith(words.GetValue(id)!, StringComparison.OrdinalIgnoreCase)).ToList();
            if (found is not [var call] || pipeline.Writing.Log.Find(call.Id) is not { } text)
            {
                terminal.Error(found.Count is 0 ? "No call begins with these letters." : $"{found.Count} calls begin with these letters; give more of them.");
                return Task.FromResult(CommandLine.Wrong);
            }

            terminal.Heading($"Told to {call.Model}");
            terminal.Line(text.Instructions);
            terminal.Heading("Asked");
            terminal.Line(text.Input);
            terminal.Heading($"Answered ({call.Outcome})");
            terminal.Line(text.Answer ?? "nothing");
            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static Command Costs(Terminal terminal)
    {
        var verb = new Command("costs", "Tokens and cost by program") { Days };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            var calls = pipeline.Writing.Log.Since(pipeline.Clock.GetUtcNow().AddDays(-words.GetValue(Days)));
            terminal.Table(["program", "calls", "without an answer", "tokens in", "tokens out", $"cost in {pipeline.Writing.Account.Currency}"], calls.GroupBy(c => c.Program, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (IReadOnlyList<string>)
                [g.Key, $"{g.Count():N0}", $"{g.Count(c => c.Outcome is not "given"):N0}", $"{g.Sum(c => c.Usage.InputTokens):N0}", $"{g.Sum(c => c.Usage.OutputTokens):N0}", $"{g.Sum(c => c.Cost):N5}"]));
            terminal.Line($"{calls.Sum(c => c.Cost):N5} {pipeline.Writing.Account.Currency} in {words.GetValue(Days)} days; the limit is {pipeline.Writing.Account.DailySpendLimit:N2} a day.");
            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }
}
