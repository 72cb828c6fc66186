namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Chooses which dated facts a day or time in a text may stand for.</summary>
internal static class DatedFacts
{
    /// <summary>Those of the role that the words around it give it; where no fact has that role, those with no other clear role.</summary>
    public static List<DatedFact> For(DraftReading reading, Mention mention, List<DatedFact> dated)
    {
        var role = Roles.Around(reading.Passage, mention.From, mention.To, hasOld: dated.Exists(fact => fact.Role is Role.Old));
        if (role is Role.Any)
        {
            return dated;
        }

        var same = dated.FindAll(fact => fact.Role == role || (role is Role.Visit && fact.Role is Role.Event));
        return same.Count > 0 ? [.. same, .. dated.FindAll(fact => fact.Role is Role.Any && fact.LooseHalf is not null)] : dated.FindAll(fact => fact.Role is Role.Any or Role.Past || IsLoose(role, fact.Role));
    }

    // "open again on" may speak of an open day, "by" and "was" of a visit's own time only where that is what the fact is.
    private static bool IsLoose(Role wanted, Role has) => wanted switch
    {
        Role.Visit => has is not (Role.Closed or Role.Deadline or Role.Ride),
        Role.Old => true,
        Role.Ride => false,
        Role.Opens => has is Role.Event or Role.Visit,
        _ => false,
    };
}
