using System.Text.Json;
using Rapport.Formats.Drafts;

namespace Rapport.Formats.Tests.Drafts;

public sealed class DraftFileReaderTests
{
    [Fact]
    public void No_unsafe_draft_of_the_development_set_passes_and_nearly_every_fit_one_does()
    {
        var (unsafePassed, fitShare) = Judge("drafts.dev.jsonl");

        unsafePassed.ShouldBeEmpty();
        fitShare.ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Theory]
    [InlineData("drafts.own.jsonl")]
    [InlineData("drafts.own2.jsonl")]
    [InlineData("drafts.own3.jsonl")]
    [InlineData("drafts.own4.jsonl")]
    [InlineData("drafts.own5.jsonl")]
    [InlineData("drafts.own6.jsonl")]
    [InlineData("drafts.own7.jsonl")]
    [InlineData("drafts.own8.jsonl")]
    public void So_it_is_with_our_own_drafts(string file)
    {
        var (unsafePassed, fitShare) = Judge(file);

        unsafePassed.ShouldBeEmpty();
        fitShare.ShouldBeGreaterThanOrEqualTo(0.90);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1, 2]")]
    [InlineData("""{"id": "x", "channel": "sms"}""")]
    [InlineData("""{"id": "x", "channel": "pigeon", "language": "en", "facts": {}, "draft": "Hi."}""")]
    [InlineData("""{"id": "x", "channel": "sms", "language": "en", "facts": [], "draft": "Hi."}""")]
    [InlineData("""{"id": 7, "channel": "sms", "language": "en", "draft": "Hi."}""")]
    [InlineData("""{"id": "x", "channel": "sms", "language": "en", "facts": {}, "draft": "\ud800"}""")]
    public void A_line_that_is_no_draft_is_rejected_and_not_a_crash(string line)
    {
        using var verdict = JsonDocument.Parse(DraftFileReader.Judge([line]).ShouldHaveSingleItem());

        verdict.RootElement.GetProperty("verdict").GetString().ShouldBe("reject");
    }

    [Fact]
    public void One_line_comes_out_for_each_that_goes_in()
    {
        string[] lines = ["""{"id": "a", "channel": "sms", "language": "en", "facts": {"practice": "Fern", "due_service": "visit"}, "draft": "It is time for a visit. - Fern"}""", "", "oops"];

        var verdicts = DraftFileReader.Judge(lines).ToList();

        verdicts.Count.ShouldBe(2);
        verdicts[0].ShouldBe("""{"id":"a","verdict":"ok","violations":[],"why":""}""");
        verdicts[1].ShouldContain("unreadable");
    }

    private static (List<string> UnsafePassed, double FitShare) Judge(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "tests", "Rapport.Core.Tests", "Composing", file));
        var pairs = lines.Zip(DraftFileReader.Judge(lines), (line, verdict) => (Wanted: Verdict(line), Given: Verdict(verdict))).ToList();
        var fit = pairs.Where(pair => pair.Wanted.Verdict is "ok").ToList();
        return ([.. pairs.Where(pair => pair is { Wanted.Verdict: "reject", Given.Verdict: "ok" }).Select(pair => pair.Wanted.Id)],
            (double)fit.Count(pair => pair.Given.Verdict is "ok") / fit.Count);
    }

    private static (string Id, string Verdict) Verdict(string line)
    {
        using var json = JsonDocument.Parse(line);
        return (json.RootElement.GetProperty("id").GetString()!, json.RootElement.GetProperty("verdict").GetString()!);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rapport.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found.");
    }
}
