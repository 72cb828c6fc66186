using System.Text.RegularExpressions;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>A kind note suggests no visit: only where a visit is booked or a service is due is there a need behind it (<c>failures.md 58</c>).</summary>
internal static partial class NoVisitWithoutNeed
{
    private static readonly string[] KindPrograms = ["moments", "education", "follow-up"];

    public static IEnumerable<Violation> Check(Template template)
    {
        var asks = template.Situation.Language == Language.Spanish ? InSpanish() : InEnglish();
        if (KindPrograms.Contains(SituationFields.ProgramAndStep(template.Situation).Program) && asks.Match(template.Body.Source) is { Success: true } found)
        {
            yield return new("sales-pitch", $"\"{found.Value}\" suggests a visit that nothing calls for. A kind note asks for none.");
        }
    }

    [GeneratedRegex(@"\bmake (?:an?|another|your) appointment\b|\b(?:book|set up|schedule|plan|arrange|time for)\b[^.?!\n]{0,24}\b(?:appointment|visit|check-?up|exam|cleaning|screening)\b|\bcome in (?:for|to|and)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 100)]
    private static partial Regex InEnglish();

    [GeneratedRegex(@"\b(?:haga|haz|saque|agende|agendar|reserve|reservar|programe|programar|pida|planee)\b[^.?!\n]{0,24}\b(?:cita|visita|chequeo|examen|limpieza)\b|\bvenga (?:a|por|para)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 100)]
    private static partial Regex InSpanish();
}
