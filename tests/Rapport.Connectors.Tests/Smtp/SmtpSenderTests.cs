using System.Diagnostics;
using Rapport.Connectors.Smtp;
using Rapport.Engine.Delivery;
using Rapport.TestKit;
using Rapport.TestKit.Smtp;

namespace Rapport.Connectors.Tests.Smtp;

public sealed class SmtpSenderTests
{
    private static readonly string[] WithoutPipelining = ["8BITMIME"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_batch_leaves_over_one_connection_each_message_to_one_recipient(bool pipelining)
    {
        await using var server = new ScriptedSmtpServer(pipelining ? new() : new() { Features = WithoutPipelining });

        var results = await SendAsync(server, Sample.Email("1", "a@x.example"), Sample.Email("2", "b@x.example"), Sample.Email("3", "c@x.example"));

        results.ShouldAllBe(result => result is SendResult.Accepted);
        server.Connections.ShouldBe(1);
        server.Commands.Where(c => c.StartsWith("RCPT")).ShouldBe(["RCPT TO:<a@x.example>", "RCPT TO:<b@x.example>", "RCPT TO:<c@x.example>"]);
        server.Mails.Select(Id).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task A_line_that_is_only_a_dot_does_not_end_the_message()
    {
        await using var server = new ScriptedSmtpServer();

        await SendAsync(server, Sample.Email() with { TextBody = "one\n.\n..two\n.three" });

        server.Mails.Single().ShouldContain("one\r\n.\r\n..two\r\n.three");
    }

    [Theory]
    [InlineData("550 5.1.1 <jane@home.example>: no such user", "5.1.1", true)]
    [InlineData("452 4.2.2 mailbox full", "4.2.2", false)]
    [InlineData("550 no such user", null, true)]
    [InlineData("450 5.1.1 code and status disagree", null, false)]
    [InlineData("530 5.7.0 sign in first", "5.7.0", false)]
    public async Task A_refused_recipient_is_told_apart_and_the_others_still_get_their_mail(string answer, string? status, bool isPermanent)
    {
        await using var server = new ScriptedSmtpServer(new()
        {
            To = command => command.Contains("bad@") ? answer : null,
        });

        var results = await SendAsync(server, Sample.Email("1"), Sample.Email("2", "bad@home.example"), Sample.Email("3"));

        var refused = results[1].ShouldBeOfType<SendResult.Refused>();
        (refused.EnhancedStatus, refused.IsPermanent, refused.Reason).ShouldBe((status, isPermanent, answer));
        results[0].ShouldBeOfType<SendResult.Accepted>();
        results[2].ShouldBeOfType<SendResult.Accepted>();
        server.Mails.Select(Id).Where(id => id.Length > 0).ShouldBe(["1", "3"]);
    }

    [Fact]
    public async Task Content_refused_for_now_is_not_refused_for_good()
    {
        await using var server = new ScriptedSmtpServer(new() { ToContent = number => number is 1 ? "451 4.7.1 greylisted" : "554 5.7.1 spam" });

        var results = await SendAsync(server, Sample.Email("1"), Sample.Email("2"));

        results.Cast<SendResult.Refused>().Select(r => (r.EnhancedStatus, r.IsPermanent)).ShouldBe([("4.7.1", false), ("5.7.1", true)]);
    }

    [Fact]
    public async Task When_the_answer_to_the_content_is_lost_nobody_claims_to_know()
    {
        await using var server = new ScriptedSmtpServer(new() { ToContent = number => number is 2 ? SmtpScript.Drop : "250 2.0.0 ok" });

        var results = await SendAsync(server, Sample.Email("1"), Sample.Email("2"), Sample.Email("3"));

        results[0].ShouldBeOfType<SendResult.Accepted>();
        results[1].ShouldBeOfType<SendResult.Unknown>();
        results[2].ShouldBeOfType<SendResult.Accepted>();
        server.Mails.Select(Id).ShouldBe(["1", "2", "3"]);   // nothing is sent twice
        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_always_hangs_up_leaves_few_messages_in_doubt()
    {
        await using var server = new ScriptedSmtpServer(new() { ToContent = _ => SmtpScript.Drop });

        var results = await SendAsync(server, [.. Enumerable.Range(1, 20).Select(i => Sample.Email($"{i}"))]);

        results.Count(result => result is SendResult.Unknown).ShouldBe(2);
        results.Count(result => result is SendResult.Refused { IsPermanent: false }).ShouldBe(18);
    }

    [Fact]
    public async Task A_connection_lost_before_the_content_is_tried_again_without_doubt()
    {
        var drops = 0;
        await using var server = new ScriptedSmtpServer(new()
        {
            To = command => command.Contains("second@") && Interlocked.Increment(ref drops) is 1 ? SmtpScript.Drop : null,
        });

        var results = await SendAsync(server, Sample.Email("1"), Sample.Email("2", "second@home.example"));

        results.ShouldAllBe(result => result is SendResult.Accepted);
        server.Mails.Select(Id).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task A_server_that_closes_for_maintenance_gets_the_rest_later()
    {
        await using var server = new ScriptedSmtpServer(new() { To = command => command.StartsWith("MAIL") ? "421 4.3.2 closing" : null });

        var results = await SendAsync(server, Sample.Email("1"), Sample.Email("2"));

        results.ShouldAllBe(result => result is SendResult.Refused && !((SendResult.Refused)result).IsPermanent);
    }

    [Fact]
    public async Task A_deaf_server_costs_no_more_than_the_timeout()
    {
        await using var server = new ScriptedSmtpServer(new() { ToContent = _ => SmtpScript.Silence });
        var started = Stopwatch.GetTimestamp();

        var results = await new SmtpSender(Options(server) with { Timeout = TimeSpan.FromMilliseconds(300) }, new RealTime())
            .SendAsync([Sample.Email()], TestContext.Current.CancellationToken);

        results.Single().ShouldBeOfType<SendResult.Unknown>();
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("220")]
    [InlineData("554 5.7.1 go away")]
    [InlineData(SmtpScript.Drop)]
    public async Task A_greeting_of_any_kind_never_loses_a_message(string greeting)
    {
        await using var server = new ScriptedSmtpServer(new() { Greeting = greeting });

        var results = await SendAsync(server, Sample.Email());

        results.Single().ShouldSatisfyAllConditions(result => (result is SendResult.Accepted || result is SendResult.Refused { IsPermanent: false }).ShouldBeTrue());
    }

    [Fact]
    public async Task Nobody_listening_is_said_plainly_and_can_be_tried_again()
    {
        int port;
        await using (var server = new ScriptedSmtpServer())
        {
            port = server.Port;
        }

        var results = await new SmtpSender(new() { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None }, new RealTime()).SendAsync([Sample.Email()], default);

        results.Single().ShouldBeOfType<SendResult.Refused>().Reason.ShouldStartWith("The mail server cannot be reached");
    }

    [Fact]
    public async Task A_message_to_no_address_never_reaches_the_server()
    {
        await using var server = new ScriptedSmtpServer();

        var results = await SendAsync(server, Sample.Email("1", "jane@home.example>\r\nRCPT TO:<thief@evil.example"), Sample.Email("2"), Sample.Text("3"));

        results[0].ShouldBeOfType<SendResult.Refused>().EnhancedStatus.ShouldBe("5.1.3");
        results[1].ShouldBeOfType<SendResult.Accepted>();
        results[2].ShouldBeOfType<SendResult.Refused>().IsPermanent.ShouldBeTrue();
        server.Commands.ShouldNotContain(command => command.Contains("thief"));
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_in_another_script_goes_only_to_a_server_that_can_take_it()
    {
        await using var modern = new ScriptedSmtpServer();
        await using var old = new ScriptedSmtpServer(new() { Features = WithoutPipelining });
        var message = Sample.Email(to: "josé@home.example");

        (await SendAsync(modern, message)).Single().ShouldBeOfType<SendResult.Accepted>();
        (await SendAsync(old, message)).Single().ShouldBeOfType<SendResult.Refused>().EnhancedStatus.ShouldBe("5.6.7");
        modern.Commands.ShouldContain(command => command.StartsWith("MAIL") && command.EndsWith("BODY=8BITMIME SMTPUTF8"));
    }

    [Fact]
    public async Task A_message_larger_than_the_server_takes_is_not_sent()
    {
        await using var server = new ScriptedSmtpServer(new() { Features = ["PIPELINING", "SIZE 2000"] });

        var results = await SendAsync(server, Sample.Email("1") with { TextBody = new string('x', 5000) }, Sample.Email("2"));

        results[0].ShouldBeOfType<SendResult.Refused>().EnhancedStatus.ShouldBe("5.3.4");
        results[1].ShouldBeOfType<SendResult.Accepted>();
    }

    [Fact]
    public async Task Being_asked_to_stop_sends_nothing_more_and_throws_nothing()
    {
        await using var server = new ScriptedSmtpServer();

        var results = await new SmtpSender(Options(server), new RealTime()).SendAsync([Sample.Email()], new CancellationToken(canceled: true));

        results.Single().ShouldBeOfType<SendResult.Refused>().IsPermanent.ShouldBeFalse();
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public void Options_say_what_must_be_corrected_and_never_print_the_password()
    {
        var options = new SmtpOptions { Host = "mail.example", Security = SmtpSecurity.None, User = "u", Password = "secret" };

        options.Problems().Single().ShouldContain("in the clear");
        options.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public void A_result_prints_no_address() =>
        new SendResult.Refused("550 5.1.1 <jane@home.example> unknown", "5.1.1", IsPermanent: true).ToString().ShouldBe("Refused 5.1.1");

    private static string Id(string mail) => mail.Length is 0 ? "" : Email.Written.Header(mail, "Message-ID")[1..].Split('@')[0];

    private static SmtpOptions Options(ScriptedSmtpServer server) => new()
    {
        Host = "127.0.0.1",
        Port = server.Port,
        Security = SmtpSecurity.None,
        Timeout = TimeSpan.FromSeconds(20),
    };

    private static Task<IReadOnlyList<SendResult>> SendAsync(ScriptedSmtpServer server, params Outgoing[] batch) =>
        new SmtpSender(Options(server), new RealTime()).SendAsync(batch, TestContext.Current.CancellationToken);
}
