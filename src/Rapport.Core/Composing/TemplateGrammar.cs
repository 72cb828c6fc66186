using System.Text.RegularExpressions;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>Judges whether any value can stand in a template's fields, and whether it asks only for answers that we act on.</summary>
/// <remarks>The rules for people stand in <c>Composing/Packs/README.md</c>.</remarks>
internal static partial class TemplateGrammar
{
    // To a phone company these mean "stop texting me" (47 CFR 64.1200(a)(10)).
    private static readonly string[] MeanStop = ["CANCEL", "END", "QUIT", "STOP", "UNSUBSCRIBE", "BAJA", "CANCELAR", "TERMINAR", "ALTO", "NO"];

    private static readonly char[] SentenceEnds = ['.', '?', '!', '\n'];

    // Capitals that ask for nothing.
    private static readonly string[] Names = ["AI", "IA", "DJ", "SMS", "US", "TV", "OK", "ADA", "AAP", "CDC", "WHO", "OMS"];

    public static IEnumerable<Violation> Check(Template template, SpanishAddress address)
    {
        var isSpanish = template.Situation.Language == Language.Spanish;
        var text = template.Body.Source;
        foreach (Match wrong in (isSpanish ? SpanishArticle() : EnglishArticle()).Matches(text))
        {
            yield return new("broken-text", isSpanish
                ? $"\"{wrong.Value}\" does not fit every value: \"su\" before a label, a comma before a time, \"con\" before a clinician."
                : $"\"{wrong.Value}\" does not fit every value: \"your\" or \"the\" does.");
        }

        if (isSpanish && address is SpanishAddress.Usted && SaysTu().Match($"{template.Subject?.Source}. {text}") is { Success: true } tu)
        {
            yield return new("broken-text", $"\"{tu.Value}\" says tú. Say usted.");
        }

        if (text.Split(SentenceEnds).Count(sentence => Apology().IsMatch(sentence)) > 1)
        {
            yield return new("broken-text", "It says sorry more than once. Once is enough.");
        }

        foreach (var word in Capitals().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal))
        {
            if (MeanStop.Contains(word))
            {
                yield return new("missing-opt-out", $"{word} means \"stop texting me\" to a phone company. Ask for another word.");
            }
            else if (!IsAnswer(word, template.Situation) && !Names.Contains(word))
            {
                yield return new("invented-fact", $"{word} is no answer that we act on here. Use one of those that the situation has.");
            }
        }
    }

    private static bool IsAnswer(string word, Situation situation) =>
        SituationGuide.For(situation)?.AnswersIn(situation.Language).Any(answer => Plain(answer) == Plain(word)) ?? true;

    private static string Plain(string word) => word.Replace('Í', 'I');

    [GeneratedRegex(@"\b[Aa]n? \{", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex EnglishArticle();

    [GeneratedRegex(@"\b(?:el|la|los|las|un|una|del|al) \{(?:visit|service)\.label\}|\ba las? \{(?:visit|old)\.time\}|\b(?:a|de) \{clinician\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 100)]
    private static partial Regex SpanishArticle();

    [GeneratedRegex(@"\b(?:sorry|apolog(?:y|ies|ize)|lamentamos|sentimos|disculp(?:as?|e|en)|perd[oó]ne?n?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 100)]
    private static partial Regex Apology();

    // "té" is tea; "responde" asks only where a sentence begins.
    [GeneratedRegex(@"(?<![\p{L}{.])(?:t[uú]s?|te|ti|contigo|tuy[oa]s?|quieres|puedes|tienes|necesitas|prefieres|gustas|cu[eé]ntanos|av[ií]sanos|ll[aá]manos|m[aá]ndanos|escr[ií]benos|dinos)(?![\p{L}}])|(?:^|[.?!:,]\s+)(?:y |o )?(?:responde|contesta|manda|elige|escoge)(?= (?:S[IÍ]|CAMBIO|uno?|un d[ií]a|con|a este|aqu[ií])(?![\p{L}}]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 100)]
    private static partial Regex SaysTu();

    [GeneratedRegex(@"(?<![\p{L}{.])\p{Lu}{2,}(?![\p{L}}])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Capitals();
}
