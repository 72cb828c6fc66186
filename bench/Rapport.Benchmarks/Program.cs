using Rapport.Benchmarks.Intake;

return args switch
{
    ["intake", .. var options] => IntakeBenchmark.Run(options),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("""
        dotnet run -c Release --project bench/Rapport.Benchmarks -- VERB

          intake [--mb 300]   FHIR NDJSON, read and mapped, beside a bare token pass over the same file
        """);
    return 2;
}
