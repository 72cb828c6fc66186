using Rapport.Benchmarks.Composing;
using Rapport.Benchmarks.Intake;
using Rapport.Benchmarks.Planning;

return args switch
{
    ["intake", .. var options] => IntakeBenchmark.Run(options),
    ["store", .. var options] => StoreBenchmark.Run(options),
    ["plan", .. var options] => PlanningBenchmark.Run(options),
    ["compose", .. var options] => ComposingBenchmark.Run(options),
    ["calls", .. var options] => ModelCallsBenchmark.Run(options),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("""
        dotnet run -c Release --project bench/Rapport.Benchmarks -- VERB

          intake [--mb 300]         FHIR NDJSON, read and mapped, beside a bare token pass over the same file
          store [--rows 300000]     records stored, beside a bare bulk insert of the same rows; then read back as households
          plan [--patients 5000]    an invented practice planned, one core, from the store and from memory
          compose [--patients 5000] its messages composed, checked and rendered, one core
          calls [--patients 100000] [--practices 5]
                                    model calls that a month of so many patients needs, practice after practice with other people
        """);
    return 2;
}
