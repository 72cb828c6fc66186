using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Cuts a sentence where a new statement may begin: "…, and it is paid for", "…, who is very gentle".</summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Joints = FrozenSet.ToFrozenSet(["and", "but", "so", "because", "who", "which", "while", "since", "y", "e", "pero", "porque", "quien", "que", "aunque", "asi", "pues"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Subjects = FrozenSet.ToFrozenSet(
        ["we", "you", "they", "it", "he", "she", "there", "that", "this", "these", "those", "everyone", "everybody", "nobody", "people", "someone", "somebody", "usted", "ustedes", "ellos", "ella", "esto", "eso", "nadie", "alguien"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
        ["is", "are", "was", "were", "will", "has", "have", "had", "can", "could", "would", "does", "did", "makes", "takes", "works", "goes", "comes", "loves", "knows", "keeps", "gets", "gives", "means", "helps", "es", "son", "esta", "estan", "fue", "era", "sera", "seran", "tiene", "tienen", "hay", "ha", "han", "va", "van", "puede", "pueden", "quiere", "sabe", "hace", "queda", "quedan", "se", "le", "les", "lo", "la"], StringComparer.Ordinal);

    /// <summary>Where the clauses of a sentence begin, the first one at <paramref name="start"/>.</summary>
    public static List<int> Starts(Passage passage, int start, int end)
    {
        var starts = new List<int> { start };
        for (var i = start + 1; i + 1 < end; i++)
        {
            var (norm, next) = (passage[i].Norm, passage[i + 1].Norm);
            var afterComma = passage[i].Gap >= Gap.Comma;
            if (Joints.Contains(norm) && (Subjects.Contains(next) || Verbs.Contains(next)) && !(norm is "que" && !afterComma) && !(norm is "who" or "which" or "y" && !afterComma && norm is not "y"))
            {
                starts.Add(i + 1);
            }
            else if (afterComma && Subjects.Contains(norm) && next is not ("two" or "three" or "all" or "both"))
            {
                starts.Add(i);
            }
        }

        return starts;
    }
}
