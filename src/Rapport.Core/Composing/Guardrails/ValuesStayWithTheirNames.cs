using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>Where the facts give each name its own time or price, a draft does not hand them round: Ada's hour is not Joel's, the cleaning's price not the filling's.</summary>
public sealed record ValuesStayWithTheirNames : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        var bound = reading.Facts.Bindings;
        return (bound.Count > 0 ? Swapped(reading, bound) : []).Concat(StandIns(reading)).Concat(Companions(reading));
    }

    private static IEnumerable<Violation> Swapped(DraftReading reading, List<Binding> bound)
    {
        foreach (var mention in reading.Mentions)
        {
            if (mention is (Mention.Clock or Mention.Amount { IsMoney: true }) && NameOf(reading, bound, mention, out var at) is { } own && own.Exists(each => each.IsOfKind(mention)) && !own.Exists(each => each.Fits(mention))
                && (own.Exists(each => each.IsLoose) ? IsOneClause(reading.Passage, at, mention.From) : bound.Exists(each => each.Fits(mention))))
            {
                yield return new(Codes.WrongFact, $"\"{reading.Passage.Written(mention.From, mention.To)}\" belongs to another name in the facts.");
            }
        }
    }

    private static bool IsOneClause(Passage passage, int name, int value) =>
        name < value && Enumerable.Range(name + 1, value - name).All(i => passage[i].Gap < Gap.Comma && passage[i].Norm is not ("and" or "y" or "so" or "which" or "after" or "less" or "menos"));

    // The name before the value, or behind it where the sentence puts values first: "at 9 Ada, at 10 Joel".
    private static List<Binding>? NameOf(DraftReading reading, List<Binding> bound, Mention mention, out int at)
    {
        at = 0;
        var passage = reading.Passage;
        var (start, end) = (passage.SentenceStart(mention.From), passage.SentenceEnd(mention.From));
        var names = Enumerable.Range(start, end - start).Where(i => bound.Exists(each => each.Names(passage[i].Norm))).ToList();
        var firstValue = reading.Mentions.Where(other => other is Mention.Clock or Mention.Amount { IsMoney: true } && other.From >= start && other.From < end).Min(other => other.From);
        if (names.Count is 0)
        {
            return null;
        }

        at = firstValue < names[0] ? names.Find(i => i >= mention.To) : names.FindLast(i => i < mention.From);
        var norm = passage[at].Norm;
        return names.Contains(at) ? bound.FindAll(each => each.Names(norm)) : null;
    }

    // "Dr. Nakai is standing in for Dr. Ibarra" names the one who is away last.
    private static IEnumerable<Violation> StandIns(DraftReading reading)
    {
        var stand = reading.Facts.Sheet.Facts.FirstOrDefault(fact => fact.Name.Contains("sub", StringComparison.Ordinal) || fact.Name.Contains("cover", StringComparison.Ordinal) || fact.Name.Contains("stand", StringComparison.Ordinal))?.Value;
        if (stand is not FactValue.Text { Words: var name } || !reading.Facts.Has("clinician"))
        {
            yield break;
        }

        var passage = reading.Passage;
        var words = Passage.Of(name, passage.IsSpanish).Tokens.Select(token => token.Norm).Where(norm => norm.Length > 2 && norm is not ("dra" or "doctor" or "doctora")).ToHashSet(StringComparer.Ordinal);
        for (var i = 1; i + 1 < passage.Count; i++)
        {
            var replaces = (passage[i].Norm is "for" && passage[i - 1].Norm is "in" or "covering" or "cover" or "filling") || (passage[i].Norm is "of" && passage[i - 1].Norm is "place" or "instead") || (passage[i].Norm is "de" && passage[i - 1].Norm is "lugar" or "vez")
                || passage[i].Norm is "reemplaza" or "sustituye" or "suple" or "cubre";
            for (var k = i + 1; replaces && k < Math.Min(passage.Count, i + 5) && passage[k].Gap < Gap.Comma; k++)
            {
                if (words.Contains(passage[k].Norm))
                {
                    yield return new(Codes.WrongFact, $"\"{passage.Written(k)}\" stands in for the other, not the other way round.");
                }
            }
        }
    }

    // The caregiver brings the patient: "bring Ximena" turns them round where Ximena is the caregiver.
    private static IEnumerable<Violation> Companions(DraftReading reading)
    {
        if (reading.Facts.Sheet.Find("caregiver")?.Value is not FactValue.Group group || group.Facts.FirstOrDefault(fact => fact.Name is "name")?.Value is not FactValue.Text { Words: var name })
        {
            yield break;
        }

        var passage = reading.Passage;
        var words = Passage.Of(name, passage.IsSpanish).Tokens.Select(token => token.Norm).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i + 1 < passage.Count; i++)
        {
            var next = passage[i + 1].Norm is "a" or "along" ? i + 2 : i + 1;
            if (passage[i].Norm is "bring" or "bringing" or "lleve" or "traiga" or "llevar" or "traer" && next < passage.Count && words.Contains(passage[next].Norm))
            {
                yield return new(Codes.WrongFact, $"\"{passage.Written(next)}\" is the one who brings, not the one who is brought.");
            }
        }
    }
}
