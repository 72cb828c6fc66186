using System.CommandLine;
using Rapport.Formats.Drafts;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport judge drafts FILE</c>: what the guardrails say of drafts, one JSON line each.</summary>
internal static class JudgeVerb
{
    public static Command Build(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "Drafts, one JSON object a line: id, channel, language, facts, draft" };
        var drafts = new Command("drafts", "Judge drafts against their facts; prints id, verdict, violations and why") { file };
        drafts.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            foreach (var line in DraftFileReader.Judge(File.ReadLines(words.GetValue(file)!)))
            {
                ct.ThrowIfCancellationRequested();
                terminal.Line(line);
            }

            return Task.FromResult(CommandLine.Done);
        }));
        return new Command("judge", "Let the guardrails judge words, for those who want to know before they trust") { drafts };
    }
}
