using Rapport.Benchmarks.Intake;

return args switch
{
    ["store", .. var options] => StoreBenchmark.Run(options),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("""
        dotnet run -c Release --project bench/Rapport.Benchmarks -- VERB

          store [--rows 300000]   records stored, beside a bare bulk insert of the same rows; then read back as households
        """);
    return 2;
}
