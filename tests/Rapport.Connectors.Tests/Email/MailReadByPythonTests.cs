using System.Globalization;
using System.Text.Json;
using FsCheck.Fluent;
using Rapport.Connectors.Email;
using Rapport.Engine.Delivery;
using Rapport.TestKit;

namespace Rapport.Connectors.Tests.Email;

/// <summary>An independent reader finds in our mail what we put in.</summary>
public sealed class MailReadByPythonTests
{
    [Fact]
    public async Task Names_of_seventy_six_places_arrive_unchanged()
    {
        var rows = Csv.Read(Path.Combine(SharedData.Require("vectors-names"), "faker_names_dev.csv")).ToList();

        await IsReadBack([.. rows.Select((row, i) => Sample.Email($"n{i:D5}") with
        {
            From = new(row["full"], "care@maple.example"),
            To = new($"{row["first"]} {row["last"]}", "jane@home.example"),
            Subject = $"{row["first"]}: {row["full"]}",
            TextBody = $"{row["last"]},\n\n{row["full"]} — 😀\n",
            HtmlBody = $"<p lang=\"und\">{row["full"]}</p>\n",
        })]);
    }

    [Fact]
    public async Task Hostile_words_arrive_as_words() =>
        await IsReadBack([.. Nasty.Texts.Generator.Sample(300, 20).Select((texts, i) => MimeProperties.AnyMessage(texts) with { MessageId = $"h{i:D5}@rapport.example" })]);

    [Fact]
    public async Task A_visit_arrives_as_a_calendar_file()
    {
        const string Visit = "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nSUMMARY:Visit\r\nEND:VCALENDAR\r\n";
        Outgoing plain = Sample.Email("c1") with { HtmlBody = "<p>Hi</p>", Calendar = Visit };
        Outgoing accented = plain with { MessageId = "c2@rapport.example", Calendar = Visit.Replace("Visit", "Consultorio Ñandú") };

        var mails = await IsReadBack([plain, accented]);

        mails.ShouldAllBe(mail => mail.GetProperty("calendar")[0][0].GetString() == "PUBLISH");
        mails.Select(mail => mail.GetProperty("calendar")[0][1].GetString()!.ReplaceLineEndings("\r\n")).ShouldBe([plain.Calendar, accented.Calendar]);
    }

    private static async Task<List<JsonElement>> IsReadBack(Outgoing[] messages)
    {
        var python = Machine.Require("python3");
        using var folder = new TemporaryFolder();
        foreach (var message in messages)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, $"{message.MessageId.Split('@')[0]}.eml"), Written.Bytes(message));
        }

        var json = await Machine.RunAsync(python, [Machine.Beside("read_mail.py"), folder.Path], TestContext.Current.CancellationToken);

        var mails = JsonDocument.Parse(json).RootElement.EnumerateArray().ToList();
        mails.Count.ShouldBe(messages.Length);
        foreach (var (message, mail) in messages.Zip(mails))
        {
            IsSame(message, mail);
        }

        return mails;
    }

    private static void IsSame(Outgoing message, JsonElement mail)
    {
        Mailboxes(mail, "from").ShouldBe([(HeaderText.Clean(message.From.Name!), message.From.Address)]);
        Mailboxes(mail, "to").ShouldBe([(HeaderText.Clean(message.To.Name!), message.To.Address)]);
        mail.GetProperty("recipients").GetInt32().ShouldBe(1);
        mail.GetProperty("subject").GetString().ShouldBe(HeaderText.Clean(message.Subject));
        mail.GetProperty("id").GetString().ShouldBe($"<{message.MessageId}>");
        mail.GetProperty("language").GetString().ShouldBe(message.Language.Tag);
        DateTimeOffset.Parse(mail.GetProperty("date").GetString()!, CultureInfo.InvariantCulture).ShouldBe(message.Date);
        Words(mail, "text").ShouldBe(MimeProperties.AsArrived(message.TextBody).TrimEnd('\r', '\n'));
        Words(mail, "html").ShouldBe(message.HtmlBody?.TrimEnd('\r', '\n'));
        mail.GetProperty("defects").EnumerateArray().Select(defect => defect.GetString()).ShouldBeEmpty();
    }

    private static List<(string?, string?)> Mailboxes(JsonElement mail, string header) =>
        [.. mail.GetProperty(header).EnumerateArray().Select(mailbox => (mailbox[0].GetString(), mailbox[1].GetString()))];

    private static string? Words(JsonElement mail, string body) =>
        mail.GetProperty(body).GetString() is { } text ? MimeProperties.AsArrived(text).TrimEnd('\r', '\n') : null;
}
