using Rapport.Core.Composing;
using Rapport.Core.Composing.Guardrails;

namespace Rapport.Core.Tests.Composing.Guardrails;

public sealed class FormTests
{
    [Theory]
    [InlineData("Dear $FIRST_NAME, see you Wednesday at 2:45 PM. - Fern Clinic")]
    [InlineData("Hi , see you Wednesday at 2:45 PM. - Fern Clinic")]
    [InlineData("Ada, see you {{day}} at 2:45 PM. - Fern Clinic")]
    [InlineData("Ada, see you Wednesday at 2:45 PM with Dr. . - Fern Clinic")]
    [InlineData("Ada, see you [day] at 2:45 PM. - Fern Clinic")]
    public void A_field_left_unfilled_is_refused(string body) => A.Sms(body).ShouldBeRefused(A.VisitOnWednesday(), Codes.BrokenPlaceholder);

    [Theory]
    [InlineData("Ada, see you you Wednesday at 2:45 PM. - Fern Clinic")]
    [InlineData("Ada, see you see you Wednesday at 2:45 PM. - Fern Clinic")]
    [InlineData("Ada, see you Wednesday at 2:45 PM. Please let us know if you")]
    [InlineData("Ada, visit your is Wednesday at 2:45 PM. - Fern Clinic")]
    [InlineData("Ada, see you <b>Wednesday</b> at 2:45 PM. - Fern Clinic")]
    [InlineData("Ada, see you Wednesday at 2:45 PM. MaÃ±ana. - Fern Clinic")]
    public void Broken_text_is_refused(string body) => A.Sms(body).ShouldBeRefused(A.VisitOnWednesday(), Codes.BrokenText);

    [Fact]
    public void A_mark_that_no_letter_carries_ends_in_a_verdict() =>
        A.Sms("Ada, h\u0301ello x\u0303\u0301y, see you Wednesday at 2:45 PM. - Fern Clinic").ShouldBeRefused(A.VisitOnWednesday(), Codes.InventedFact);

    [Fact]
    public void A_link_stands_exactly_as_given()
    {
        var facts = A.Facts(A.Text("forms_link", "https://fern.example/f"));

        A.Sms("Ada, your forms are here: https://fern.example/f - Fern Clinic").ShouldBeFit(facts);
        A.Sms("Ada, your forms are here: http://fern.example/f - Fern Clinic").ShouldBeRefused(facts, Codes.UnsafeLink);
        A.Sms("Ada, your forms are here: https://fern.example/f?n=Ada - Fern Clinic").ShouldBeRefused(facts, Codes.UnsafeLink);
        A.Sms("Ada, your forms are here: bit.ly/fern - Fern Clinic").ShouldBeRefused(facts, Codes.UnsafeLink);
    }

    [Fact]
    public void A_first_text_says_how_to_stop()
    {
        var facts = A.VisitOnWednesday(A.Yes("first_message"));

        A.Sms("Ada, see you Wednesday at 2:45 PM. Reply STOP to end. - Fern Clinic").ShouldBeFit(facts);
        A.Sms("Ada, see you Wednesday at 2:45 PM. - Fern Clinic").ShouldBeRefused(facts, Codes.MissingOptOut);
    }

    [Fact]
    public void The_language_is_the_reader_s_in_every_part()
    {
        A.Email("Su visita", "Ada, see you Wednesday at 2:45 PM.\n\nFern Clinic").ShouldBeRefused(A.VisitOnWednesday(), Codes.WrongLanguage);
        A.Email("Your visit", "Ada, see you Wednesday at 2:45 PM.\n\nSaludos,\nFern Clinic").ShouldBeRefused(A.VisitOnWednesday(), Codes.WrongLanguage);
    }

    [Fact]
    public void Office_language_is_refused() =>
        A.Letter("Dear Ada,\n\nPursuant to our previously communicated recommendation, kindly initiate scheduling.\n\nFern Clinic").ShouldBeRefused(A.VisitOnWednesday(), Codes.TooComplex);

    [Theory]
    [InlineData(160, 'a', 1)]
    [InlineData(161, 'a', 2)]
    [InlineData(306, 'a', 2)]
    [InlineData(307, 'a', 3)]
    [InlineData(70, 'á', 1)]
    [InlineData(134, 'á', 2)]
    [InlineData(135, 'á', 3)]
    [InlineData(160, 'ñ', 1)]
    [InlineData(80, '€', 1)]
    [InlineData(81, '€', 2)]
    public void Segments_are_counted_as_the_carriers_count(int length, char letter, int segments) =>
        SmsText.Measure(new string(letter, length)).Segments.ShouldBe(segments);

    [Fact]
    public void A_text_of_three_segments_is_refused() =>
        A.Sms($"Ada, see you Wednesday at 2:45 PM. {string.Join(' ', Enumerable.Repeat("Reply if you have any questions.", 9))} - Fern Clinic").ShouldBeRefused(A.VisitOnWednesday(), Codes.TooLong);
}
