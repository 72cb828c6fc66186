using System.Collections.Frozen;
using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>Who is whose relative, whose visit it is, and he or she are said only as the facts say.</summary>
public sealed record RelationsAreGiven : Guardrail
{
    private static readonly FrozenSet<string> Relations = FrozenSet.ToFrozenSet(
        ["mother", "mom", "mum", "mommy", "father", "dad", "daddy", "son", "daughter", "sister", "brother", "wife", "husband", "spouse", "partner", "aunt", "uncle", "niece", "nephew",
            "grandmother", "grandma", "grandfather", "grandpa", "grandson", "granddaughter", "grandchild", "grandchildren", "grandkids", "cousin", "stepson", "stepdaughter", "stepmother", "stepfather",
            "boy", "girl", "twins", "toddler", "teen", "fiance", "fiancee", "boyfriend", "girlfriend", "kids", "children",
            "madre", "mama", "padre", "papa", "hijo", "hija", "hijos", "hijas", "hijita", "hijito", "hermana", "hermano", "esposa", "esposo", "marido", "mujer", "tia", "tio", "sobrina", "sobrino",
            "abuela", "abuelo", "abuelita", "abuelito", "nieto", "nieta", "nietos", "primo", "prima", "novia", "novio", "suegra", "suegro", "nino", "nina", "ninos", "ninas", "pareja", "cunada", "cunado", "yerno", "nuera"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> VisitWords = FrozenSet.ToFrozenSet(
        ["visit", "appointment", "checkup", "check", "exam", "cleaning", "session", "shots", "labs", "cita", "visita", "consulta", "sesion", "examen", "limpieza", "revision", "chequeo", "vacunas"], StringComparer.Ordinal);

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        var caregiver = FirstWord(reading.Facts.Sheet.Find("caregiver")?.Value is FactValue.Group group ? TextOf(group, "name") : null);
        var patient = FirstWord(reading.Facts.TextOf("preferred_name"));
        return Relatives(reading, caregiver, patient).Concat(Pronouns(reading)).Concat(caregiver is null || patient is null ? [] : Addressee(reading, caregiver, patient));
    }

    private static IEnumerable<Violation> Relatives(DraftReading reading, string? caregiver, string? patient)
    {
        var passage = reading.Passage;
        for (var i = 0; i < passage.Count && !reading.IsSmallTalk; i++)   // "a sock without its partner"
        {
            var norm = passage[i].Norm;
            if (!Relations.Contains(norm) || reading.Facts.IsCapitalised(norm) || (norm is "son" && passage.IsSpanish))
            {
                continue;
            }

            if (!reading.Facts.HasStem(norm) || !IsSame(reading.Facts, norm))
            {
                if (!(norm is "child" or "children" or "kid" or "kids" or "ninos" && reading.Facts.AllowsAny(["child"])))
                {
                    yield return new(Codes.InventedFact, $"\"{passage.Written(i)}\" is a relation that the facts do not give.");
                }
            }
            else if (caregiver is not null && patient is not null && IsOf(passage, i, patient))
            {
                // The facts name what the caregiver is to the patient, not the other way round.
                yield return new(Codes.WrongFact, $"\"{passage.Written(i)}\" is what the caregiver is, not the patient.");
            }
        }
    }

    // hijo is not hija: a stem alone would let them pass for each other.
    private static bool IsSame(KnownFacts facts, string norm) => facts.Phrases.Exists(phrase => phrase.Split(' ').Contains(norm, StringComparer.Ordinal));

    private static bool IsOf(Passage passage, int at, string patient) =>
        passage.WordAt(at - 1, at) is "your" or "su" or "sus" && passage.WordAt(at + 1, at) == patient;

    private static IEnumerable<Violation> Pronouns(DraftReading reading)
    {
        var passage = reading.Passage;
        for (var i = 0; i < passage.Count; i++)
        {
            var norm = passage[i].Norm;
            var male = norm is "he" or "him" or "his";
            var female = norm is "she" or "her" or "hers";
            if (!passage.IsSpanish && (male || female) && !reading.Facts.AllowsAny([male ? "male" : "female"]) && !reading.Facts.StatesStem(norm))
            {
                yield return new(Codes.InventedFact, $"\"{passage.Written(i)}\" guesses at a person's sex. Use the name instead.");
            }
        }
    }

    private static IEnumerable<Violation> Addressee(DraftReading reading, string caregiver, string patient)
    {
        var passage = reading.Passage;
        var toCaregiver = IndexOf(passage, caregiver, 0, passage.Count) is >= 0 and var c && (IndexOf(passage, patient, 0, passage.Count) is var p && (p < 0 || c < p || IndexOf(passage, caregiver, passage.SentenceStart(c), c + 1) == passage.SentenceStart(c)));
        for (var i = 0; toCaregiver && i + 1 < passage.Count; i++)
        {
            var isTheirs = passage[i].Norm is "your" || (passage.IsSpanish && passage[i].Norm is "su" or "sus");
            var named = IndexOf(passage, patient, passage.SentenceStart(i), Math.Min(passage.SentenceEnd(i), i + 4));
            if (isTheirs && VisitWords.Contains(passage.WordAt(i + 1, i)) && (named < 0 || passage[i].Norm is "your"))
            {
                yield return new(Codes.WrongFact, $"\"{passage.Written(i, i + 2)}\" gives the patient's visit to the person addressed.");
            }
        }
    }

    private static int IndexOf(Passage passage, string norm, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (string.Equals(passage[i].Norm, norm, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static string? TextOf(FactValue.Group group, string name)
    {
        foreach (var fact in group.Facts)
        {
            if (fact.Name == name && fact.Value is FactValue.Text text)
            {
                return text.Words;
            }
        }

        return null;
    }

    private static string? FirstWord(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var words = Passage.Of(name, isSpanish: false).Tokens;
        return words.Count is 0 ? null : words[^1].Norm is var last && words[0].Norm is "mr" or "mrs" or "ms" or "dr" or "sr" or "sra" or "dra" or "don" or "dona" ? last : words[0].Norm;
    }
}
