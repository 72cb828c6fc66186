using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>Where a safe name is given for the channel, the full name of the practice, or the part that tells its field, is not used there.</summary>
public sealed record NoRevealingSender : Guardrail
{
    private static readonly PhraseBook Health = new(LexiconFile.Lines("health.txt"));

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        if (reading.Facts.TextOf("practice") is not { } full || reading.Draft.Channel is Channel.Portal)
        {
            yield break;
        }

        var safe = reading.Facts.TextOf(reading.Draft.Channel switch { Channel.Sms => "sms_safe_name", Channel.Email => "email_safe_name", _ => "letter_safe_name" });
        var revealing = safe is null ? SensitiveParts(full, reading.Facts.Has("sensitive")) : PartsBeyond(full, safe);
        for (var i = 0; i < reading.Passage.Count; i++)
        {
            if (revealing.Contains(reading.Passage[i].Norm) && (safe is null || reading.Passage[i].Capital) && IsHere(reading.Passage, i, full))
            {
                yield return new(Codes.SensitiveDisclosure, $"\"{reading.Passage.Written(i)}\" of the sender's full name gives the kind of care away. Use the safe name.");
            }
        }
    }

    private static bool IsHere(Passage passage, int at, string full) => passage[at].Kind is TokenKind.Word && full.Contains(passage.Written(at), StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> PartsBeyond(string full, string safe)
    {
        var kept = Passage.Of(safe, isSpanish: false).Tokens.Select(token => token.Norm).ToHashSet(StringComparer.Ordinal);
        return Passage.Of(full, isSpanish: false).Tokens.Select(token => token.Norm).Where(norm => !kept.Contains(norm) && norm.Length > 2 && norm is not ("the" or "and" or "for" or "clinic" or "office" or "care")).ToHashSet(StringComparer.Ordinal);
    }

    // With no safe name, only a name that itself tells of a sensitive kind of care is held back.
    private static HashSet<string> SensitiveParts(string full, bool isSensitive)
    {
        var passage = Passage.Of(full, isSpanish: false);
        return Health.Find(passage).Where(hit => hit.Tag.Code is "s3" && !(passage[hit.From].Norm.StartsWith("rehab", StringComparison.Ordinal) && (!isSensitive || passage.Tokens.Any(token => token.Norm is "pt" or "physical" or "therapy" or "sports" or "fisica")))).SelectMany(hit => Enumerable.Range(hit.From, hit.To - hit.From)).Select(i => passage[i].Norm).ToHashSet(StringComparer.Ordinal);
    }
}
