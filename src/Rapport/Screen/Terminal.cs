#pragma warning disable RS0030 // The one place that prints.
using System.Text.Json;
using Spectre.Console;

namespace Rapport.Screen;

/// <summary>What the program prints: words for people, lines of JSON for machines, and progress only where somebody watches.</summary>
public sealed class Terminal(TextWriter output, TextWriter errors, bool isWatched)
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Interactive = isWatched ? InteractionSupport.Yes : InteractionSupport.No, Ansi = isWatched ? AnsiSupport.Detect : AnsiSupport.No });

    public static Terminal Open() => new(Console.Out, Console.Error, !Console.IsOutputRedirected && !Console.IsErrorRedirected);

    public void Line(string text = "") => output.WriteLine(text);

    public void Error(string text) => errors.WriteLine(text);

    public void Json<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, JsonOutput.Options));

    public void Heading(string text)
    {
        Line();
        _console.Write(new Text(text, new Style(decoration: Decoration.Bold)));
        Line();
    }

    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(isWatched ? TableBorder.Rounded : TableBorder.None);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        if (!isWatched)
        {
            _console.Profile.Width = 160;
        }

        _console.Write(table);
    }

    /// <summary>Runs long work under a bar; <paramref name="work"/> is given the share done, from 0 to 1. Piped output sees nothing of it.</summary>
    public T Progress<T>(string title, Func<IProgress<double>, T> work)
    {
        if (!isWatched)
        {
            return work(new Silent());
        }

        return _console.Progress().AutoClear(true).Start(bars =>
        {
            var bar = bars.AddTask(Markup.Escape(title), maxValue: 1);
            bar.IsIndeterminate = true;   // until the work knows how much there is
            return work(new Shown(bar));
        });
    }

    private sealed class Silent : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }

    private sealed class Shown(ProgressTask bar) : IProgress<double>
    {
        public void Report(double value)
        {
            bar.IsIndeterminate = double.IsNaN(value);
            bar.Value = double.IsNaN(value) ? 0 : value;
        }
    }
}

/// <summary>How the program writes JSON: one object a line.</summary>
internal static class JsonOutput
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}
