using System.Text;
using Rapport.Core.Primitives;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Tests.Email;

public sealed class MimeWriterTests
{
    [Fact]
    public void A_plain_message_is_written_as_the_standard_shows_it() => Written.Mail(Sample.Email()).ShouldBe(
        """
        Date: Tue, 03 Mar 2026 09:05:00 -0500
        From: Maple Street Family Practice <care@maple.example>
        To: Jane Miller <jane@home.example>
        Subject: See you on Tuesday
        Message-ID: <5f2b@rapport.example>
        MIME-Version: 1.0
        Content-Language: en
        Auto-Submitted: auto-generated
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Hi Jane,

        we look forward to seeing you on Tuesday.


        """.ReplaceLineEndings("\r\n"));

    [Fact]
    public void The_same_message_gives_the_same_bytes_every_time()
    {
        var message = Sample.Email() with { HtmlBody = "<p>Hi</p>", Calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" };

        Written.Bytes(message).ShouldBe(Written.Bytes(message));
    }

    [Fact]
    public void A_reader_of_plain_text_and_a_reader_of_HTML_both_find_their_words()
    {
        var mail = Written.Mail(Sample.Email() with { HtmlBody = "<p>Hi Jane</p>" });

        mail.ShouldContain("Content-Type: multipart/alternative; boundary=\"=_words_");
        mail.IndexOf("text/plain").ShouldBeLessThan(mail.IndexOf("text/html"));
    }

    [Fact]
    public void A_visit_comes_with_a_file_for_the_calendar_that_names_its_method()
    {
        var mail = Written.Mail(Sample.Email() with { Calendar = "BEGIN:VCALENDAR\nMETHOD:CANCEL\nEND:VCALENDAR" });

        mail.ShouldContain("Content-Type: multipart/mixed;");
        mail.ShouldContain("text/calendar; charset=utf-8; method=CANCEL; name=\"visit.ics\"");
        mail.ShouldContain("BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n");
    }

    [Fact]
    public void One_click_unsubscribing_is_offered_as_mail_programs_expect()
    {
        var mail = Written.Mail(Sample.Email() with
        {
            Unsubscribe = ListUnsubscribe.OneClick(new("https://praxis-müller.example/u/x7k"), new("mailto:stop@maple.example?subject=x7k")),
        });

        Written.Header(mail, "List-Unsubscribe").ShouldBe("<https://xn--praxis-mller-klb.example/u/x7k>, <mailto:stop@maple.example?subject=x7k>");
        Written.Header(mail, "List-Unsubscribe-Post").ShouldBe("List-Unsubscribe=One-Click");
    }

    [Fact]
    public void Unsubscribing_by_mail_alone_does_not_promise_one_click()
    {
        var mail = Written.Mail(Sample.Email() with { Unsubscribe = ListUnsubscribe.ByMail(new("mailto:stop@maple.example")) });

        mail.ShouldContain("List-Unsubscribe: <mailto:stop@maple.example>\r\n");
        mail.ShouldNotContain("List-Unsubscribe-Post");
    }

    [Fact]
    public void One_click_over_an_open_connection_cannot_even_be_asked_for() =>
        Should.Throw<ArgumentException>(() => ListUnsubscribe.OneClick(new("http://maple.example/u")));

    [Theory]
    [InlineData("Bcc")]
    [InlineData("cc")]
    [InlineData("To")]
    [InlineData("Resent-To")]
    [InlineData("X-Tag\r\nBcc")]
    [InlineData("X Tag")]
    [InlineData("")]
    public void No_extra_header_can_add_a_second_recipient(string name) => Should.Throw<ArgumentException>(() => new ExtraHeader(name, "x"));

    [Theory]
    [InlineData("no-at-sign")]
    [InlineData("a@b@c")]
    [InlineData("a@b>\r\nBcc: x@y")]
    [InlineData("../../a b@c")]
    [InlineData(".a@b")]
    public void A_message_id_that_could_break_a_header_is_refused(string id) => Should.Throw<ArgumentException>(() => Sample.Email() with { MessageId = id });

    [Theory]
    [InlineData("Dr. Lee, MD", "\"Dr. Lee, MD\" <care@maple.example>")]
    [InlineData("Mary \"May\" O'Neill", "\"Mary \\\"May\\\" O'Neill\" <care@maple.example>")]
    [InlineData("Clínica Ñandú", "=?utf-8?Q?Cl=C3=ADnica_=C3=91and=C3=BA?= <care@maple.example>")]
    [InlineData(" ", "care@maple.example")]
    [InlineData("evil@bank.example", "\"evil@bank.example\" <care@maple.example>")]
    public void A_display_name_is_written_as_it_needs(string name, string expected) =>
        Written.Header(Written.Mail(Sample.Email() with { From = new(name, "care@maple.example") }), "From").ShouldBe(expected);

    [Fact]
    public void A_Spanish_subject_stays_readable_for_old_mail_programs() =>
        Written.Header(Written.Mail(Sample.Email() with { Subject = "¿Cómo sigue?", Language = Language.Spanish }), "Subject")
            .ShouldBe("=?utf-8?Q?=C2=BFC=C3=B3mo_sigue=3F?=");

    [Fact]
    public void A_long_subject_is_folded_between_words()
    {
        var mail = Written.Mail(Sample.Email() with { Subject = string.Join(' ', Enumerable.Repeat("reminder", 20)) });

        mail.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
    }

    [Fact]
    public void An_address_in_another_script_makes_the_header_UTF8()
    {
        var bytes = Written.Bytes(Sample.Email(to: "用户@例子.example"));

        Encoding.UTF8.GetString(bytes).ShouldContain("<用户@xn--fsqu00a.example>");
    }
}
