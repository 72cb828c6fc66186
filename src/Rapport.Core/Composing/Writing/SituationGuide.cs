using System.Collections.Frozen;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Writing;

/// <summary>What a message of a situation is for and how it may be answered, in fixed words that a writer is given.</summary>
/// <param name="Purpose">One sentence.</param>
/// <param name="Answers">The reply words that the practice acts on; none where nothing is asked.</param>
public sealed record SituationGuide(string Purpose, ValueList<string> Answers)
{
    private static readonly FrozenDictionary<string, SituationGuide> Guides = new Dictionary<string, SituationGuide>(StringComparer.Ordinal)
    {
        ["appointment.confirm"] = new("Ask whether a booked visit still suits, some days ahead.", ["YES", "CHANGE"]),
        ["appointment.remind"] = new("Say that a booked visit is near, so that nobody has to remember it alone.", ["CHANGE"]),
        ["appointment.moved"] = new("Tell a change of time that the practice made, with the old and the new time, say sorry for it once, and ask whether the new one suits.", ["YES", "CHANGE"]),
        ["appointment.cancelled"] = new("Tell that the practice cannot keep a booked visit, say sorry once, and offer to find another time.", ["YES"]),
        ["follow-up.how-are-you"] = new("Ask, the day after a visit, how they are; a person reads every answer. Say that 911 is for emergencies.", []),
        ["recall.heads-up"] = new("Say a month ahead that something will soon be due, with no hurry.", ["YES", "a day"]),
        ["recall.invite"] = new("Say that it is time for something and offer to find a time.", ["YES", "a day"]),
        ["recall.nudge"] = new("Offer once more, another way than before, and make no of it easy.", ["YES", "a day"]),
        ["recall.last-note"] = new("Say for the last time that it is there when they want it, and that we will not write about it again.", ["YES"]),
        ["recall.talk"] = new("Invite to talk with the clinician about a service that is a choice. Nothing is due, and yes, no and later are equally welcome.", ["YES"]),
        ["moments.birthday"] = new("Wish a happy birthday, with nothing asked and no age.", []),
        ["moments.welcome"] = new("Welcome somebody who has just joined the practice; they may ask us anything by reply.", []),
        ["education"] = new("Pass on one cheerful, useful note of the season around a vetted fact. Nothing is asked.", []),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> SpanishAnswers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["YES"] = "SI", ["CHANGE"] = "CAMBIO", ["a day"] = "un día",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every situation that the guide knows; education stands once for all its topics.</summary>
    public static IEnumerable<string> Names => Guides.Keys;

    /// <summary>Null where nobody has said what such a message is for: then no model writes it.</summary>
    public static SituationGuide? For(Situation situation) =>
        Guides.GetValueOrDefault(situation.Name) ?? Guides.GetValueOrDefault(SituationFields.ProgramAndStep(situation).Program);

    public ValueList<string> AnswersIn(Language language) =>
        language == Language.Spanish ? [.. Answers.Select(a => SpanishAnswers[a])] : Answers;

    public override string ToString() => Purpose;
}
