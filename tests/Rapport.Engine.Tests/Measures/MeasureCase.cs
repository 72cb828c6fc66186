using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Intake;
using Rapport.Formats.Fhir;
using Rapport.TestKit;

namespace Rapport.Engine.Tests.Measures;

/// <summary>One test patient of a quality measure with the answer that its authors expect.</summary>
internal sealed record MeasureCase(string Measure, string Patient, string Row, bool IsInverse, DateOnly AsOf, MeasureTruth Truth, string Description)
{
    // The offset of a time holds a plus sign, which .NET would else write as an escape.
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every case of a set, from all its truth files, so that a fuller file can be dropped in; disputed cases are left out.</summary>
    public static List<MeasureCase> ReadAll(string folder)
    {
        var rows = Csv.Read(Measures.PathOf("measures.map.csv"))
            .ToDictionary(r => (r["measure"], r["group"]), r => (Row: r["row"], IsInverse: r["inverse"] is "inverse"));
        var disputed = File.Exists(Path.Combine(folder, "disputed.csv"))
            ? Csv.Read(Path.Combine(folder, "disputed.csv")).Select(r => (r["measure"], r["patientId"])).ToHashSet()
            : [];
        Dictionary<(string, string), int> seen = [];
        List<MeasureCase> cases = [];
        foreach (var truth in Directory.EnumerateFiles(folder, "truth*.csv").Order(StringComparer.Ordinal).SelectMany(Csv.Read))
        {
            var key = (truth["measure"], truth["patientId"]);
            seen[key] = seen.GetValueOrDefault(key) + 1;

            // Some sets number the groups of a measure, others list them in order.
            var group = truth["group"] is { Length: > 0 } named ? named[^1..] : seen[key].ToString(CultureInfo.InvariantCulture);
            if (!disputed.Contains(key) && rows.TryGetValue((truth["measure"], group), out var row))
            {
                var asOf = DateOnly.ParseExact(truth["period_end"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
                cases.Add(new MeasureCase(truth["measure"], truth["patientId"], row.Row, row.IsInverse, asOf, MeasureTruth.Read(truth, row.IsInverse), truth["description"]));
            }
        }

        return cases;
    }

    /// <summary>The pictures of all test patients of a set, by measure and patient.</summary>
    public static Dictionary<(string Measure, string Patient), PatientPicture> ReadPictures(string folder)
    {
        Dictionary<(string, string), PatientPicture> pictures = [];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "cases"), "*.ndjson.gz").Order(StringComparer.Ordinal))
        {
            using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (lines.ReadLine() is { } line)
            {
                var json = JsonNode.Parse(line)!.AsObject();
                var patient = json["patientId"]!.GetValue<string>();
                pictures[(json["measure"]!.GetValue<string>(), patient)] = Picture(patient, json["bundle"]!.AsObject());
            }
        }

        return pictures;
    }

    // The bundle may hold the expected report too: that is the answer, not the record.
    private static PatientPicture Picture(string patient, JsonObject bundle)
    {
        var entries = bundle["entry"]!.AsArray();
        foreach (var entry in entries.Where(e => e!["resource"]!["resourceType"]!.GetValue<string>() is "MeasureReport").ToList())
        {
            entries.Remove(entry);
        }

        var bytes = Encoding.UTF8.GetBytes(bundle.ToJsonString(AsWritten));
        return PictureBuilder.Build(patient, FhirFeed.ReadDocument(bytes, "case", new DateOnly(2030, 1, 1)));
    }
}

/// <summary>What the authors of a measure expect, in our words.</summary>
internal sealed record MeasureTruth(bool IsEligible, bool IsExcluded, bool IsDue)
{
    public string InWords => !IsEligible ? "not eligible" : IsExcluded ? "excluded" : IsDue ? "due" : "not due";

    public static MeasureTruth Read(Dictionary<string, string> row, bool isInverse)
    {
        int Count(string name) => int.TryParse(row[name], CultureInfo.InvariantCulture, out var count) ? count : 0;
        var open = Count("denom") - Count("denex") - Count("denexcep");
        var met = isInverse ? open - Count("numer") : Count("numer");
        return new MeasureTruth(Count("denom") > 0, Count("denom") > 0 && open <= 0, open > 0 && met < open);
    }
}

/// <summary>Just enough of a picture for the assessor: one patient's chart.</summary>
internal static class PictureBuilder
{
    public static PatientPicture Build(string patient, IReadOnlyList<FeedItem> items)
    {
        SourceRecord[] records = [.. items.OfType<FeedItem.Record>().Select(i => i.Content)];
        var person = records.OfType<SourcePatient>().FirstOrDefault();
        return new PatientPicture
        {
            Id = new PatientId(patient),
            BornOn = person?.BornOn,
            Gender = person?.Gender,
            BirthSex = person?.BirthSex,
            IsDeceased = person?.IsDeceased ?? false,
            IsActive = person?.IsActive ?? true,
            Services = [.. records.OfType<SourceService>()],
            Conditions = [.. records.OfType<SourceCondition>()],
            Encounters = [.. records.OfType<SourceEncounter>()],
        };
    }
}
