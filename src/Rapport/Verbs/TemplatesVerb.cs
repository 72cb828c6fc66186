using System.CommandLine;
using Rapport.Core.Composing;
using Rapport.Engine.Composing.Writing;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport templates</c>: read, approve, reject and change the words that wait for a person.</summary>
internal static class TemplatesVerb
{
    private static readonly Option<string> By = new("--by") { Description = "Your name; it stays with the decision", Required = true };

    private static readonly Argument<string> Id = new("id") { Description = "The template's id, or the last letters of it" };

    public static Command Build(Terminal terminal) => new("templates", "Approve, reject or change the words that were written here; nothing that waits can be sent")
    {
        List(terminal), Show(terminal), Approve(terminal), Reject(terminal), Edit(terminal), Report(terminal), Drills(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var status = new Option<TemplateStatus?>("--status") { Description = "Only held, approved, rejected or retired ones" };
        var verb = new Command("list", "List templates with their last letters, the oldest first") { status };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            var all = pipeline.Writing.Templates.List(words.GetValue(status));
            if (words.GetValue(Common.Json))
            {
                foreach (var template in all)
                {
                    terminal.Json(Plain(template));
                }

                return Task.FromResult(CommandLine.Done);
            }

            terminal.Table(["id", "situation", "shade", "status", "written by", "decided by", "begins"], all.Select(t => (IReadOnlyList<string>)
                [t.Template.Id[^8..], t.Template.Situation.ToString(), t.Template.Shade.Name, t.Status.ToString().ToLowerInvariant(), t.Writer, t.DecidedBy ?? "", Begins(t.Template)]));
            terminal.Line(all.Count is 0 ? "No templates were written here yet; all words come from the pack." : $"{all.Count:N0} templates. Next: rapport templates show ID");
            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static Command Show(Terminal terminal)
    {
        var verb = new Command("show", "Show a template with five real renderings, each sentence beside the facts it rests on") { Id };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            if (pipeline.Writing.Templates.Find(words.GetValue(Id)!) is not [var template])
            {
                return Task.FromResult(NotOne(pipeline.Writing.Templates.Find(words.GetValue(Id)!).Count, terminal));
            }

            var renderings = pipeline.Writing.Trial.Run(template.Template, ct);
            if (words.GetValue(Common.Json))
            {
                terminal.Json(new { template = Plain(template), renderings });
            }
            else
            {
                TemplateScreen.Show(template, renderings, terminal);
            }

            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static Command Approve(Terminal terminal)
    {
        var verb = new Command("approve", "Let a template be used") { Id, By };
        verb.SetAction((words, ct) => Decide(terminal, words, desk => desk.Approve(words.GetValue(Id)!, words.GetValue(By)!)));
        return verb;
    }

    private static Command Reject(Terminal terminal)
    {
        var reason = new Option<string>("--reason") { Description = "Why, in a few words", Required = true };
        var verb = new Command("reject", "Take a template out of use; it never comes back") { Id, By, reason };
        verb.SetAction((words, ct) => Decide(terminal, words, desk => desk.Reject(words.GetValue(Id)!, words.GetValue(By)!, words.GetValue(reason)!)));
        return verb;
    }

    private static Command Edit(Terminal terminal)
    {
        var file = new Option<string>("--file") { Description = "Your words: for an email a first line 'Subject: …' and an empty line, then the body", Required = true };
        var verb = new Command("edit", "Put your own words in a template's place; they pass the same guardrails") { Id, By, file };
        verb.SetAction((words, ct) => Decide(terminal, words, desk =>
        {
            var (subject, body) = TemplateScreen.Read(File.ReadAllText(words.GetValue(file)!));
            return desk.Edit(words.GetValue(Id)!, words.GetValue(By)!, subject, body);
        }));
        return verb;
    }

    private static Command Report(Terminal terminal)
    {
        var file = new Option<string>("--file") { Description = "Where to write it", DefaultValueFactory = _ => "templates.html" };
        var status = new Option<TemplateStatus>("--status") { Description = "Which templates", DefaultValueFactory = _ => TemplateStatus.Held };
        var verb = new Command("report", "Write a page to read in a browser: each template with five real renderings beside their facts") { file, status };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            var templates = pipeline.Writing.Templates.List(words.GetValue(status));
            var path = Path.GetFullPath(words.GetValue(file)!);
            using (var page = new StreamWriter(path))
            {
                TemplateReport.Write(page, templates, t => pipeline.Writing.Trial.Run(t.Template, ct));
            }

            terminal.Line($"{templates.Count:N0} templates in {path}. It holds names of patients: keep it on this machine.");
            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static Command Drills(Terminal terminal)
    {
        var verb = new Command("drills", "Show how reviewers did with seeded errors; such templates can never be sent");
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
            var scores = pipeline.Writing.Templates.Drills();
            terminal.Table(["reviewer", "caught", "missed"], scores.Select(s => (IReadOnlyList<string>)[s.Reviewer, $"{s.Caught}", $"{s.Missed}"]));
            if (scores.Count is 0)
            {
                terminal.Line("No seeded error was decided yet.");
            }

            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static Task<int> Decide(Terminal terminal, ParseResult words, Func<TemplateDesk, Decision> decide) => CommandLine.Guarded(terminal, () =>
    {
        using var pipeline = new Pipeline(Common.Settings(words), Clocks.System);
        return Task.FromResult(Say(decide(pipeline.Writing.Templates), terminal));
    });

    private static int Say(Decision decision, Terminal terminal)
    {
        switch (decision)
        {
            case Decision.Done done:
                terminal.Line($"{done.Template.Template.Id} is {done.Template.Status.ToString().ToLowerInvariant()}.");
                return CommandLine.Done;
            case Decision.WasDrill drill:
                terminal.Line($"This one was a drill, with an error put in on purpose: {drill.Error} {(drill.IsCaught ? "You caught it. Thank you for reading." : "It slipped through, as it does for most of us. It can never be sent.")}");
                return CommandLine.Done;
            case Decision.NotFound none:
                return NotOne(none.Matches, terminal);
            case Decision.TooLate late:
                terminal.Error($"It does not wait for a decision: it is {late.Status.ToString().ToLowerInvariant()}.");
                return CommandLine.Wrong;
            case Decision.NotTheirs theirs:
                terminal.Error($"The settings name who may approve words in this language ({theirs.Language}), and it is somebody else (writing:reviewers).");
                return CommandLine.Wrong;
            case Decision.Refused refused:
                terminal.Error("These words cannot be used yet; nothing was changed:");
                foreach (var violation in refused.Why)
                {
                    terminal.Error($"  - {violation.Code}: {violation.Why}");
                }

                return CommandLine.Wrong;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static int NotOne(int matches, Terminal terminal)
    {
        terminal.Error(matches is 0 ? "No template ends with these letters. 'rapport templates list' shows them." : $"{matches} templates end with these letters; give more of them.");
        return CommandLine.Wrong;
    }

    private static object Plain(WrittenTemplate t) => new
    {
        id = t.Template.Id, situation = t.Template.Situation.ToString(), shade = t.Template.Shade.Name, voice = t.Template.Voice, status = t.Status, writer = t.Writer, prompt = t.Prompt,
        subject = t.Template.Subject?.Source, body = t.Template.Body.Source, writtenAt = t.WrittenAt, editedFrom = t.EditedFrom, decidedBy = t.DecidedBy, decidedAt = t.DecidedAt, reason = t.Reason,
    };

    private static string Begins(Template template) => template.Body.Source.ReplaceLineEndings(" ") is { Length: > 60 } text ? $"{text[..60]}…" : template.Body.Source.ReplaceLineEndings(" ");
}
