using Rapport.Core.Composing;
using Rapport.Core.Planning;
using Rapport.Core.Records;
using Rapport.Engine.Composing.Writing;

namespace Rapport.Benchmarks.Composing;

/// <summary>Budget: 20,000 messages a second on one core, composed, checked and rendered (design.md §11).</summary>
internal static class ComposingBenchmark
{
    private const int Runs = 9;
    private const int WarmUps = 3;

    public static int Run(string[] options)
    {
        using var practice = new InventedPractice(InventedPractice.Option(options, "--patients", 5_000));
        var written = Stock(practice);
        List<(IReadOnlyList<Touch> Group, Household Household)> groups =
            [.. practice.Read().SelectMany(h => practice.Planner.Plan(h, practice.Context).Touches
                .Where(t => t.Status is TouchStatus.Planned)
                .GroupBy(t => t.GroupKey)
                .Select(g => ((IReadOnlyList<Touch>)[.. g], h)))];
        var seconds = new List<double>();
        var fit = 0;
        for (var run = 0; run < WarmUps + Runs; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            fit = groups.Count(g => practice.Composer.Compose(g.Group, g.Household, practice.Context) is Composed.Message);
            if (run >= WarmUps)
            {
                seconds.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);   // of the processor, so that a busy machine changes little
            }
        }

        Console.WriteLine($"{groups.Count:N0} messages ({fit:N0} fit), {written:N0} approved templates beside the pack, medians of {Runs} runs, one core");
        Console.WriteLine($"composed, checked, rendered {groups.Count / InventedPractice.Median(seconds),10:N0} messages/s of one core   (to reach: 20,000)");
        return 0;
    }

    // As many approved templates as a practice has after some months, through its own store: one for each of the pack's, told apart by a space.
    private static int Stock(InventedPractice practice)
    {
        var store = practice.Database.Templates;
        var now = practice.Context.Now;
        store.Add([.. TemplatePack.BuiltIn.All.Where(t => t.Situation.Name.StartsWith("education.", StringComparison.Ordinal) is false).Select(t => new WrittenTemplate
        {
            Template = Template.Of(t.Situation, t.Subject?.Source, $"{t.Body.Source} ") with { Origin = TemplateOrigin.Model },
            Writer = "bench",
            WrittenAt = now,
            Status = TemplateStatus.Approved,
            DecidedBy = "bench",
            DecidedAt = now,
        })]);
        new Shelving(store, practice.Database.Voices, practice.Shelf).Refresh();
        return store.Read().Count;
    }
}
