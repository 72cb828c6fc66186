using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Rapport.Core.Intake;
using Rapport.Formats.Fhir;
using Rapport.TestKit;

namespace Rapport.Formats.Tests.Fhir;

/// <summary>Real exports: what we count equals what an independent count of the same files says.</summary>
public sealed class SharedSetsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rapport-fhir-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Synthea_bundles_of_2019_are_read_whole()
    {
        Unpack(Path.Combine(SharedData.Require("synthea-r4-2019"), "dev.tar.xz"));

        var reading = Reading.Folder(_folder);

        reading.Counts.ShouldBe(CountDocuments(_folder));
        reading.Issues.ShouldBeEmpty();
        reading.Records.OfType<SourcePatient>().Count().ShouldBe(160);
        Kept(reading).ShouldBe(Counted(reading));
    }

    [Fact]
    public void Synthea_bundles_of_2019_agree_with_the_index_of_their_makers()
    {
        var set = SharedData.Require("synthea-r4-2019");
        Unpack(Path.Combine(set, "dev.tar.xz"));
        var rows = File.ReadLines(Path.Combine(set, "index_dev.csv")).Skip(1).Select(line => line.Split(','));

        foreach (var row in rows)
        {
            var reading = Reading.Document(File.ReadAllBytes(Path.Combine(_folder, row[0])));
            var patient = reading.Only<SourcePatient>();
            patient.Id.ShouldBe(row[1]);
            patient.BornOn.ToString().ShouldBe(row[3]);
            patient.IsDeceased.ShouldBe(row[4].Length > 0);
            patient.Gender.ShouldBe(row[5]);
            Count<SourceEncounter>(reading).ShouldBe(Number(row[8]));
            Count<SourceCondition>(reading).ShouldBe(Number(row[9]));
            CountOf(reading, ServiceKind.Procedure).ShouldBe(Number(row[10]));
            CountOf(reading, ServiceKind.Immunization).ShouldBe(Number(row[11]));
            CountOf(reading, ServiceKind.Observation).ShouldBe(Number(row[12]));
            Count<SourceCarePlan>(reading).ShouldBe(Number(row[13]));
            CountOf(reading, ServiceKind.MedicationRequest).ShouldBe(Number(row[14]));
            CountOf(reading, ServiceKind.DiagnosticReport).ShouldBe(Number(row[15]));
        }
    }

    [Fact]
    public void A_bulk_export_of_2025_is_read_whole_though_parts_of_it_are_missing()
    {
        var folder = Path.Combine(SharedData.Require("synthea-bulk-2025"), "10-patients");

        var reading = Reading.Folder(folder);

        reading.Counts.ShouldBe(CountLines(folder));
        reading.Issues.ShouldAllBe(issue => issue.File == "log.ndjson.gz");   // the export's own log: no resources
        reading.Records.OfType<SourcePatient>().Count().ShouldBe(13);
        Kept(reading).ShouldBe(Counted(reading));
        reading.Records.OfType<SourceEncounter>().ShouldAllBe(visit => visit.Practitioners.Count > 0 && visit.Location!.StartsWith("Location?identifier="));
    }

    [Fact]
    public void A_bulk_export_comes_in_the_order_in_which_things_refer_to_one_another()
    {
        var reading = Reading.Folder(Path.Combine(SharedData.Require("synthea-bulk-2025"), "10-patients"));

        var order = reading.Records.Select(record => record.GetType().Name).Distinct().Take(5);

        order.ShouldBe(["SourceOrganization", "SourceLocation", "SourcePractitioner", "SourceRole", "SourcePatient"]);
    }

    [Fact]
    public void Every_official_example_of_R4_is_counted()
    {
        var set = SharedData.Require("fhir-r4-examples");
        ZipFile.ExtractToDirectory(Path.Combine(set, "hl7.fhir.r4.examples-4.0.1-instances.zip"), _folder);

        var reading = Reading.Folder(_folder);

        reading.Counts.ShouldBe(CountDocuments(_folder));
        CountFiles(_folder).ShouldBe(CountsOf(Path.Combine(set, "counts.json")), ignoreOrder: true);
        reading.Issues.Where(issue => issue.Reason.Contains("JSON")).ShouldBeEmpty();
    }

    [Fact]
    public void Odd_resources_of_the_FHIR_test_cases_are_counted()
    {
        var folder = Path.Combine(SharedData.Require("fhir-test-cases"), "r4", "examples");

        var reading = Reading.Folder(folder);

        reading.Counts.ShouldBe(CountDocuments(folder));
    }

    [Theory]
    [InlineData("ecqm-qicore-2024")]
    [InlineData("ecqm-qicore-2025")]
    public void Every_measure_test_patient_is_read_whole(string set)
    {
        var cases = Directory.GetFiles(Path.Combine(SharedData.Require(set), "cases"), "*.ndjson.gz");

        foreach (var line in cases.SelectMany(Lines))
        {
            using var test = JsonDocument.Parse(line);
            var bundle = test.RootElement.GetProperty("bundle");
            var expected = new SortedDictionary<string, int>(StringComparer.Ordinal);
            Count(bundle, expected);

            var reading = Reading.Document(System.Text.Encoding.UTF8.GetBytes(bundle.GetRawText()));

            reading.Counts.ShouldBe(expected);
            reading.Records.OfType<SourcePatient>().Count().ShouldBe(1);
        }
    }

    [Fact]
    public void A_measure_case_with_something_expressly_not_done_says_so()
    {
        var cases = Directory.GetFiles(Path.Combine(SharedData.Require("ecqm-qicore-2025"), "cases"), "*.ndjson.gz");
        var (notDone, withReason) = (0, 0);
        foreach (var line in cases.SelectMany(Lines))
        {
            using var test = JsonDocument.Parse(line);
            var bundle = test.RootElement.GetProperty("bundle").GetRawText();
            foreach (var service in Reading.Document(System.Text.Encoding.UTF8.GetBytes(bundle)).Records.OfType<SourceService>().Where(s => s.IsNotDone))
            {
                notDone++;
                withReason += service.StatusReasons.Count > 0 ? 1 : 0;
            }
        }

        notDone.ShouldBe(23);   // counted once by another program, from profiles, qicore-notDone and doNotPerform
        withReason.ShouldBe(22);
    }

    private void Unpack(string archive)
    {
        using var tar = Process.Start("tar", ["-xJf", archive, "-C", _folder]);
        tar.WaitForExit();
        tar.ExitCode.ShouldBe(0);
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (text.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static SortedDictionary<string, int> CountDocuments(string folder)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.json"))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            Count(document.RootElement, counts);
        }

        return counts;
    }

    private static SortedDictionary<string, int> CountLines(string folder)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in Directory.GetFiles(folder, "*.gz").SelectMany(Lines))
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.TryGetProperty("resourceType", out _))
            {
                Count(document.RootElement, counts);
            }
        }

        return counts;
    }

    // What holds other resources is opened, not counted; Parameters may also hold none.
    private static void Count(JsonElement resource, SortedDictionary<string, int> counts)
    {
        var type = resource.GetProperty("resourceType").GetString()!;
        var isPlain = type is "Parameters" && !resource.GetRawText().Contains("\"resource\"");
        if (isPlain || type is not ("Bundle" or "Parameters"))
        {
            counts[type] = counts.GetValueOrDefault(type) + 1;
        }
        else if (resource.TryGetProperty(type is "Bundle" ? "entry" : "parameter", out var entries))
        {
            foreach (var entry in entries.EnumerateArray())
            {
                if (entry.TryGetProperty("resource", out var inner))
                {
                    Count(inner, counts);
                }
            }
        }
    }

    private static Dictionary<string, int> CountFiles(string folder) => Directory.GetFiles(folder, "*.json")
        .Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.GetProperty("resourceType").GetString()!)
        .GroupBy(type => type).ToDictionary(group => group.Key, group => group.Count());

    private static Dictionary<string, int> CountsOf(string file) => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.EnumerateArray()
        .ToDictionary(pair => pair[0].GetString()!, pair => pair[1].GetInt32());

    private static int Kept(Reading reading) => reading.Counted.Count(counted => counted.IsKept);

    // One record per kept resource: true where nothing is contained, split or rejected.
    private static int Counted(Reading reading) => reading.Records.Count;

    private static int Count<T>(Reading reading) => reading.Records.OfType<T>().Count();

    private static int CountOf(Reading reading, ServiceKind kind) => reading.Records.OfType<SourceService>().Count(service => service.Kind == kind);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
