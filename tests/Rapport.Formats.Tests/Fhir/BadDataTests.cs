using System.IO.Compression;
using System.Text;
using Rapport.Core.Intake;

namespace Rapport.Formats.Tests.Fhir;

public sealed class BadDataTests : IDisposable
{
    private const string Good = "{'resourceType':'Patient','id':'p1'}";

    private readonly string _folder = Directory.CreateTempSubdirectory("rapport-bad-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json.Replace('\'', '"'));

    [Fact]
    public void A_broken_line_costs_only_itself_and_is_found_by_its_number()
    {
        var reading = Reading.Lines($"{Good}\n{{'resourceType':'Patient','id':\n\n{Good}");

        reading.Records.Count.ShouldBe(2);
        reading.OnlyIssue.Line.ShouldBe(2);
        reading.OnlyIssue.Loss.ShouldBe(IntakeLoss.Whole);
    }

    [Theory]
    [InlineData("{'resourceType':'Patient','id':'p1'}garbage")]
    [InlineData("{'resourceType':'Patient','id':'p1'")]
    [InlineData("{'resourceType':'Claim','id':'p1'")]
    [InlineData("{'resourceType':'Claim','id':'p1'}{")]
    [InlineData("{'resourceType':'Patient','id':'p1',}")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("{'resourceType':7}")]
    [InlineData("{'resourceType':'not a type'}")]
    [InlineData("{'resourceType':'Patient','id':'p1','name':[{'given':['A']}}")]
    public void What_is_no_resource_gives_one_issue_and_no_record(string line)
    {
        var reading = Reading.Lines(line);

        reading.Records.ShouldBeEmpty();
        reading.Counts.ShouldBeEmpty();
        reading.OnlyIssue.Loss.ShouldBe(IntakeLoss.Whole);
    }

    [Theory]
    [InlineData("'name':'Ann'", "Patient.name")]
    [InlineData("'name':[7]", "Patient.name[0]")]
    [InlineData("'name':[{'given':[3],'family':'A'}]", "Patient.name[0].given[0]")]
    [InlineData("'telecom':[{'system':'phone','value':5550100}]", "Patient.telecom[0].value")]
    [InlineData("'active':'yes'", "Patient.active")]
    [InlineData("'birthDate':19800101", "Patient.birthDate")]
    [InlineData("'address':{'city':7}", "Patient.address.city")]
    [InlineData("'meta':[]", "Patient.meta")]
    public void A_value_of_the_wrong_kind_costs_only_itself(string field, string path)
    {
        var reading = Reading.Document($$"""{'resourceType':'Patient','id':'p1','gender':'female',{{field}}}""");

        reading.Only<SourcePatient>().Gender.ShouldBe("female");
        reading.Issues.Select(issue => issue.Path).ShouldContain(path);
        reading.Issues.ShouldAllBe(issue => issue.Loss == IntakeLoss.Part);
    }

    [Fact]
    public void One_value_where_a_list_should_be_is_taken_and_noted()
    {
        var reading = Reading.Document("{'resourceType':'Patient','id':'p1','name':{'family':'Ortiz','given':'Ann'}}");

        reading.Only<SourcePatient>().Names[0].Given.ShouldBe(["Ann"]);
        reading.Issues.Select(issue => issue.Path).ShouldBe(["Patient.name", "Patient.name.given"]);
    }

    [Fact]
    public void The_type_need_not_come_first() =>
        Reading.Document("{'id':'p1','gender':'male','resourceType':'Patient'}").Only<SourcePatient>().Gender.ShouldBe("male");

    [Fact]
    public void Null_reads_as_absent_without_a_word()
    {
        var reading = Reading.Document("{'resourceType':'Patient','id':'p1','name':null,'birthDate':null,'active':null,'meta':null,'contained':null,'link':[null]}");

        reading.Only<SourcePatient>().IsActive.ShouldBeTrue();
        reading.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Escaped_names_and_texts_are_read()
    {
        var reading = Reading.Document("""{'resourceType':'Patient','id':'p1','\u0067ender':'fe\u006dale','name':[{'family':'O\u0027Neil \ud83d\ude00'}]}""");

        reading.Only<SourcePatient>().Gender.ShouldBe("female");
        reading.Only<SourcePatient>().Names[0].Family.ShouldBe("O'Neil 😀");
    }

    [Fact]
    public void Half_a_surrogate_pair_or_bytes_that_are_no_text_cost_only_their_value()
    {
        var half = Reading.Document("""{'resourceType':'Patient','id':'p1','name':[{'family':'A\ud800','given':['Ann']}]}""");
        half.Only<SourcePatient>().Names[0].Family.ShouldBeNull();
        half.OnlyIssue.Path.ShouldBe("Patient.name[0].family");

        var bytes = Bytes("{'resourceType':'Patient','id':'p1','name':[{'family':'A?B','given':['Ann']}]}");
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xFF;
        var invalid = Reading.Document(bytes);
        invalid.Only<SourcePatient>().Names[0].Given.ShouldBe(["Ann"]);
        invalid.OnlyIssue.Path.ShouldBe("Patient.name[0].family");
    }

    [Fact]
    public void Byte_order_marks_and_line_ends_of_any_kind_do_no_harm()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];

        var lines = Reading.Lines([.. mark, .. Bytes(Good), .. "\r\n\r\n"u8, .. mark, .. Bytes(Good), .. "\r\n"u8]);
        lines.Records.Count.ShouldBe(2);
        lines.Issues.ShouldBeEmpty();

        Reading.Document([.. mark, .. Bytes(Good)]).Records.Count.ShouldBe(1);
        Reading.Document([.. mark, .. Bytes($$"""{'resourceType':'Bundle','entry':[{'resource':{{Good}}}]}""")]).Records.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_in_UTF_16_is_named_as_such(bool hasMark)
    {
        byte[] text = [.. hasMark ? Encoding.Unicode.GetPreamble() : [], .. Encoding.Unicode.GetBytes(Good.Replace('\'', '"'))];

        Reading.Lines(text).OnlyIssue.Reason.ShouldContain("UTF-16");
        Reading.Document(text).OnlyIssue.Reason.ShouldContain("UTF-16");
    }

    [Fact]
    public void Deep_nesting_is_refused_without_harm()
    {
        var deep = new string('[', 5000) + new string(']', 5000);

        var reading = Reading.Lines($$"""{'resourceType':'Patient','id':'p1','extension':{{deep}}}""" + "\n" + Good);

        reading.Records.Count.ShouldBe(1);
        reading.OnlyIssue.Line.ShouldBe(1);
    }

    [Fact]
    public void A_text_beyond_all_reading_is_left_out()
    {
        var reading = Reading.Document($$"""{'resourceType':'Patient','id':'p1','name':[{'text':'{{new string('x', 30_000)}}','family':'A'}]}""");

        reading.Only<SourcePatient>().Names[0].Text.ShouldBeNull();
        reading.OnlyIssue.Path.ShouldBe("Patient.name[0].text");
    }

    [Fact]
    public void A_line_above_the_limit_is_skipped_without_being_held()
    {
        using var stream = new MemoryStream();
        stream.Write(Bytes(Good + "\n{'resourceType':'Patient','id':'huge','text':'"));
        var piece = Encoding.ASCII.GetBytes(new string('x', 1024 * 1024));
        for (var i = 0; i < 70; i++)
        {
            stream.Write(piece);
        }

        stream.Write(Bytes("'}\n" + Good));

        var reading = Reading.Lines(stream.ToArray());

        reading.Records.Count.ShouldBe(2);
        reading.OnlyIssue.ShouldBe(new IntakeIssue("test.ndjson", 2, "", "is larger than 64 MB; left out", IntakeLoss.Whole));
    }

    [Theory]
    [InlineData("[7,7,7,7,7,7,7,7],", 2)]   // many small values: passed over one by one
    [InlineData("xxxxxxxxxxxxxxxxxxxx", 1)]   // one endless text: what follows is lost too
    public void A_bundle_entry_above_the_limit_is_skipped_without_being_held(string piece, int patients)
    {
        var isText = piece[0] is 'x';
        using var stream = new MemoryStream();
        stream.Write(Bytes($$"""{'resourceType':'Bundle','entry':[{'resource':{{Good}}},{'resource':{'resourceType':'Basic','id':'huge','x':{{(isText ? "'" : "[")}}"""));
        var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(piece, 50_000)));
        while (stream.Length < 70_000_000)
        {
            stream.Write(block);
        }

