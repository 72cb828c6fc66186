using System.Diagnostics;
using Rapport.Core.Composing.Writing;
using Rapport.Engine.Composing.Writing;

namespace Rapport.Benchmarks.Composing;

/// <summary>Budget: at most 20 model calls per 1,000 messages, whatever the number of patients (design.md §11).</summary>
/// <remarks>One organisation of several practices: each has other people, all share their words. A month is lived on paper, nothing is written before it.</remarks>
internal static class ModelCallsBenchmark
{
    private const int Days = 30;

    public static int Run(string[] options)
    {
        var patients = InventedPractice.Option(options, "--patients", 100_000);
        var practices = InventedPractice.Option(options, "--practices", 5);
        var demand = new Dictionary<TemplateKey, (long Messages, int MostPerPerson)>();
        var (messages, seen) = (0L, 0L);
        var watch = Stopwatch.StartNew();
        Console.WriteLine("patients    messages  situations  calls   per 1,000   messages with model words");
        for (var number = 1; number <= practices; number++)
        {
            using (var practice = new InventedPractice(patients / practices, seed: number))
            {
                var forecast = practice.Forecast(Days);
                messages += forecast.Messages;
                seen += forecast.Patients;
                foreach (var one in forecast.Demand)
                {
                    var (count, most) = demand.GetValueOrDefault(one.Key);
                    demand[one.Key] = (count + one.Messages, Math.Max(most, one.MostPerPerson));
                }
            }

            if (number == practices || int.IsPow2(number))
            {
                Show(seen, messages, demand);
            }
        }

        Console.WriteLine($"{watch.Elapsed.TotalMinutes:N1} minutes, records made, imported and {Days} days planned");
        return 0;
    }

    private static void Show(long patients, long messages, Dictionary<TemplateKey, (long Messages, int MostPerPerson)> demand)
    {
        var plan = WritingPlan.Make(demand.Select(d => new Demand(d.Key, d.Value.Messages, d.Value.MostPerPerson)), _ => 0, messages, 0, new WritingPolicy());

        // A second try may follow each call, within the same budget.
        var calls = Math.Min(plan.CallsAllowed, 2L * plan.Jobs.Count);
        var covered = plan.Jobs.Where(j => j.Demand.Key.Shade == Core.Composing.Shade.None).Sum(j => j.Demand.Messages);
        Console.WriteLine($"{patients,9:N0} {messages,10:N0} {demand.Count,11:N0} {calls,6:N0} {1_000.0 * calls / Math.Max(1, messages),11:N2} {(double)covered / Math.Max(1, messages),12:P0}");
    }
}
