using System.Collections.Frozen;
using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>What a template may state with no field in it: how to answer, what this message is, that any answer is fine, what we would like.</summary>
internal static class IsArranging
{
    // Of the message itself, of answering and of arranging.
    private static readonly FrozenSet<string> Matters = Set("note notes message messages letter reminder email text reply answer answers question questions option options choice apologize sorry apologies calendar schedule nota notas mensaje mensajes carta aviso recordatorio respuesta respuestas pregunta preguntas opcion opciones decision disculpa disculpas lamentamos sentimos inconveniente molestia molestias agenda horario");

    // What is true of people and plans everywhere, or only supposed.
    private static readonly FrozenSet<string> Openers = Set("maybe perhaps some plans life mornings later not now no either both any whichever whatever yes everyone finding getting planning nothing or but and only there quizas quiza tal planes los algunas algunos hay mas despues ahora tambien cualquier cualquiera nada o pero y solo entonces sin tuvimos hubo");

    private static readonly FrozenSet<string> WeArrange = Set("would want try like look send suggest write check needed had queremos quisieramos proponemos buscamos vemos mandamos enviamos tratamos tuvimos estamos respetamos entendemos");

    private static readonly FrozenSet<string> YouArrange = Set("send choose pick decide tell set reply answer name say write manda elige escoge decide responde dice contesta marca escribe puede");

    // Beside these a sentence may be a claim about health or about what comes of waiting.
    private static readonly FrozenSet<string> Weighty = Set("things problem problems trouble health healthy better worse harder sooner early soon always never every free best safe quick fast easy cause help helps keep keeps normal wrong salud mejor peor siempre nunca rapido pronto gratis seguro ayuda evita");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool In(DraftReading reading, int start, int end)
    {
        var passage = reading.Passage;
        if (reading.IsSmallTalk)
        {
            return false;
        }

        var words = Enumerable.Range(start, end - start).ToList();
        if (words.Exists(i => (passage[i].Shout && passage[i].Norm is "yes" or "change" or "si" or "cambio") || Matters.Contains(passage[i].Norm)))
        {
            return true;
        }

        var (first, second) = (passage[start].Norm, passage.WordAt(start + 1, start));
        return first switch
        {
            "we" or "nosotros" => WeArrange.Contains(second) || second.EndsWith("mos", StringComparison.Ordinal),
            "you" or "usted" or "ustedes" => YouArrange.Contains(second),
            "this" or "it" or "that" or "esto" or "eso" or "lo" or "nos" or "la" => !words.Exists(i => Weighty.Contains(passage[i].Norm)) && IsShort(words.Count),
            _ => (Openers.Contains(first) || WeArrange.Contains(first)) && !words.Exists(i => Weighty.Contains(passage[i].Norm)),
        };
    }

    private static bool IsShort(int words) => words <= 9;
}
