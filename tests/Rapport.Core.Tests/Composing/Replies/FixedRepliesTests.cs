using Rapport.Core.Composing;
using Rapport.Core.Composing.Replies;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Composing.Replies;

public sealed class FixedRepliesTests
{
    [Fact]
    public void The_fixed_words_are_what_a_person_has_read() =>
        Snapshot.Match(
            string.Concat(from concern in Enum.GetValues<ReplyConcern>()
                          from language in new[] { Language.English, Language.Spanish }
                          select $"{concern} {language}: {FixedReplies.Words(concern, language, Channel.Email, "(518) 555-0142")}\n") +
            string.Concat(Enum.GetValues<ReplyConcern>().Select(concern => $"{concern} staff: {FixedReplies.ForStaff(concern) ?? "-"}\n")),
            "fixed-replies.snapshot.txt");

    [Fact]
    public void As_a_text_they_take_two_segments_at_most_of_the_plain_alphabet()
    {
        foreach (var concern in Enum.GetValues<ReplyConcern>())
        {
            foreach (var language in new[] { Language.English, Language.Spanish })
            {
                var size = SmsText.Measure(FixedReplies.Words(concern, language, Channel.Sms, "(518) 555-0142"));
                size.Segments.ShouldBeLessThanOrEqualTo(2);
                size.Encoding.ShouldBe(SmsEncoding.Gsm7);
            }
        }
    }

    [Fact]
    public void Danger_names_the_number_to_call_and_abuse_names_nothing()
    {
        FixedReplies.Words(ReplyConcern.RedFlag, Language.English, Channel.Sms, "x").ShouldContain("911");
        FixedReplies.Words(ReplyConcern.SelfHarm, Language.Spanish, Channel.Sms, "x").ShouldContain("988");
        FixedReplies.Words(ReplyConcern.Poison, Language.English, Channel.Sms, "x").ShouldContain("1-800-222-1222");
        FixedReplies.Words(ReplyConcern.Harm, Language.English, Channel.Sms, "x").ShouldBe("Thanks, we got your message. Someone from the office will call you.");
    }
}