        stream.Write(Bytes((isText ? "'" : "7]") + "}},{'resource':" + Good + "}]}"));

        var reading = Reading.Document(stream.ToArray());

        reading.Records.Count.ShouldBe(patients);
        reading.Issues.ShouldAllBe(issue => issue.Line == 2 && issue.Reason.Contains("64 MB") && issue.Loss == IntakeLoss.Whole);
        reading.Issues.Count.ShouldBe(isText ? 2 : 1);
    }

    [Fact]
    public void A_resource_wrong_all_through_does_not_flood_the_report()
    {
        var names = string.Join(',', Enumerable.Repeat("7", 10_000));

        var reading = Reading.Document($$"""{'resourceType':'Patient','id':'p1','name':[{{names}}]}""");

        reading.Records.Count.ShouldBe(1);
        reading.Issues.Count.ShouldBe(100);
    }

    [Fact]
    public void A_bundle_that_breaks_off_gives_what_came_before()
    {
        var reading = Reading.Document($$"""{'resourceType':'Bundle','entry':[{'resource':{{Good}}},{'resource':{'resourceType':'Pat""");

        reading.Records.Count.ShouldBe(1);
        reading.OnlyIssue.Reason.ShouldContain("breaks off");
    }

    [Fact]
    public void A_packed_file_that_was_cut_off_gives_what_came_before()
    {
        var random = new Random(1);
        var lines = string.Join('\n', Enumerable.Range(0, 5000).Select(i => $$"""{'resourceType':'Patient','id':'p{{i}}-{{random.NextInt64()}}'}"""));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Bytes(lines));
        }

        File.WriteAllBytes(Path.Combine(_folder, "Patient.ndjson.gz"), packed.ToArray()[..(int)(packed.Length / 2)]);
        var reading = Reading.Folder(_folder);

        reading.Records.Count.ShouldBeGreaterThan(1000);
        reading.Issues.ShouldContain(issue => issue.Reason.Contains("cut off"));
    }

    [Fact]
    public void Empty_files_are_no_trouble_but_an_empty_document_is_no_resource()
    {
        Reading.Lines("").Issues.ShouldBeEmpty();
        Reading.Lines("\n\n \r\n").Issues.ShouldBeEmpty();
        Reading.Document("").OnlyIssue.Loss.ShouldBe(IntakeLoss.Whole);
    }

    [Fact]
    public void A_feed_that_is_not_there_says_so() => Reading.Folder(Path.Combine(_folder, "absent")).OnlyIssue.Reason.ShouldContain("no such file");

    [Fact]
    public void Types_that_are_not_kept_are_counted()
    {
        var reading = Reading.Lines("{'resourceType':'Claim','id':'1'}\n{'resourceType':'Claim','id':'2'}\n{'resourceType':'Basic'}");

        reading.Counts.ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["Claim"] = 2, ["Basic"] = 1 }, ignoreOrder: true);
        reading.Counted.ShouldAllBe(counted => !counted.IsKept);
        reading.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void A_plus_that_the_sender_escaped_is_still_a_plus()
    {
        var reading = Reading.Lines(@"{'resourceType':'Observation','id':'o','status':'final','subject':{'reference':'Patient/p'},'effectiveDateTime':'2026-10-01T10:00:00\u002B02:00'}");

        reading.Records.OfType<SourceService>().ShouldHaveSingleItem().From.ToString().ShouldBe("2026-10-01T10:00:00+02:00");
        Reading.Lines(@"{'resourceType':'Observation','id':'o','subject':{'reference':'Patient/p'},'effectiveDateTime':'\ud800'}").Records.ShouldHaveSingleItem();
    }
}
