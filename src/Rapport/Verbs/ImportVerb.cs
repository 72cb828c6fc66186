using System.CommandLine;
using Rapport.Engine.Intake;
using Rapport.Formats.Fhir;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport import PATH</c>: reads records into the database.</summary>
internal static class ImportVerb
{
    public static Command Build(Terminal terminal)
    {
        var path = new Argument<string>("path") { Description = "A folder of NDJSON files or bundles, or one such file; .gz too. notes.csv beside them is read as relationship notes" };
        var verb = new Command("import", "Read a practice's records (FHIR R4). Reading the same export again changes nothing") { path };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            var settings = Common.Settings(words);
            using var pipeline = new Pipeline(settings, Clocks.System);
            var result = Run(pipeline, words.GetValue(path)!, terminal, ct);
            Show(result, terminal, words.GetValue(Common.Json));
            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    public static ImportResult Run(Pipeline pipeline, string path, Terminal terminal, CancellationToken ct)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new FileNotFoundException($"There is nothing at {path}.");
        }

        return terminal.Progress("Reading records", bar => pipeline.Import.Run(new FhirFeed(path, pipeline.Planning.Context().Today), new ShareOfBytes(bar), ct));
    }

    public static void Show(ImportResult result, Terminal terminal, bool asJson)
    {
        if (asJson)
        {
            terminal.Json(new { result.Resources, result.Records, result.Issues, result.Rejected, result.HouseholdsChanged });
            return;
        }

        terminal.Table(["resource", "read"], result.Resources.OrderByDescending(r => r.Value).Select(r => (IReadOnlyList<string>)[result.NotKept.Contains(r.Key) ? $"{r.Key} (counted, not kept)" : r.Key, $"{r.Value:N0}"]));
        var records = result.Records;
        terminal.Line($"{records.Added:N0} records added, {records.Changed:N0} changed, {records.Unchanged:N0} as they were. {records.TouchesWithdrawn:N0} unsent messages taken back.");
        if (result.Issues > 0)
        {
            terminal.Line($"{result.Issues:N0} issues, {result.Rejected:N0} of them cost a whole record. 'rapport doctor' lists them.");
        }
    }

    private sealed class ShareOfBytes(IProgress<double> bar) : IProgress<FeedItem.Progress>
    {
        public void Report(FeedItem.Progress value) => bar.Report(value.BytesTotal is 0 ? double.NaN : (double)value.BytesRead / value.BytesTotal);
    }
}
