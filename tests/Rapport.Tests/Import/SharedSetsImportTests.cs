using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Rapport.Core.Planning;
using Rapport.Engine.Intake;
using Rapport.Formats.Fhir;
using Rapport.TestKit;
using Rapport.Tests.Day;

namespace Rapport.Tests.Import;

/// <summary>Real exports through the real database: the same export a second time changes nothing.</summary>
public sealed class SharedSetsImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("synthea-r4-2019")]
    [InlineData("synthea-bulk-2025")]
    [InlineData("fhir-r4-examples")]
    [InlineData("fhir-test-cases")]
    [InlineData("ecqm-qicore-2024")]
    [InlineData("ecqm-qicore-2025")]
    public void The_same_export_a_second_time_changes_nothing(string set)
    {
        var path = Lay(set);
        using var practice = PracticeDay.Open();

        var first = Import(practice, path);
        var second = Import(practice, path);

        first.Records.Added.ShouldBeGreaterThan(0);
        second.Resources.ShouldBe(first.Resources, ignoreOrder: true);
        (second.Records.Added, second.Records.Changed, second.HouseholdsChanged).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Nobody_of_Synthea_can_be_reached_and_nobody_who_died_is_contacted()
    {
        using var practice = PracticeDay.Open("2021-05-04 07:00");   // their last visits were in the weeks before
        Import(practice, Lay("synthea-r4-2019"));

        var plan = practice.Pipeline.Planning.Run(null, PracticeDay.Ct);

        plan.Patients.ShouldBe(160);
        practice.Pipeline.Touches.Count().Where(c => c.Status is TouchStatus.Planned).ShouldBeEmpty();   // one home phone each, no mobile, no e-mail
        practice.Tasks.ShouldContain(t => t.Code == "unreachable");
    }

    private static ImportResult Import(PracticeDay practice, string path) =>
        practice.Pipeline.Import.Run(new FhirFeed(path, practice.Pipeline.Planning.Context().Today), null, PracticeDay.Ct);

    // Sets come packed in several ways; measure cases hold a bundle in each line.
    private string Lay(string set)
    {
        var source = SharedData.Require(set);
        switch (set)
        {
            case "synthea-r4-2019":
                using (var tar = Process.Start("tar", ["-xJf", Path.Combine(source, "dev.tar.xz"), "-C", _folder.Path]))
                {
                    tar.WaitForExit();
                    tar.ExitCode.ShouldBe(0);
                }

                return _folder.Path;
            case "synthea-bulk-2025":
                return Path.Combine(source, "10-patients");
            case "fhir-r4-examples":
                ZipFile.ExtractToDirectory(Directory.GetFiles(source, "*.zip").ShouldHaveSingleItem(), _folder.Path);
                return _folder.Path;
            case "fhir-test-cases":
                return Path.Combine(source, "r4", "examples");
            default:
                LayCases(source);
                return _folder.Path;
        }
    }

    private void LayCases(string source)
    {
        var number = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(source, "cases"), "*.ndjson.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                using var test = JsonDocument.Parse(line);
                File.WriteAllText(Path.Combine(_folder.Path, $"{number++:D4}.json"), test.RootElement.GetProperty("bundle").GetRawText());
            }
        }
    }
}
