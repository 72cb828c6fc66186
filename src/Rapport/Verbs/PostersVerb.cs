using System.CommandLine;
using System.Globalization;
using Rapport.Core.Planning.Calendar;
using Rapport.Core.Primitives;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport posters</c>: the facts of the season for a wall or a page, those too that are sent to nobody.</summary>
internal static class PostersVerb
{
    public static Command Build(Terminal terminal)
    {
        var on = new Option<DateOnly?>("--on") { Description = "The day to look at (default: today)" };
        var verb = new Command("posters", "Show the facts of the season, with their sources, for the waiting room or the practice's own page; nothing is sent") { on };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            var practice = Common.Settings(words).Practice;
            var day = words.GetValue(on) ?? DateOnly.FromDateTime(Clocks.System.GetLocalNow().DateTime);
            foreach (var (row, _, until) in EducationCalendar.Load().OpenOn(day).Where(open => open.Row.Suits(practice)))
            {
                var facts = practice.Languages.Select(language => row.Snippet.In(language, Channel.Letter)).OfType<string>();
                Show(row, until, [.. facts], words.GetValue(Common.Json), terminal);
            }

            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static void Show(CalendarRow row, DateOnly until, IReadOnlyList<string> facts, bool asJson, Terminal terminal)
    {
        var last = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (asJson)
        {
            terminal.Json(new { row.Id, row.Title, until = last, facts, row.Source, sourceDate = row.SourceDate.ToString(), row.Approver, postedOnly = row.PostedBecause });
            return;
        }

        terminal.Heading($"{row.Title}, until {last}");
        foreach (var fact in facts)
        {
            terminal.Line(fact);
        }

        terminal.Line($"Source: {row.Source}, {row.SourceDate}. Approved by: {row.Approver}.{(row.PostedBecause is { } why ? $" Posted only: it {why}." : "")}");
    }
}
