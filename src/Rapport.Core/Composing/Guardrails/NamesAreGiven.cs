using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A title stands before the name that the facts give it to, and names are spelt as given.</summary>
public sealed record NamesAreGiven : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        var passage = reading.Passage;
        for (var i = 0; i < passage.Count; i++)
        {
            if (IsTitle(passage[i].Norm) && passage[i].Kind is TokenKind.Word && NameAfter(passage, i) is { Length: > 0 } name && !IsGiven(reading.Facts, passage[i].Norm, name))
            {
                yield return new(reading.Facts.IsCapitalised(name) || reading.Facts.Has("clinician") ? Codes.WrongFact : Codes.InventedFact,
                    $"\"{passage.Written(i)} {passage.Written(i + 1)}\" is not so named in the facts.");
            }
        }
    }

    private static string NameAfter(Passage passage, int at) =>
        at + 1 < passage.Count && passage[at + 1].Sentence == passage[at].Sentence && passage[at + 1].Capital && passage[at + 1].Gap is Gap.Space ? passage[at + 1].Norm : "";

    private static bool IsTitle(string norm) => norm is "dr" or "dra" or "doctor" or "doctora" or "mr" or "mrs" or "ms" or "mx" or "miss" or "sr" or "sra" or "srta"
        or "senor" or "senora" or "senorita" or "don" or "dona" or "nurse" or "enfermera" or "enfermero" or "sir" or "madam" or "professor" or "prof" or "pastor" or "reverend";

    private static bool IsGiven(KnownFacts facts, string title, string name)
    {
        string[] forms = title switch
        {
            "doctor" => ["dr", "doctor"],
            "dr" => ["dr", "doctor"],
            "doctora" or "dra" => ["dra", "doctora"],
            "senor" or "sr" => ["sr", "senor", "don"],
            "senora" or "sra" => ["sra", "senora", "dona"],
            _ => [title],
        };
        return facts.Phrases.Exists(phrase => Array.Exists(forms, form => phrase.Contains($"{form} {name}", StringComparison.Ordinal)
            || (phrase.StartsWith(form + " ", StringComparison.Ordinal) && phrase.EndsWith(" " + name, StringComparison.Ordinal))));
    }
}
