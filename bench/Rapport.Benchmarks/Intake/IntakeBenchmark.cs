using System.Diagnostics;
using System.Globalization;
using Rapport.Engine.Intake;
using Rapport.Formats.Fhir;

namespace Rapport.Benchmarks.Intake;

/// <summary>How fast FHIR NDJSON becomes records, judged beside a bare token pass over the same file in the same run.</summary>
/// <remarks>Budget: read and mapped at ≥ 0.5 × the bare pass; peak memory ≤ 400 MB for 1 GB (design.md, limits).</remarks>
internal static class IntakeBenchmark
{
    private const int Rounds = 7;

    private static readonly DateOnly s_today = new(2026, 6, 1);

    public static int Run(string[] options)
    {
        var megabytes = options is ["--mb", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 300;
        var folder = Directory.CreateTempSubdirectory("rapport-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "export.ndjson");
            var resources = SyntheticExport.Write(path, megabytes * 1_000_000L, seed: 20260601);
            Console.WriteLine($"{new FileInfo(path).Length / 1e6:F0} MB, {resources:N0} resources; {Rounds} rounds, alternating");
            Report(path, Measure(path));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<(double Bare, double Feed, long Records)> Measure(string path)
    {
        var rounds = new List<(double, double, long)>();
        for (var i = 0; i <= Rounds; i++)
        {
            var bare = Seconds(() => BarePass.Run(path), out _);
            var feed = Seconds(() => Drain(path), out var records);
            Console.WriteLine($"  round {i}: bare {bare:F2} s, feed {feed:F2} s{(i is 0 ? " (warm-up, left out)" : "")}");
            if (i > 0)
            {
                rounds.Add((bare, feed, records));
            }
        }

        return rounds;
    }

    private static void Report(string path, List<(double Bare, double Feed, long Records)> rounds)
    {
        var megabytes = new FileInfo(path).Length / 1e6;
        Console.WriteLine($"""

            bare Utf8JsonReader pass   {megabytes / Median(rounds.Select(r => r.Bare)):F0} MB/s
            FhirFeed, into records     {megabytes / Median(rounds.Select(r => r.Feed)):F0} MB/s, {rounds[0].Records:N0} records, {rounds[0].Records / Median(rounds.Select(r => r.Feed)) / 1e3:F0} k records/s
            ratio (median of rounds)   {Median(rounds.Select(r => r.Bare / r.Feed)):F2}
            collections (gen 0, 1, 2)  {GC.CollectionCount(0):N0}, {GC.CollectionCount(1):N0}, {GC.CollectionCount(2):N0}, {GC.GetTotalAllocatedBytes() / 1e6 / (Rounds + 1):F0} MB allocated a round
            peak memory of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB
            """);
    }

    private static long Drain(string path)
    {
        var records = 0L;
        foreach (var item in new FhirFeed(path, s_today).Read(CancellationToken.None))
        {
            if (item is FeedItem.Record)
            {
                records++;
            }
            else if (item is FeedItem.Trouble { Issue: var issue })
            {
                throw new InvalidOperationException($"The synthetic export is clean, yet line {issue.Line} at {issue.Path} {issue.Reason}");
            }
        }

        return records;
    }

    // Processor time, not the clock on the wall: other programs on the machine must not decide the result.
    // It counts the garbage collector's threads too, which are part of the price.
    private static double Seconds(Func<long> work, out long result)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        result = work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
