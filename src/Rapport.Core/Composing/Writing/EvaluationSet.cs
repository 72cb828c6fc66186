using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Writing;

/// <summary>The fixed situations by which writers and prompts are compared: every program, both languages, each channel, and some shades.</summary>
public static class EvaluationSet
{
    private static readonly (string Name, Audience Audience, Channel Channel, string Shade)[] Each =
    [
        ("appointment.confirm", Audience.Self, Channel.Sms, ""),
        ("appointment.confirm", Audience.Household, Channel.Email, ""),
        ("appointment.remind", Audience.Other, Channel.Sms, ""),
        ("appointment.remind", Audience.Self, Channel.Email, "first-visit"),
        ("appointment.moved", Audience.Self, Channel.Email, ""),
        ("follow-up.how-are-you", Audience.Self, Channel.Sms, ""),
        ("recall.invite", Audience.Self, Channel.Sms, ""),
        ("recall.invite", Audience.Family, Channel.Email, ""),
        ("recall.nudge", Audience.Self, Channel.Email, "gap-of-years"),
        ("recall.talk", Audience.Self, Channel.Letter, ""),
        ("moments.birthday", Audience.Self, Channel.Sms, "likes-gardening"),
        ("education.halloween-teeth", Audience.Other, Channel.Email, ""),
    ];

    public static IEnumerable<WritingBrief> Briefs(VoiceCard? voice, int variants)
    {
        foreach (var language in new[] { Language.English, Language.Spanish })
        {
            foreach (var (name, audience, channel, shade) in Each)
            {
                yield return new WritingBrief
                {
                    Situation = new Situation(name, audience, channel, language),
                    Shade = Shade.Find(shade)!.Value,
                    Voice = voice,
                    Variants = variants,
                };
            }
        }
    }
}
