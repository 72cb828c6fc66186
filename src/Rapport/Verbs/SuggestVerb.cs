using System.CommandLine;
using Rapport.Core.Primitives;
using Rapport.Engine.Composing.Replies;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport suggest PATIENT --thread FILE</c>: words for a staff member who answers a patient. It sends nothing.</summary>
internal static class SuggestVerb
{
    public static Command Build(Terminal terminal)
    {
        var patient = new Argument<string>("patient") { Description = "The patient's id, or a medical record number" };
        var thread = new Option<string>("--thread") { Description = "The conversation, one JSON object a line: from (patient or practice), at, text", Required = true };
        var channel = new Option<Channel>("--channel") { Description = "Where the answer will be read: sms, email, letter or portal", DefaultValueFactory = _ => Channel.Sms };
        var signer = new Option<string?>("--signer") { Description = "The name of the person who will send it" };
        var verb = new Command("suggest", "Suggest an answer to a patient's message; a person reads, changes and sends it") { patient, thread, channel, signer };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, async () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            var lines = ThreadFile.Read(words.GetValue(thread)!);
            if (await pipeline.Replies.SuggestAsync(words.GetValue(patient)!, lines, words.GetValue(channel), words.GetValue(signer), ct) is not { } suggestion)
            {
                terminal.Error("No patient is known by that id or identifier.");
                return CommandLine.Wrong;
            }

            if (words.GetValue(Common.Json))
            {
                terminal.Json(new
                {
                    suggestion.Words,
                    suggestion.IsFromModel,
                    suggestion.Notice,
                    suggestion.Writer,
                    suggestion.Concern,
                    suggestion.IsUrgent,
                    suggestion.ForStaff,
                    suggestion.Why,
                    Sentences = suggestion.Sentences.Select(s => new { s.Words, Facts = s.Facts.Select(f => new { f.Name, Source = f.Source ?? "practice settings", f.On }) }),
                    suggestion.Findings,
                });
            }
            else
            {
                Show(suggestion, terminal);
            }

            return CommandLine.Done;
        }));
        return verb;
    }

    private static void Show(ReplySuggestion suggestion, Terminal terminal)
    {
        if (suggestion.ForStaff is { } first)
        {
            terminal.Line($"{(suggestion.IsUrgent ? "URGENT: " : "")}{first}");
        }

        terminal.Line($"Why: {suggestion.Why}");
        terminal.Heading(suggestion.Notice);
        terminal.Line();
        terminal.Line($"    {suggestion.Words.Replace("\n", "\n    ", StringComparison.Ordinal)}");
        terminal.Line();
        foreach (var sentence in suggestion.Sentences.Where(s => s.Facts.Count > 0))
        {
            terminal.Line($"  \"{sentence.Words}\" rests on {string.Join(", ", sentence.Facts.Select(f => $"{f.Name} ({f.Source ?? "practice settings"})"))}");
        }

        foreach (var finding in suggestion.Findings)
        {
            terminal.Line($"  not taken from the model: {finding.Code}: {finding.Why}");
        }
    }
}
