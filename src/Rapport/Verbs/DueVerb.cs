using System.CommandLine;
using System.Globalization;
using Rapport.Core.Planning.Schedules;
using Rapport.Engine.Records;
using Rapport.Formats.Fhir;
using Rapport.Screen;

namespace Rapport.Verbs;

/// <summary><c>rapport due FOLDER --as-of DATE</c>: what is due for everybody in a folder of FHIR records, without keeping them.</summary>
internal static class DueVerb
{
    public static Command Build(Terminal terminal)
    {
        var path = new Argument<string>("path") { Description = "A folder of NDJSON files or bundles, or one such file" };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "The day to judge (default: today)" };
        var schedule = new Option<string?>("--schedule") { Description = "Further rows, in the format of the built-in schedule; a row of the same id takes the place of the built-in one" };
        var codes = new Option<string?>("--codes") { Description = "Further codes: lines of concept,system,code" };
        var verb = new Command("due", "Say which services are due for everybody in some records, and why; nothing is kept") { path, asOf, schedule, codes };
        verb.SetAction((words, ct) => CommandLine.Guarded(terminal, () =>
        {
            var source = words.GetValue(path)!;
            if (!File.Exists(source) && !Directory.Exists(source))
            {
                throw new FileNotFoundException($"There is nothing at {source}.");
            }

            var day = words.GetValue(asOf) ?? DateOnly.FromDateTime(Clocks.System.GetLocalNow().DateTime);
            var assessor = new DueAssessor(Schedules.Load(words.GetValue(schedule), words.GetValue(codes)));
            var asJson = words.GetValue(Common.Json);
            foreach (var picture in LoosePictures.Read(new FhirFeed(source, day), day, ct))
            {
                foreach (var answer in assessor.Assess(picture, day))
                {
                    Show(picture.Id.Value, answer, asJson, terminal);
                }
            }

            return Task.FromResult(CommandLine.Done);
        }));
        return verb;
    }

    private static void Show(string patient, ServiceAssessment answer, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            terminal.Json(new
            {
                patient,
                service = answer.ServiceId,
                status = answer.Status,
                since = answer.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                because = answer.Because.Select(f => f.Because),
            });
        }
        else if (answer.Status is DueStatus.Due)
        {
            terminal.Line($"{patient}\t{answer.ServiceId}\tdue{(answer.Since is { } since ? $" since {since:yyyy-MM-dd}" : "")}\t{string.Join(" ", answer.Because.Select(f => f.Because))}");
        }
    }
}
