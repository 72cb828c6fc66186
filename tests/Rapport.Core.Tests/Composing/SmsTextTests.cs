using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Rapport.Core.Composing;
using Rapport.TestKit;

namespace Rapport.Core.Tests.Composing;

public sealed class SmsTextTests
{
    [Fact]
    public void Segments_are_counted_as_the_carrier_bills_them()
    {
        var file = Path.Combine(SharedData.Require("vectors-sms"), "twilio_vectors.json");
        foreach (var vector in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
        {
            var size = SmsText.Measure(vector.GetProperty("body").GetString()!);

            var bits = size.Units * (size.Encoding is SmsEncoding.Gsm7 ? 7 : 16);
            (size.Encoding is SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2", size.Segments, bits).ShouldBe(
                (vector.GetProperty("encoding").GetString(), vector.GetProperty("segments").GetInt32(), vector.GetProperty("messageSize").GetInt32()),
                vector.GetProperty("testDescription").GetString());
        }
    }

    [Theory]
    [InlineData("", SmsEncoding.Gsm7, 0, 1)]
    [InlineData("¿Cómo?", SmsEncoding.Ucs2, 6, 1)]
    [InlineData("¡Hola Señora, café y pingüino!", SmsEncoding.Gsm7, 30, 1)]
    [InlineData("mañana a las 9, María", SmsEncoding.Ucs2, 21, 1)]
    [InlineData("€[]", SmsEncoding.Gsm7, 6, 1)]
    [InlineData("it’s", SmsEncoding.Ucs2, 4, 1)]
    public void Accents_marks_and_brackets_cost_what_they_cost(string text, SmsEncoding encoding, int units, int segments) =>
        SmsText.Measure(text).ShouldBe(new SmsSize(encoding, units, segments));

    [Theory]
    [InlineData(160, 0, 1)]
    [InlineData(161, 0, 2)]
    [InlineData(306, 0, 2)]
    [InlineData(307, 0, 3)]
    [InlineData(158, 1, 1)]
    [InlineData(159, 1, 2)]
    public void A_text_grows_a_segment_at_the_right_letter(int letters, int euros, int segments) =>
        SmsText.Measure(new string('a', letters) + new string('€', euros)).Segments.ShouldBe(segments);

    [Fact]
    public void An_escaped_letter_is_not_cut_in_two()
    {
        // 306 septets would fill two parts exactly, but the euro at 153 moves to the second whole.
        var text = new string('a', 152) + '€' + new string('a', 152);

        SmsText.Measure(text).ShouldBe(new SmsSize(SmsEncoding.Gsm7, 306, 3));
    }

    [Fact]
    public void An_emoji_is_not_cut_in_two()
    {
        var text = new string('я', 66) + "😀" + new string('я', 66);

        SmsText.Measure(text).ShouldBe(new SmsSize(SmsEncoding.Ucs2, 134, 3));
    }

    [Theory]
    [InlineData("It’s “time”… for a check‑up – call us", "It's \"time\"... for a check-up - call us")]
    [InlineData("9:00\u202fAM\u00a0sharp\ufeff", "9:00 AM sharp")]
    [InlineData("cafe\u0301", "café")]
    [InlineData("¿Cómo está, María?", "¿Cómo está, María?")]
    [InlineData("see you 😀", "see you 😀")]
    public void Typographic_marks_become_plain_and_letters_stay(string text, string expected) => SmsText.ToGsm7(text).ShouldBe(expected);

    [Theory]
    [InlineData("¿Cómo está, María? Mañana, José", "¿Como esta, Maria? Mañana, José")]
    [InlineData("ÁÍÓÚ ç ő", "AIOU c o")]
    [InlineData("Привет", "Привет")]
    public void Accents_go_only_when_asked_and_only_where_the_alphabet_lacks_them(string text, string expected) =>
        SmsText.ToGsm7(text, dropAccents: true).ShouldBe(expected);

    [Fact]
    public void Any_text_can_be_measured_and_made_plain_and_never_costs_more_for_it() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var plain = SmsText.ToGsm7(text ?? "");

            SmsText.Measure(plain).Segments.ShouldBeLessThanOrEqualTo(SmsText.Measure(text ?? "").Segments);
            SmsText.ToGsm7(plain).ShouldBe(plain);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_an_emoji_is_measured_not_refused() => SmsText.ToGsm7("a\ud83d").ShouldBe("a\ufffd");
}
