using System.CommandLine;
using Rapport.Core.Composing.Writing;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport voice</c>: how the practice, or a clinician's team, sounds; read on this machine, used once a person has approved it.</summary>
internal static class VoiceVerb
{
    private static readonly Option<string?> Clinician = new("--clinician") { Description = "The clinician as the records name them; without it, the practice" };

    public static Command Build(Terminal terminal) => new("voice", "Set how the practice or a clinician's team sounds") { List(terminal), Propose(terminal), Approve(terminal) };

    private static Command List(Terminal terminal)
    {
        var verb = new Command("list", "Show the voice cards and who approved them");
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            var voices = pipeline.Writing.Voices.List();
            terminal.Table(["whose", "card", "says", "approved by"], voices.Select(v => (IReadOnlyList<string>)[v.Clinician ?? "the practice", v.Card.Id, InWords(v.Card), v.ApprovedBy ?? "nobody yet"]));
            if (voices.Count is 0)
            {
                terminal.Line("No voice was set; words are warm, short and say 'we'. Begin with: rapport voice propose --about FILE --samples FILE");
            }

            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static Command Propose(Terminal terminal)
    {
        var about = new Option<string>("--about") { Description = "A text file: a few sentences about the practice", Required = true };
        var samples = new Option<string>("--samples") { Description = "A text file: three sample messages with a line of --- between them", Required = true };
        var verb = new Command("propose", "Read a voice card from your own words; they are not kept and never sent anywhere") { Clinician, about, samples };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            string[] messages = [.. File.ReadAllText(words.GetValue(samples)!).ReplaceLineEndings("\n").Split("\n---", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            var card = pipeline.Writing.Voices.Propose(words.GetValue(Clinician), File.ReadAllText(words.GetValue(about)!), messages);
            terminal.Line($"Card {card.Id}: {InWords(card)}.");
            terminal.Line($"It is used once somebody approves it: rapport voice approve {card.Id} --by NAME{(words.GetValue(Clinician) is { } clinician ? $" --clinician \"{clinician}\"" : "")}");
            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static Command Approve(Terminal terminal)
    {
        var card = new Argument<string>("card") { Description = "The card that you read, as 'rapport voice list' shows it" };
        var by = new Option<string>("--by") { Description = "Your name; it stays with the card", Required = true };
        var verb = new Command("approve", "Let words be written in this voice") { card, Clinician, by };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            if (!pipeline.Writing.Voices.Approve(words.GetValue(Clinician), words.GetValue(card)!, words.GetValue(by)!))
            {
                terminal.Error("That card does not wait for approval; look at 'rapport voice list'.");
                return Task.FromResult(CommandLine.Wrong);
            }

            terminal.Line("Approved. New words are written in this voice.");
            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static string InWords(VoiceCard card) =>
        $"{Low(card.Warmth)}, greets with {card.Greeting}, {Low(card.SentenceLength)} sentences, signed by the {Low(card.Signature)}, {Low(card.SpanishAddress)} in Spanish{(card.HasHumour ? ", light humour" : "")}{(card.SaysWe ? ", says we" : "")}";

    private static string Low<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
