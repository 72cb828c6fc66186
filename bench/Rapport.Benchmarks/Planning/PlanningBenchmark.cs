using System.Diagnostics;

namespace Rapport.Benchmarks.Planning;

/// <summary>How many patients a core plans in a second: with the reading of their records, and alone.</summary>
/// <remarks>The baseline in the same run is the same read without planning (design.md §11: to reach ≤ 2.5 × a bare ordered scan).</remarks>
internal static class PlanningBenchmark
{
    private const int Runs = 5;

    public static int Run(string[] options)
    {
        using var practice = new InventedPractice(InventedPractice.Option(options, "--patients", 5_000));
        var households = practice.Read().ToList();
        var patients = households.Sum(h => h.Members.Count);
        var touches = 0;
        var (read, both, alone, schedule) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run <= Runs; run++)
        {
            var reading = Time(() => practice.Read().Sum(h => h.Members.Count));
            var planning = Time(() => practice.Read().Sum(h => practice.Planner.Plan(h, practice.Context).Touches.Count));
            var pure = Time(() => touches = households.Sum(h => practice.Planner.Plan(h, practice.Context).Touches.Count));
            var due = Time(() => households.Sum(h => h.Members.Sum(m => practice.Due.For(m, practice.Context.Today, 30).Count())));
            if (run > 0)
            {
                read.Add(reading);
                both.Add(planning);
                alone.Add(pure);
                schedule.Add(due);
            }
        }

        Console.WriteLine($"{patients:N0} patients in {households.Count:N0} households, {touches:N0} touches, medians of {Runs} runs, one core");
        Console.WriteLine($"read pictures only        {patients / InventedPractice.Median(read),10:N0} patients/s");
        Console.WriteLine($"read and planned          {patients / InventedPractice.Median(both),10:N0} patients/s   {InventedPractice.Median(both) / InventedPractice.Median(read):N2} x the time of reading only");
        Console.WriteLine($"planned, already read     {patients / InventedPractice.Median(alone),10:N0} patients/s");
        Console.WriteLine($"of which the schedule     {InventedPractice.Median(schedule) / InventedPractice.Median(alone),10:P0}");
        return 0;
    }

    private static double Time(Func<int> work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
