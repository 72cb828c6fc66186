using System.Diagnostics;
using Rapport.Core.Composing;
using Rapport.Core.Planning;
using Rapport.Core.Records;

namespace Rapport.Benchmarks.Composing;

/// <summary>Budget: 20,000 messages a second on one core, composed, checked and rendered (design.md §11).</summary>
internal static class ComposingBenchmark
{
    private const int Runs = 5;

    public static int Run(string[] options)
    {
        using var practice = new InventedPractice(InventedPractice.Option(options, "--patients", 5_000));
        List<(IReadOnlyList<Touch> Group, Household Household)> groups =
            [.. practice.Read().SelectMany(h => practice.Planner.Plan(h, practice.Context).Touches
                .Where(t => t.Status is TouchStatus.Planned)
                .GroupBy(t => t.GroupKey)
                .Select(g => ((IReadOnlyList<Touch>)[.. g], h)))];
        var seconds = new List<double>();
        var fit = 0;
        for (var run = 0; run <= Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            fit = groups.Count(g => practice.Composer.Compose(g.Group, g.Household, practice.Context) is Composed.Message);
            if (run > 0)
            {
                seconds.Add(watch.Elapsed.TotalSeconds);
            }
        }

        Console.WriteLine($"{groups.Count:N0} messages ({fit:N0} fit), medians of {Runs} runs, one core");
        Console.WriteLine($"composed, checked, rendered {groups.Count / InventedPractice.Median(seconds),10:N0} messages/s   (to reach: 20,000)");
        return 0;
    }
}
