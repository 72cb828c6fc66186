using Rapport.Connectors.Smtp;
using Rapport.Engine.Delivery;
using Rapport.TestKit;
using Rapport.TestKit.Smtp;

namespace Rapport.Connectors.Tests.Smtp;

/// <summary>Postfix's test server takes our mail as it takes any.</summary>
public sealed class SmtpSinkTests
{
    [Theory]
    [InlineData]
    [InlineData("-p")]
    [InlineData("-8")]
    public async Task Every_message_arrives_once_unchanged_for_its_one_recipient(params string[] options)
    {
        using var sink = await SmtpSink.StartAsync(options);
        Outgoing[] batch = [.. Enumerable.Range(1, 60).Select(i => Sample.Email($"m{i:D3}", $"p{i}@home.example") with { TextBody = $"Number {i}\n.\n..\nÑandú\n" })];

        var results = await SendAsync(sink, batch);

        results.ShouldAllBe(result => result is SendResult.Accepted);
        var mails = sink.Mails().ToDictionary(mail => mail.Split("Message-ID: <")[1].Split('@')[0]);
        mails.Count.ShouldBe(60);
        foreach (var message in batch)
        {
            var mail = mails[message.MessageId.Split('@')[0]];
            mail.ShouldContain($"X-Rcpt-Args: <{message.To.Address}>\n");
            mail.Split("X-Rcpt-Args").Length.ShouldBe(2);
            mail.ShouldEndWith(Email.Written.Mail(message).Replace("\r\n", "\n") + "\n");
        }
    }

    [Theory]
    [InlineData("-Q", "RCPT")]
    [InlineData("-q", "DATA")]
    [InlineData("-q", ".")]
    public async Task A_server_that_breaks_off_ends_in_an_honest_answer(string how, string where)
    {
        using var sink = await SmtpSink.StartAsync(how, where);

        var results = await SendAsync(sink, [Sample.Email("1"), Sample.Email("2"), Sample.Email("3")]);

        results.ShouldAllBe(result => !(result is SendResult.Accepted) && !(result is SendResult.Refused && ((SendResult.Refused)result).IsPermanent));
    }

    [Fact]
    public async Task A_server_that_refuses_every_recipient_is_believed()
    {
        using var sink = await SmtpSink.StartAsync("-f", "RCPT");

        var results = await SendAsync(sink, [Sample.Email("1"), Sample.Email("2")]);

        results.ShouldAllBe(result => result is SendResult.Refused && ((SendResult.Refused)result).IsPermanent);
    }

    private static Task<IReadOnlyList<SendResult>> SendAsync(SmtpSink sink, Outgoing[] batch) => new SmtpSender(
        new() { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.None, Timeout = TimeSpan.FromSeconds(20) },
        new RealTime()).SendAsync(batch, TestContext.Current.CancellationToken);
}
