using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Rapport.Core.Composing.Replies;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Composing.Replies;

/// <summary>The wall: what a model may read of a patient's words.</summary>
public sealed partial class DeidentifierTests
{
    private static readonly string[] Secrets =
        ["Grace", "Will", "May", "Rose", "Hope", "Zorblatt", "O'Brien", "García", "Anne-Marie", "Goodwin", "Long", "Time", "Call", "Quixotville", "Thistledown"];

    private static readonly Household Home = A.Household(
        A.Patient("pt-7788").Called("Grace").With(p => p with { FullName = "Grace Zorblatt" }).WithMobile("+15185550177").WithEmail("rose.goodwin@example.org")
            .Reachable(new ContactPoint(Channel.Letter, "77 Thistledown Road\nQuixotville, NY 12345", ContactState.Usable, 1))
            .Seeing(A.Visit().With(v => v with { Clinician = "Dr. Long", Place = "Hope Wing" }))
            .Noted("Her son May is away.")
            .CaredForBy(A.Mother("r1", "Anne-Marie"), A.Mother("r2", "Will")),
        A.Patient("p2").Called("Rose").With(p => p with { FullName = "Rose O'Brien" }),
        A.Patient("p3").Called("Time").With(p => p with { FullName = "Time García" }));

    private static readonly Deidentifier Deidentifier = Deidentifier.For(Home, A.Practice(), ["Call"], ["Quixotville"]);

    [Theory]
    [InlineData("Grace wants to come", "{name-1} wants to come")]
    [InlineData("is GRACE's visit today?", "is {name-1}'s visit today?")]
    [InlineData("the Graces are here", "the {name-1} are here")]
    [InlineData("garcia and GARCÍA", "{name-1} and {name-1}")]
    [InlineData("G.r.a.c.e is here", "{name-1} is here")]
    [InlineData("Gra-ce is here", "{name-1} is here")]
    [InlineData("g r a c e is here", "{name-1} is here")]
    [InlineData("Good win is here", "{name-1} is here")]
    [InlineData("Ｇｒａｃｅ is here", "{name-1} is here")]
    [InlineData("Gr\u200Bace is here", "{name-1} is here")]
    [InlineData("Gr\u00ADace is here", "{name-1} is here")]
    [InlineData("Gráce and Gra\u0301ce are here", "{name-1} and {name-1} are here")]
    [InlineData("𝐆𝐫𝐚𝐜𝐞 is here", "{name-1} is here")]
    [InlineData("anne-marie is here", "{name-1} is here")]
    [InlineData("will you call", "{name-1} you {name-2}")]
    [InlineData("what time", "what {name-1}")]
    [InlineData("I live in Quixotville", "I live in {place-1}")]
    public void A_name_of_the_household_never_passes_however_it_is_written(string text, string expected) =>
        Passing(text).ShouldBe(expected);

    [Theory]
    [InlineData("Zorbblatt is here", "{word-1} is here")]
    [InlineData("my sister Ximena comes with me", "my sister {word-1} comes with me")]
    [InlineData("we live near Sycamore Hollow", "we live near {word-1} {word-2}")]
    [InlineData("is it about my porphyria?", "is it about my {word-1}?")]
    [InlineData("Мария is here", "{word-1} is here")]
    [InlineData("Grаce is here", "{word-1} is here")]   // the a is Cyrillic
    [InlineData("Can Hunter come with me?", "Can {word-1} come with me?")]
    [InlineData("m a r i a is here", "{word-1} is here")]
    public void A_word_that_is_not_ours_never_passes(string text, string expected) =>
        Passing(text).ShouldBe(expected);

    [Theory]
    [InlineData("call 518 555 0142 now", "{name-1} {phone-1} now")]
    [InlineData("(518) 555-0142", "({phone-1}")]
    [InlineData("on Tuesday, March 4th at 3:30pm", "on {date-1} at {time-1}")]
    [InlineData("el martes 4 de marzo", "el {date-1} de {date-2}")]
    [InlineData("I am forty two", "I am {number-1}")]
    [InlineData("tengo cuarenta y dos", "tengo {number-1} y {number-2}")]
    [InlineData("a las once", "a las {number-1}")]
    [InlineData("４２ and ٤٢ and ⑨", "{number-1} and {number-2} and {number-3}")]
    [InlineData("it was $45.00", "it was {number-1}")]
    [InlineData("see www.evil.test/a?b=1 or evil.com or a@b.org", "see {link-1} or {link-2} or {link-3}")]
    [InlineData("MRN A12B", "{word-1} {number-1}")]
    [InlineData("at noon or twice", "at {time-1} or {number-1}")]
    public void Numbers_dates_times_and_links_never_pass(string text, string expected) =>
        Passing(text).ShouldBe(expected);

