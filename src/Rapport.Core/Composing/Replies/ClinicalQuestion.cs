using System.Collections.Frozen;
using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Planning.Rules;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Replies;

/// <summary>What a patient's message may be about, the gravest first. Only <see cref="Arrangements"/> is ever shown to a model.</summary>
public enum ReplyConcern
{
    /// <summary>They may want to die or to harm themselves.</summary>
    SelfHarm,

    /// <summary>Something was swallowed, or a medicine taken wrongly.</summary>
    Poison,

    /// <summary>A red flag of the body.</summary>
    RedFlag,

    /// <summary>Somebody harms or threatens somebody.</summary>
    Harm,

    /// <summary>Somebody has died.</summary>
    Death,

    /// <summary>A question or news that needs a clinician.</summary>
    Clinical,

    /// <summary>We cannot read it well enough to say that it is none of these.</summary>
    Unsure,

    /// <summary>Times, places, papers, thanks.</summary>
    Arrangements,
}

/// <summary>What was found in a message, and by which words.</summary>
/// <param name="Concern">The gravest thing that it may be about.</param>
/// <param name="Because">In plain words for staff; it may quote the patient.</param>
public sealed record ReplyTriage(ReplyConcern Concern, string Because)
{
    /// <summary>Somebody must be called now.</summary>
    public bool IsUrgent => Concern is ReplyConcern.SelfHarm or ReplyConcern.Poison or ReplyConcern.RedFlag or ReplyConcern.Harm;

    /// <summary>The concern only: the reason may quote a patient.</summary>
    public override string ToString() => Concern.ToString();
}

/// <summary>Decides whether a patient asks or tells anything clinical. Fixed lists, and in doubt yes: nothing clinical may reach a model.</summary>
/// <remarks>Recall before precision (<c>evidence.md §5.1</c>). A message passes as arrangements only if no phrase of the lists is in it and
/// nearly all of its words are of the closed vocabulary: what we cannot read is not taken for harmless.</remarks>
public static class ClinicalQuestion
{
    private const int MostUnknownWords = 1;
    private const double MostUnknownShare = 0.15;
    private const double MostUnknownShareOfOne = 0.5;
    private const int ShortAnswer = 3;

    private static readonly PhraseBook Phrases = new(
        LexiconFile.Lines("reply-dangers.txt").Concat(LexiconFile.Lines("reply-red-flags.txt")).Concat(LexiconFile.Lines("reply-clinical.txt")).Concat(LexiconFile.Lines("health.txt").TakeWhile(line => line is not "[stiff]")));

    private static readonly FrozenDictionary<string, string> SpelledOut = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cant"] = "can not", ["cannot"] = "can not", ["wont"] = "will not", ["dont"] = "do not", ["doesnt"] = "does not", ["didnt"] = "did not", ["isnt"] = "is not",
        ["wasnt"] = "was not", ["couldnt"] = "could not", ["wouldnt"] = "would not", ["shouldnt"] = "should not", ["havent"] = "have not", ["hasnt"] = "has not",
        ["hadnt"] = "had not", ["arent"] = "are not", ["werent"] = "were not", ["im"] = "i am", ["ive"] = "i have",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The gravest concern of what the patient wrote since the practice last answered.</summary>
    public static ReplyTriage In(IReadOnlyList<ThreadLine> thread)
    {
        var last = thread.Count - 1;
        var first = last;
        while (first > 0 && thread[first].IsFromPatient && thread[first - 1].IsFromPatient)
        {
            first--;
        }

        if (last < 0 || !thread[last].IsFromPatient)
        {
            return new ReplyTriage(ReplyConcern.Unsure, "The last message is not the patient's.");
        }

        var asked = first > 0 ? thread[first - 1].Text : null;
        return Enumerable.Range(first, last - first + 1).Select(i => Of(thread[i].Text, asked)).MinBy(triage => triage.Concern)!;
    }

