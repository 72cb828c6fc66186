using System.Collections.Frozen;
using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>Text and email name no illness; no channel that others may read lets them guess a sensitive kind of care.</summary>
/// <remarks>What may appear where: <c>evidence.md §7.1</c>.</remarks>
public sealed record NoSensitiveDisclosure : Guardrail
{
    private static readonly FrozenSet<string> Generic = FrozenSet.ToFrozenSet(
        ["visit", "appointment", "check", "checkup", "up", "follow", "yearly", "annual", "labs", "exam", "call", "video", "phone", "session", "new", "return", "routine", "first", "the", "and", "for", "visita", "cita", "anual", "consulta", "sesion", "de"], StringComparer.Ordinal);

    // Words that tell the kind of care where it is sensitive, though they are plain elsewhere.
    private static readonly string[] Telling = ["group", "groups", "grupo", "grupos", "meeting", "meetings", "reunion", "reuniones", "circle", "circulo", "therapy", "terapia", "scan", "test", "prueba", "screening", "journey"];

    private static readonly string[] Plain = ["event", "class", "workshop", "congrats", "congratulations", "order_ready", "lost_item", "found_item"];

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        foreach (var hit in reading.Hits)
        {
            if (hit.Tag.Code is "s3" or "s2" && !MayBeSaid(reading, hit))
            {
                yield return new(Codes.SensitiveDisclosure, $"\"{reading.Passage.Written(hit.From, hit.To)}\" tells of an illness or a kind of care, which this channel must not show.");
            }
        }

        foreach (var violation in SensitiveVisits(reading))
        {
            yield return violation;
        }
    }

    // Where the care is sensitive, what kind of visit it is may be said nowhere but in the portal.
    private static IEnumerable<Violation> SensitiveVisits(DraftReading reading)
    {
        if (!reading.Facts.Has("sensitive") || reading.Draft.Channel is Channel.Portal)
        {
            yield break;
        }

        string[] kinds = ["visit_type", "due_service", "service", "event", "group", "class"];
        var named = kinds.Select(reading.Facts.TextOf).OfType<string>().SelectMany(words => Passage.Of(words, isSpanish: false).Tokens).Select(token => token.Norm).Where(norm => norm.Length > 1 && !Generic.Contains(norm)).ToHashSet(StringComparer.Ordinal);
        named.UnionWith(Telling);
        for (var i = 0; i < reading.Passage.Count; i++)
        {
            if (named.Contains(reading.Passage[i].Norm) && !reading.Facts.IsName(reading.Passage[i].Norm))
            {
                yield return new(Codes.SensitiveDisclosure, $"\"{reading.Passage.Written(i)}\" tells what kind of visit it is, and this care is sensitive. Say only \"visit\".");
            }
        }
    }

    private static bool MayBeSaid(DraftReading reading, PhraseHit hit)
    {
        if (hit.Tag.Kind is "symptom" or "body" && reading.IsEmergencyLine(hit.From))
        {
            return true;
        }

        if (IsName(reading, hit) || IsHarmless(reading, hit) || (hit.Tag.Kind is "symptom" && reading.Facts.Has("condolence")))
        {
            return true;
        }

        if (!reading.Facts.Has("sensitive") && IsOfTheEvent(reading, hit))
        {
            return true;
        }

        var stems = Enumerable.Range(hit.From, hit.To - hit.From).Select(i => Stem.Of(reading.Passage[i].Norm)).ToList();
        return reading.Draft.Channel switch
        {
            Channel.Portal => MayBeNamedInPortal(reading, hit, stems),
            Channel.Letter => hit.Tag.Code is "s2" && IsKnown(reading, stems),
            _ => IsAllowedTopic(reading, stems),
        };
    }

    // What the facts themselves call by a plain word: "Back care night", "new baby sister", an order of "back braces".
    private static bool IsOfTheEvent(DraftReading reading, PhraseHit hit) =>
        (hit.Tag.Kind is "body" or "symptom" || (hit.Tag.Kind is "reproductive" && hit.To - hit.From is 1 && reading.Passage[hit.From].Norm is "baby" or "bebe" or "newborn"))
        && Plain.Any(fact => reading.Facts.TextOf(fact) is { } name && Passage.Of(name, isSpanish: false).Tokens is var words && Enumerable.Range(hit.From, hit.To - hit.From).All(i => words.Any(word => word.Norm == reading.Passage[i].Norm)));

    private static bool MayBeNamedInPortal(DraftReading reading, PhraseHit hit, List<string> stems)
    {
        if (hit.To - hit.From is 1 && reading.Passage[hit.From].Norm is "988")
        {
            return reading.Facts.Flag("portal_ok_to_name");
        }

        var isFeeling = hit.Tag.Code is "s2" && hit.Tag.Kind is "symptom" or "body" or "medicine" or "test";
        return IsKnown(reading, stems) && (reading.Facts.Flag("portal_ok_to_name") || isFeeling);
    }

    private static bool IsKnown(DraftReading reading, List<string> stems) =>
        stems.TrueForAll(stem => reading.Facts.GuardedStems.Contains(stem) || reading.Facts.HasStem(stem) || stem.Length < 3);

    private static bool IsAllowedTopic(DraftReading reading, List<string> stems)
    {
        var topics = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in reading.Facts.Sheet.Facts)
        {
            if (fact.Name is "sms_ok_topics" or "email_ok_topics" or "ok_topics")
            {
                AddStems(fact.Value, topics);
            }
        }

        return topics.Count > 0 && stems.TrueForAll(topics.Contains);
    }

    private static void AddStems(FactValue value, HashSet<string> topics)
    {
        if (value is FactValue.Several several)
        {
            foreach (var item in several.Items)
            {
                AddStems(item, topics);
            }
        }
        else if (value is FactValue.Text text)
        {
            topics.UnionWith(Passage.Of(text.Words, isSpanish: false).Tokens.Select(token => Stem.Of(token.Norm)));
        }
    }

    // Part of a person's or the practice's name ("Dr. Foote", "Meridian Eye"): whether a practice name reveals is NoRevealingSender's question.
    private static bool IsName(DraftReading reading, PhraseHit hit) =>
        Enumerable.Range(hit.From, hit.To - hit.From).All(i => reading.Passage[i].Capital && reading.Facts.IsCapitalised(reading.Passage[i].Norm) && !reading.Passage.InSubject(i) && IsInName(reading, i));

    private static bool IsInName(DraftReading reading, int at)
    {
        foreach (var name in new[] { "practice", "preferred_name", "clinician", "signer", "question_routed_to" })
        {
            if (reading.Facts.TextOf(name) is { } words && words.Contains(reading.Passage.Written(at), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // 911 and 988 lines, "heads up", "on hand": what a courtesy covers tells of nobody's illness.
    private static bool IsHarmless(DraftReading reading, PhraseHit hit) =>
        (hit.Tag.Kind is not "mental-health" || !reading.Passage[hit.To - 1].Norm.Equals("988", StringComparison.Ordinal))
        && reading.Hits.Exists(other => other.Tag.Code is "courtesy" && other.From <= hit.From && hit.To <= other.To);
}
