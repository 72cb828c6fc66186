using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Rapport.Connectors.Email;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Tests.Email;

public sealed class MimeProperties
{
    private static readonly SearchValues<char> Printable = SearchValues.Create([.. Enumerable.Range(' ', 95).Select(code => (char)code), '\r', '\n', '\t']);

    private static readonly string[] Expected =
    [
        "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Language", "Auto-Submitted", "X-Tag", "Content-Type", "Content-Transfer-Encoding",
    ];

    [Fact]
    public void Whatever_the_words_every_line_is_short_enough_and_ends_as_it_must() => ForAnyMessage((_, mail) =>
    {
        mail.ShouldEndWith("\r\n");
        mail.Replace("\r\n", "").ShouldNotContain('\r');
        mail.Replace("\r\n", "").ShouldNotContain('\n');
        mail.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 998);
        mail.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
    });

    [Fact]
    public void Whatever_the_words_only_plain_ASCII_leaves() => ForAnyMessage((_, mail) =>
        IsAscii(mail).ShouldBeTrue());

    [Fact]
    public void Whatever_the_words_no_header_appears_that_we_did_not_write() => ForAnyMessage((_, mail) =>
        Written.HeaderNames(mail).ShouldBe(Expected));

    [Fact]
    public void Whatever_the_words_they_arrive_unchanged() => ForAnyMessage((message, mail) =>
    {
        var (head, text) = WrittenMail.Read(mail);

        head["Subject"].ShouldBe(HeaderText.Clean(message.Subject));
        text.TrimEnd().ShouldBe(AsArrived(message.TextBody).TrimEnd());
    });

    [Fact]
    public void Whatever_the_words_HTML_and_calendar_stay_within_their_parts() =>
        Prop.ForAll(Nasty.Texts, texts =>
        {
            var mail = Written.Mail(Sample.Email() with { TextBody = texts.First, HtmlBody = texts.Second, Calendar = texts.Third });

            mail.Split("\r\n").Count(line => line.StartsWith("--=_")).ShouldBe(6);
            mail.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
            IsAscii(mail).ShouldBeTrue();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_called_an_address_it_holds_no_space_and_no_second_recipient() =>
        Prop.ForAll(Nasty.Text, Nasty.Text, (left, right) =>
        {
            if (EmailAddress.TryParse($"{left}@{right}.example", out var address))
            {
                address.Text.ShouldAllBe(letter => letter > ' ' && letter != '<' && letter != '>' && letter != ',' && letter != '\u007f');
                address.Text.Count(letter => letter is '@').ShouldBe(1);
            }
        }).QuickCheckThrowOnFailure();

    /// <summary>Line ends are equal, and half a character is shown as the replacement character.</summary>
    internal static string AsArrived(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\r\n", "\n").Replace('\r', '\n').Replace("\n", "\r\n");

    private static bool IsAscii(string mail) => !mail.AsSpan().ContainsAnyExcept(Printable);

    private static void ForAnyMessage(Action<Outgoing, string> check) =>
        Prop.ForAll(Nasty.Texts, texts =>
        {
            var message = AnyMessage(texts);
            check(message, Written.Mail(message));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    internal static Outgoing AnyMessage((string Subject, string Name, string Body) texts) => Sample.Email() with
    {
        Subject = texts.Subject,
        From = new(texts.Name, "care@maple.example"),
        To = new(texts.Name, "jane@home.example"),
        TextBody = texts.Body,
        Headers = [new("X-Tag", texts.Subject)],
    };
}
