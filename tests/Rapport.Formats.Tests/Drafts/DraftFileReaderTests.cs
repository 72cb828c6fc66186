using System.Text.Json;
using Rapport.Formats.Drafts;

namespace Rapport.Formats.Tests.Drafts;

public sealed class DraftFileReaderTests
{
    [Theory]
    [MemberData(nameof(Sets))]
    public void No_unsafe_draft_of_a_set_passes_and_nearly_every_fit_one_does(string file)
    {
        var set = DraftSet.Judge(file);

        set.UnsafePassed.ShouldBeEmpty();
        set.FitShare.ShouldBeGreaterThanOrEqualTo(0.95);
    }

    public static TheoryData<string> Sets => [.. DraftSet.FirstTries.Select(set => set.File)];

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
}
