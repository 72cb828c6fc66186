namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Chooses which dated facts a day or time in a text may stand for.</summary>
internal static class DatedFacts
{
    /// <summary>Those of the role that the words around it give it; where no fact has that role, those with no other clear role.</summary>
    public static List<DatedFact> For(DraftReading reading, Mention mention, List<DatedFact> dated)
    {
        var role = Roles.Around(reading.Passage, mention.From, mention.To, hasOld: dated.Exists(fact => fact.Role is Role.Old), out var word);
        if (role is Role.Ride && mention is Mention.Clock && reading.Mentions.Exists(other => other is Mention.Clock && other.From > word && other.To < mention.From))
        {
            role = Role.Any;   // "your ride comes at 5:45 and we start at 6:30": the first hour took the word
        }

        if (role is Role.Deadline && (mention is Mention.Day || SaysDayBefore(reading, mention)) && !IsReply(reading.Passage, mention.From) && !dated.Exists(fact => fact.Role is Role.Deadline))
        {
            return dated.FindAll(fact => fact.Role is not (Role.Closed or Role.Edge));   // "your forms before Wednesday", "hasta el jueves"
        }

        if (role is Role.Any)
        {
            return dated.FindAll(fact => fact.Role is not Role.Edge);
        }

        var same = dated.FindAll(fact => fact.Role == role || (role is Role.Visit && fact.Role is Role.Event));
        if (role is Role.Edge && same.Count is 0)
        {
            return dated;
        }

        if (role is Role.Ride && same.Count is 0 && mention is Mention.Day)
        {
            return dated.FindAll(fact => fact.Role is Role.Visit);   // "your ride for Wednesday": the day of the visit
        }

        return same.Count > 0 ? [.. same, .. dated.FindAll(fact => fact.Role is Role.Any && fact.LooseHalf is not null)] : dated.FindAll(fact => fact.Role is Role.Any or Role.Past || IsLoose(role, fact.Role));
    }

    // "before Wednesday at quarter past seven": the hour goes with the day.
    private static bool SaysDayBefore(DraftReading reading, Mention mention) =>
        reading.Mentions.Exists(other => other is Mention.Day && other.To <= mention.From && mention.From - other.To <= 1);

    // "Reply before Wednesday" sets a day of its own; "forms before Wednesday" and "see you before Wednesday" speak of the visit.
    private static bool IsReply(Passage passage, int at)
    {
        for (var i = passage.SentenceStart(at); i < at; i++)
        {
            if (passage[i].Norm is "reply" or "call" or "text" or "answer" or "tell" or "know" or "confirm" or "book" or "responda" or "conteste" or "llame" or "llamenos" or "avise" or "avisenos" or "diga" or "confirme" or "by")
            {
                return true;
            }
        }

        return false;
    }

    // "open again on" may speak of an open day, "by" and "was" of a visit's own time only where that is what the fact is.
    private static bool IsLoose(Role wanted, Role has) => wanted switch
    {
        Role.Visit => has is not (Role.Closed or Role.Deadline or Role.Ride or Role.Edge),
        Role.Old => has is not Role.Edge,
        Role.Ride => false,
        Role.Opens => has is Role.Event or Role.Visit,
        _ => false,
    };
}
