using System.IO.Compression;
using System.Text;
using Rapport.Core.Intake;
using Rapport.Formats.Fhir;

namespace Rapport.Formats.Tests.Fhir;

public sealed class FolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rapport-folder-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var bytes = Encoding.UTF8.GetBytes(text.Replace('\'', '"'));
        using Stream file = name.EndsWith(".gz") ? new GZipStream(File.Create(path), CompressionLevel.Fastest) : File.Create(path);
        file.Write(bytes);
    }

    [Fact]
    public void Files_are_read_in_the_order_in_which_they_refer_to_one_another()
    {
        Write("a/Condition.ndjson", "{'resourceType':'Condition','id':'c','subject':{'reference':'Patient/p'}}");
        Write("b.jsonl", "{'resourceType':'Practitioner','id':'d'}");
        Write("z.json", "{'resourceType':'Organization','id':'o'}");
        Write("m.ndjson.gz", "{'resourceType':'Patient','id':'p'}\n");
        Write("bundle.json.gz", "{'resourceType':'Bundle','type':'searchset','entry':[{'resource':{'resourceType':'Location','id':'l'}}]}");

        var reading = Reading.Folder(_folder);

        reading.Records.Select(record => record.Id).ShouldBe(["o", "l", "d", "p", "c"]);
        reading.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Progress_reaches_the_whole_size_of_the_files()
    {
        Write("Patient.ndjson", "{'resourceType':'Patient','id':'p'}\n");
        Write("Condition.ndjson", "{'resourceType':'Condition','id':'c','subject':{'reference':'Patient/p'}}");

        var progress = Reading.Folder(_folder).Progress;

        progress[^1].BytesRead.ShouldBe(progress[^1].BytesTotal);
        progress.Select(step => step.BytesRead).ShouldBeInOrder();
    }

    [Fact]
    public void A_packed_bundle_is_read_in_order_though_it_cannot_be_wound_back()
    {
        var entries = Enumerable.Range(0, 2000).Select(i => $$$"""{'resource':{'resourceType':'Flag','id':'f{{{i}}}','subject':{'reference':'Patient/p'} } }""")
            .Append("{'resource':{'resourceType':'Patient','id':'p'}}").Append("{'resource':{'resourceType':'Organization','id':'o'}}");
        Write("all.json.gz", $$$"""{'resourceType':'Bundle','entry':[{{{string.Join(",\n", entries)}}}]}""");

        var reading = Reading.Folder(_folder);

        reading.Records.Take(3).Select(record => record.Id).ShouldBe(["o", "p", "f0"]);
        reading.Records.Count.ShouldBe(2002);
        reading.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Bundles_may_lie_on_lines_and_in_bundles()
    {
        const string Inner = "{'resourceType':'Bundle','entry':[{'fullUrl':'urn:uuid:1','resource':{'resourceType':'Patient','id':'p'}},{'resource':{'resourceType':'Flag','id':'f','subject':{'reference':'urn:uuid:1'}}}]}";

        Reading.Lines(Inner).Only<SourceFlag>().Patient.ShouldBe("p");
        Reading.Document($$$"""{'resourceType':'Bundle','entry':[{'resource':{{{Inner}}}}]}""").Only<SourceFlag>().Patient.ShouldBe("p");
        Reading.Document("{'resourceType':'Parameters','parameter':[{'name':'Patient','resource':{'resourceType':'Patient','id':'p'}},{'name':'x','valueString':'y'}]}").Only<SourcePatient>().Id.ShouldBe("p");
    }

    [Fact]
    public void Files_of_other_kinds_are_passed_over_and_named()
    {
        Write("readme.txt", "hello");

        Reading.Folder(_folder).OnlyIssue.File.ShouldBe("readme.txt");
    }

    [Fact]
    public void Notes_are_read_beside_the_records()
    {
        Write("notes.csv", "Patient_Identifier,text,tag,may_be_mentioned\r\n77,'Loves her garden, and tea',Interest,yes\nhttp://mrn|5,\"two\nlines\",worry,no\n6,kind,praise,perhaps\n,lost,interest,yes\n");

        var reading = Reading.Folder(_folder);

        var notes = reading.Records.Cast<SourceNote>().ToList();
        notes.Select(note => (note.Patient, note.Tag, note.MayBeMentioned)).ShouldBe([("?|77", "interest", true), ("?http://mrn|5", "worry", false), ("?|6", "praise", false)]);
        notes[0].Text.ShouldBe("Loves her garden, and tea");
        reading.Issues.Select(issue => issue.Loss).ShouldBe([IntakeLoss.Part, IntakeLoss.Whole]);
        Reading.Folder(_folder).Records.ShouldBe(reading.Records);   // the same words, the same ids
    }

    [Fact]
    public void Notes_without_their_columns_are_left_out_and_reported()
    {
        Write("notes.csv", "patient,text\n1,hello\n");

        Reading.Folder(_folder).OnlyIssue.Reason.ShouldContain("patient_identifier, tag, may_be_mentioned");
    }

    [Fact]
    public void Reading_stops_when_asked()
    {
        Write("Patient.ndjson", "{'resourceType':'Patient','id':'p'}");
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Should.Throw<OperationCanceledException>(() => new FhirFeed(_folder, Reading.Today).Read(stop.Token).ToList());
    }
}
