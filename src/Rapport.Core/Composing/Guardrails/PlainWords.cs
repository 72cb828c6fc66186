using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>The words and sentences are those of everyday talk: about school grade 8 at most, no office or legal style.</summary>
/// <remarks>English: Flesch-Kincaid grade. Spanish: Fernández-Huerta. Both are unsteady on short texts, so names are left out and
/// short texts are judged by their words alone (<c>evidence.md §4.1</c>).</remarks>
public sealed record PlainWords : Guardrail
{
    private const int FewestWords = 18;
    private const double HighestGrade = 9.5;
    private const double LowestEase = 55;

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        foreach (var hit in reading.Unexcused("stiff"))
        {
            yield return new(Codes.TooComplex, $"\"{reading.Passage.Written(hit.From, hit.To)}\" is office language. Say it in plain words.");
        }

        if (Hardness(reading) is { } why)
        {
            yield return new(Codes.TooComplex, why);
        }
    }

    private static string? Hardness(DraftReading reading)
    {
        var (words, syllables, sentences) = (0, 0, 0);
        var last = -1;
        for (var i = 0; i < reading.Passage.Count; i++)
        {
            var token = reading.Passage[i];
            if (token.Kind is not TokenKind.Word || reading.Facts.IsCapitalised(token.Norm) || reading.Passage.InSubject(i))
            {
                continue;
            }

            words++;
            syllables += Syllables.In(token.Norm, reading.Passage.IsSpanish);
            sentences += token.Sentence == last ? 0 : 1;
            last = token.Sentence;
        }

        if (words < FewestWords)
        {
            return null;
        }

        var (length, density) = ((double)words / sentences, (double)syllables / words);
        if (reading.Passage.IsSpanish)
        {
            var ease = 206.84 - (60 * density) - (1.02 * length);
            return ease < LowestEase ? $"Reading ease {ease:F0} is below {LowestEase:F0} (Fernández-Huerta). Use shorter sentences and words." : null;
        }

        var grade = (0.39 * length) + (11.8 * density) - 15.59;
        return grade > HighestGrade ? $"Reading grade {grade:F0} is above 8 (Flesch-Kincaid). Use shorter sentences and words." : null;
    }
}
