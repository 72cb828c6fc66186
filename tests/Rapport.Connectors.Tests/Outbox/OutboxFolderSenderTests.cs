using Rapport.Connectors.Outbox;
using Rapport.Core.Primitives;
using Rapport.Engine.Delivery;
using Rapport.TestKit;

namespace Rapport.Connectors.Tests.Outbox;

public sealed class OutboxFolderSenderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_message_becomes_one_file_that_its_program_can_open()
    {
        var results = await SendAsync(Sample.Email("e1"), Sample.Text("s1"), Sample.Letter("l1"), Sample.Text("p1") with { Channel = Channel.Portal });

        results.Cast<SendResult.Accepted>().Select(r => r.Reference!.Replace('\\', '/')).ShouldBe(
            ["2026-03-03/e1.eml", "2026-03-03/s1.sms.txt", "2026-03-03/l1.letter.html", "2026-03-03/p1.portal.txt"]);
        (await File.ReadAllBytesAsync(PathOf("e1.eml"))).ShouldBe(Email.Written.Bytes(Sample.Email("e1")));
        (await File.ReadAllTextAsync(PathOf("s1.sms.txt"))).ShouldContain("To: Jane Miller, +15550123\n");
        (await File.ReadAllTextAsync(PathOf("s1.sms.txt"))).ShouldContain("Segments: 1 (33 units of Gsm7)\n");
        (await File.ReadAllTextAsync(PathOf("l1.letter.html"))).ShouldContain("&lt;Call&gt; us &amp; come.");
    }

    [Fact]
    public async Task The_same_message_sent_again_after_a_crash_is_still_one_file()
    {
        await SendAsync(Sample.Email("e1"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "2026-03-03", ".e1.eml.tmp"), "half a mess");   // what kill -9 leaves behind

        await SendAsync(Sample.Email("e1"));

        Directory.GetFiles(Path.Combine(_folder.Path, "2026-03-03")).Select(Path.GetFileName).ShouldBe(["e1.eml"]);
    }

    [Fact]
    public async Task A_message_to_no_address_is_refused_here_too()
    {
        var results = await SendAsync(Sample.Email("e1", "jane"), Sample.Email("e2"));

        results[0].ShouldBeOfType<SendResult.Refused>().IsAddressAtFault.ShouldBeTrue();
        results[1].ShouldBeOfType<SendResult.Accepted>();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_refuses_for_now()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "2026-03-03"), "a file where the day's folder should be");

        (await SendAsync(Sample.Email())).Single().ShouldBeOfType<SendResult.Refused>().IsPermanent.ShouldBeFalse();
    }

    [Fact]
    public async Task The_page_lists_every_message_with_its_words_and_runs_nothing()
    {
        await SendAsync(
            Sample.Email("e1") with { Subject = "¿Cómo sigue, <Ana>?", Language = Language.Spanish, HtmlBody = "<p>x</p>", Calendar = "BEGIN:VCALENDAR" },
            Sample.Text("s1") with { TextBody = "<script>alert(1)</script>" },
            Sample.Letter("l1"));

        var page = await PageAsync();

        page.ShouldContain("<h3 lang=\"es\">&#191;C&#243;mo sigue, &lt;Ana&gt;?</h3>");
        page.ShouldContain("we look forward to seeing you on Tuesday.");
        page.ShouldContain("Jane Miller &lt;jane@home.example&gt;");
        page.ShouldContain("<h3>Text message to <bdi>Jane Miller, +15550123</bdi></h3>\n<p class=\"meta\"><time datetime=\"2026-03-03T09:05:00-05:00\">09:05</time>");
        page.ShouldContain("Dear Jane,\n\nit is time for your check-up. &lt;Call&gt; us &amp; come.");
        page.ShouldContain("Tuesday, 3 March 2026: 3 messages");
        page.ShouldContain("href=\"2026-03-03/e1.eml\"");
        page.ShouldNotContain("<script");
    }

    [Fact]
    public async Task The_page_tells_what_lies_in_the_folder_and_ignores_what_is_not_ours()
    {
        await SendAsync(Sample.Email("e1"));
        await File.WriteAllTextAsync(PathOf("notes.txt"), "mine");
        await File.WriteAllTextAsync(PathOf("broken.eml"), "no header =?utf-8?B?%%%?=\r\nTo: =?utf-8?Q?=C3?=\r\n\r\n=ZZ");

        (await PageAsync()).ShouldContain("2 messages");
    }

    [Fact]
    public async Task An_empty_outbox_says_so() => (await PageAsync()).ShouldContain("The outbox is empty.");

    [Fact]
    public async Task A_channel_without_a_carrier_goes_to_the_outbox_and_answers_keep_their_places()
    {
        var outbox = new OutboxFolderSender(_folder.Path);
        var sender = new SenderByChannel(new Dictionary<Channel, ISender> { [Channel.Sms] = new Refusing() }, outbox);

        var results = await sender.SendAsync([Sample.Email("e1"), Sample.Text("s1"), Sample.Letter("l1")], default);

        results.Select(result => result.GetType().Name).ShouldBe(["Accepted", "Refused", "Accepted"]);
    }

    private sealed class Refusing : ISender
    {
        public Task<IReadOnlyList<SendResult>> SendAsync(IReadOnlyList<Outgoing> batch, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<SendResult>>([.. batch.Select(_ => new SendResult.Refused("no", null, IsPermanent: true))]);
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, "2026-03-03", name);

    private Task<IReadOnlyList<SendResult>> SendAsync(params Outgoing[] batch) => new OutboxFolderSender(_folder.Path).SendAsync(batch, TestContext.Current.CancellationToken);

    private async Task<string> PageAsync() => await File.ReadAllTextAsync(await new OutboxFolderSender(_folder.Path).WriteIndexAsync(TestContext.Current.CancellationToken));
}