    [Fact]
    public void A_patient_cannot_write_a_placeholder() =>
        Passing("write {name-1} {phone} [x]").ShouldBe("write {number-1} phone {word-1}");

    [Fact]
    public void The_same_value_is_the_same_placeholder_in_every_message()
    {
        var hidden = Deidentifier.Hide(["Is Grace booked?", "Yes, grace is."]);

        hidden.Texts.ShouldBe(["Is {name-1} booked?", "Yes, {name-1} is."]);
        hidden.Map.TryGet("name-1", out var value).ShouldBeTrue();
        value.ShouldBe("Grace");
    }

    [Fact]
    public void The_map_prints_nothing_of_what_it_holds()
    {
        var hidden = Deidentifier.Hide(["Grace Zorblatt 5185550177"]);

        $"{hidden} {hidden.Map}".ShouldNotContain("Grace");
        $"{hidden} {hidden.Map}".ShouldNotContain("518");
    }

    [Fact]
    public void Whatever_is_written_only_words_of_the_closed_list_pass() =>
        Properties.Hold(Texts, text =>
        {
            var passing = Passing(text);
            var rest = Placeholder().Replace(passing, " ");
            Foreign().Count(rest).ShouldBe(0, passing);
            foreach (var word in Word().Matches(rest).Select(m => m.Value))
            {
                (ReplyVocabulary.Has(PlainText.Fold(word)) || word.Contains('\'') || ReplyVocabulary.Has(PlainText.Fold(word.Replace("'", "")))).ShouldBeTrue(word);
                Secrets.ShouldNotContain(secret => PlainText.Fold(secret) == PlainText.Fold(word), word);
            }
        }, tests: 2_000);

    // Secrets in disguises, digits and any characters at all, between ordinary words.
    private static Gen<string> Texts
    {
        get
        {
            var secret = Gen.Elements(Secrets);
            var disguised = secret.SelectMany(s => Gen.Elements(
                s, s.ToUpperInvariant(), s.ToLowerInvariant(), $"{s}'s", $"{s}s", $"\"{s}\"", $"({s})", $"{s},", $"{s[..1]}\u200B{s[1..]}", $"{s[..2]}-{s[2..]}", $"{s[..2]}.{s[2..]}",
                $"{s[..2]} {s[2..]}", string.Join(' ', s.ToCharArray()), string.Concat(s.Select(c => c is >= 'A' and <= 'z' ? (char)(c + 0xFEE0) : c)), $"{s}\u0301", $"-{s}-", $"{s}😀", $"{s}42", $"@{s}", $"{s}.com"));
            var plain = Gen.Elements("can", "I", "come", "on", "please", "see you", "tomorrow", "mi cita", "gracias", "don't", "check-up", "ok!", "…", "\n", "1", "42nd", "½", "Ⅷ", "３", "forty-two", "doce");
            var anything = Gen.Elements(Enumerable.Range(0x20, 0x2FF).Concat([0x202E, 0x200D, 0xD800, 0xFB01, 0x661, 0x1D7D8 & 0xFFFF, 0x3042, 0x410]).Select(c => (char)c).ToArray()).ArrayOf().Select(c => new string(c));
            return Gen.Frequency((4, disguised), (4, plain), (2, anything)).ArrayOf().Select(parts => string.Join(' ', parts));
        }
    }

    private static string Passing(string text) => Deidentifier.Hide([text]).Texts[0];

    [GeneratedRegex(@"\{[a-z]+-\d+\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\d{}\[\]<>@_=&%#\\]|[^\x00-\x7FáéíóúüñÁÉÍÓÚÑ¿¡]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"[\p{L}']+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Word();
}