    /// <param name="text">One message of a patient.</param>
    /// <param name="asked">What the practice wrote before it.</param>
    public static ReplyTriage Of(string text, string? asked)
    {
        var plain = PlainText.Composed(PlainText.Of(text));
        var passage = PassageOf(plain);
        var found = Gravest(passage);
        if (found is { Concern: < ReplyConcern.Death })
        {
            return found;
        }

        if (NewsOfDeath.Speaks(plain))
        {
            return new ReplyTriage(ReplyConcern.Death, "It may speak of a death.");
        }

        return found ?? AnswerTo(asked, passage) ?? Unread(plain, passage) ?? new ReplyTriage(ReplyConcern.Arrangements, "Nothing in it is clinical by our lists.");
    }

    private static ReplyTriage? Gravest(Passage passage)
    {
        ReplyTriage? gravest = null;
        foreach (var hit in Phrases.Find(passage))
        {
            var concern = ConcernOf(hit.Tag.Code);
            var isMother = passage[hit.From].Norm is "mama" or "mamas" && hit.To == hit.From + 1;   // in Spanish far more often a mother than a breast
            if (!isMother && (gravest is null || concern < gravest.Concern))
            {
                gravest = new ReplyTriage(concern, $"\"{passage.Written(hit.From, hit.To)}\" {WhatItMayBe(concern)}.");
            }
        }

        return gravest;
    }

    private static ReplyConcern ConcernOf(string code) => code switch
    {
        "self-harm" => ReplyConcern.SelfHarm,
        "poison" => ReplyConcern.Poison,
        "red-flag" => ReplyConcern.RedFlag,
        "harm" => ReplyConcern.Harm,
        _ => ReplyConcern.Clinical,
    };

    private static string WhatItMayBe(ReplyConcern concern) => concern switch
    {
        ReplyConcern.SelfHarm => "may speak of self-harm",
        ReplyConcern.Poison => "may speak of a poisoning or a wrong dose",
        ReplyConcern.RedFlag => "may be a sign of danger",
        ReplyConcern.Harm => "may speak of violence or abuse",
        _ => "needs a clinician",
    };

    // "9" to "how short of breath are you?", "N" to "do you feel safe at home?"
    private static ReplyTriage? AnswerTo(string? asked, Passage answer) =>
        asked is not null && answer.Count <= ShortAnswer && Gravest(PassageOf(PlainText.Composed(PlainText.Of(asked)))) is not null
            ? new ReplyTriage(ReplyConcern.Clinical, "It answers a question about health.")
            : null;

    private static ReplyTriage? Unread(string plain, Passage passage)
    {
        var (words, unknown) = (0, 0);
        foreach (var token in passage.Tokens)
        {
            if (token.Kind is TokenKind.Word)
            {
                words++;
                unknown += IsRead(token) ? 0 : 1;
            }
        }

        var isForeign = plain.Any(c => char.IsLetter(c) && c >= '\u0250');
        var isUnknown = unknown > MostUnknownWords && unknown >= words * MostUnknownShare;
        return isForeign || isUnknown || (unknown > 0 && unknown >= words * MostUnknownShareOfOne)
            ? new ReplyTriage(ReplyConcern.Unsure, "Too many of its words are unknown to us to say that it is not clinical.")
            : null;
    }

    private static bool IsRead(Token token) =>
        ReplyVocabulary.Has(token.Norm) || token.Norm.Length is 1 || CalendarWords.Weekday(token) is not null || CalendarWords.Month(token) > 0
        || NumberWords.IsOne(token.Norm, isSpanish: true) || NumberWords.IsOrdinal(token.Norm);

    private static Passage PassageOf(string plain) =>
        Passage.Of(string.Join(' ', plain.Split(' ').Select(word => SpelledOut.GetValueOrDefault(word.ToLowerInvariant(), word))), ReplyLanguage.Of(plain, Language.English) == Language.Spanish);
}
