using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Rapport.Engine.Composing.Writing;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport evaluate</c>: has the fixed set of situations written and keeps the figures, so that models and prompts can be compared.</summary>
internal static class EvaluateVerb
{
    public static Command Build(Terminal terminal)
    {
        var folder = new Option<string?>("--folder") { Description = "Where results are kept (default: evaluations beside the settings)" };
        var pack = new Option<bool>("--pack") { Description = "Measure the built-in words instead of a model" };
        var verb = new Command("evaluate", "Run the fixed set of situations through the configured writer and compare it with earlier results") { folder, pack };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, async () =>
        {
            var settings = Common.Settings(words);
            using var pipeline = new Pipeline(settings, Clocks.System);
            var room = pipeline.Writing;
            if (!words.GetValue(pack) && room.Writer is null)
            {
                terminal.Error("No language model is configured, so there is no writer to evaluate. 'rapport evaluate --pack' measures the built-in words.");
                return CommandLine.Wrong;
            }

            var result = words.GetValue(pack) ? room.Evaluations.OfPack() : await room.Evaluations.RunAsync(room.Writer!, room.Voices.List().FirstOrDefault(v => v.Clinician is null && v.ApprovedBy is not null)?.Card, ct);
            var kept = Path.GetFullPath(words.GetValue(folder) ?? Path.Combine(Path.GetDirectoryName(settings.DatabasePath)!, "evaluations"));
            Keep(result, kept);
            if (words.GetValue(Common.Json))
            {
                terminal.Json(result);
            }
            else
            {
                Show([.. Earlier(kept)], terminal);
                Details(result, terminal);
                terminal.Line($"Kept in {kept}.");
            }

            return CommandLine.Done;
        }));
        return verb;
    }

    private static void Keep(Evaluation result, string folder)
    {
        Directory.CreateDirectory(folder);
        var name = $"{result.At.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{string.Concat(result.Writer.Select(c => char.IsLetterOrDigit(c) || c is '-' or '.' ? c : '-'))}.json";
        File.WriteAllText(Path.Combine(folder, name), JsonSerializer.Serialize(result, JsonOutput.Options));
    }

    private static IEnumerable<Evaluation> Earlier(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            yield return Read(file);
        }
    }

    private static Evaluation Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Evaluation>(File.ReadAllText(file), JsonOutput.Options)!;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{file} is not a result of 'rapport evaluate'. Move it elsewhere.", wrong);
        }
    }

    private static void Show(IReadOnlyList<Evaluation> all, Terminal terminal) =>
        terminal.Table(["when", "writer", "prompt", "fit at once", "fit", "no words", "repeats", "variety", "grade", "sms", "mail", "facts", "calls", "cost/1,000"], all.Select(e => (IReadOnlyList<string>)
        [
            e.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), e.Writer, e.Prompt, $"{e.FitAtOnce:P0}", $"{e.Fit:P0}", $"{e.WithoutWords} of {e.Situations}", $"{e.Repeats:P0}",
            $"{e.Variety:N2}", $"{e.Grade:N1}", $"{e.SmsUnits:N0} units", $"{e.MailWords:N0} words", $"{e.Specificity:N1}", $"{e.Calls}", $"{e.CostPerThousandMessages:N4}",
        ]));

    private static void Details(Evaluation result, Terminal terminal)
    {
        if (result.Violations.Count > 0)
        {
            terminal.Line($"Refused for: {string.Join(", ", result.Violations.OrderByDescending(v => v.Value).Select(v => $"{v.Key} {v.Value}"))}.");
        }

        if (result.Failures.Count > 0)
        {
            terminal.Line($"Calls without words: {string.Join(", ", result.Failures.Select(f => $"{f.Key} {f.Value}"))}.");
        }
    }
}
