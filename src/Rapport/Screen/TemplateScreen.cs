using System.Globalization;
using Rapport.Core.Composing;
using Rapport.Engine.Composing.Writing;

namespace Rapport.Screen;

/// <summary>A template and its renderings in a terminal, and words that a person has put into a file.</summary>
internal static class TemplateScreen
{
    private static readonly string[] SubjectMarks = ["Subject:", "Asunto:"];

    public static void Show(WrittenTemplate written, IReadOnlyList<TrialRendering> renderings, Terminal terminal)
    {
        var template = written.Template;
        terminal.Heading($"{template.Situation}{(template.Shade == Shade.None ? "" : $", {template.Shade}")}: {written.Status.ToString().ToLowerInvariant()}");
        terminal.Line($"{template.Id}, written by {written.Writer}{(written.Prompt is { } prompt ? $" with prompt {prompt}" : "")} on {written.WrittenAt:yyyy-MM-dd}");
        terminal.Line();
        Indented(template.Subject?.Source, template.Body.Source, terminal);
        foreach (var (number, rendering) in renderings.Index())
        {
            terminal.Heading($"{number + 1}. {rendering.Case}{(rendering.IsInvented ? " (invented facts)" : "")}{(rendering.Held is null ? "" : " - would be held")}");
            Indented(rendering.Subject, rendering.Body, terminal);
            terminal.Line();
            if (rendering.Held is { } held)
            {
                terminal.Line($"  held back: {held}");
            }

            terminal.Table(["says", "rests on"], rendering.Sentences.Select(s => (IReadOnlyList<string>)[s.Words, s.Facts.Count is 0 ? "courtesy" : string.Join("; ", s.Facts.Select(InWords))]));
        }
    }

    public static string InWords(Fact fact) =>
        $"{fact.Name} = {InWords(fact.Value)} ({fact.Source ?? "practice settings"}{(fact.On is { } on ? $", {on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "")})";

    /// <summary>A first line that begins with <c>Subject:</c> or <c>Asunto:</c> is the subject.</summary>
    public static (string? Subject, string Body) Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim().Split('\n', 2);
        var mark = SubjectMarks.FirstOrDefault(m => lines[0].StartsWith(m, StringComparison.OrdinalIgnoreCase));
        return mark is null ? (null, string.Join('\n', lines).Trim()) : (lines[0][mark.Length..].Trim(), lines.Length > 1 ? lines[1].Trim() : "");
    }

    private static string InWords(FactValue value) => value switch
    {
        FactValue.Text text => text.Words,
        FactValue.Day day => day.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FactValue.Month month => $"{month.Year}-{month.MonthOfYear:00}",
        FactValue.Moment moment => moment.Local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        FactValue.Number number => number.Amount.ToString(CultureInfo.InvariantCulture),
        FactValue.YesNo yes => yes.Yes ? "yes" : "no",
        FactValue.Several several => string.Join(", ", several.Items.Select(InWords)),
        FactValue.Group group => string.Join(", ", group.Facts.Select(InWords)),
        _ => "",
    };

    private static void Indented(string? subject, string body, Terminal terminal) =>
        terminal.Line($"    {(subject is null ? "" : $"Subject: {subject}\n\n")}{body}".Replace("\n", "\n    ", StringComparison.Ordinal));
}
