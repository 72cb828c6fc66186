using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>How hard a text is to read, by the formulas of the trade (<c>evidence.md §4.1</c>).</summary>
public static class Readability
{
    /// <summary>English: the school grade (Flesch-Kincaid). Spanish: the grade that Fernández-Huerta's ease stands for, 80 and more being grade 6.</summary>
    public static double GradeOf(string text, Language language)
    {
        var isSpanish = language == Language.Spanish;
        var words = text.Split([' ', '\n', '\t', '(', ')', '"', ',', ';', ':'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('.', '?', '!', '¿', '¡', '-', '\'')).Where(w => w.Any(char.IsLetter)).ToList();
        var sentences = Math.Max(1, text.Split(['.', '?', '!', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(s => s.Any(char.IsLetter)));
        if (words.Count is 0)
        {
            return 0;
        }

        var length = (double)words.Count / sentences;
        var density = words.Average(w => (double)Syllables.In(Fold.Of(w), isSpanish));
        return isSpanish
            ? Math.Max(0, 6 + ((80 - (206.84 - (60 * density) - (1.02 * length))) / 10))
            : Math.Max(0, (0.39 * length) + (11.8 * density) - 15.59);
    }
}
