using System.Buffers;
using System.Collections.Frozen;
using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>No field, token or tag is left unfilled, and no name is empty.</summary>
public sealed record NoBrokenPlaceholder : Guardrail
{
    private static readonly FrozenSet<string> Leftovers = FrozenSet.ToFrozenSet(
        ["null", "undefined", "nan", "none", "tbd", "tba", "todo", "xx", "xxx", "xxxx", "lorem", "ipsum", "insert", "firstname", "lastname", "patientname", "fname", "lname", "placeholder", "dd", "mm", "yyyy", "hh", "aaaa", "insertar", "inserte", "nombre_paciente", "fecha_cita", "apptdate", "appttime", "clinicname"],
        StringComparer.Ordinal);

    // Words that a name or value follows: a gap behind one is an empty field.
    private static readonly FrozenSet<string> BeforeNames = FrozenSet.ToFrozenSet(
        ["Hi", "Hello", "Dear", "Hey", "Hola", "Estimado", "Estimada", "Querido", "Querida", "Thanks", "Gracias", "with", "con", "from", "de", "at", "on", "for", "el", "is"], StringComparer.Ordinal);

    private static readonly SearchValues<char> Marks = SearchValues.Create("{}[]<>");

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        var text = reading.Passage.Text;
        var marks = text.AsSpan().ContainsAny(Marks) && !reading.IsTemplate;
        if (marks || HasToken(text) || text.Contains("__", StringComparison.Ordinal) || text.Contains("...,", StringComparison.Ordinal))
        {
            yield return new(Codes.BrokenPlaceholder, "A field, token or mark such as { or [ was left in the text unfilled.");
        }

        for (var i = 0; i < reading.Passage.Count; i++)
        {
            var token = reading.Passage[i];
            if (Leftovers.Contains(token.Norm) && !reading.Facts.IsCapitalised(token.Norm) && (token.Norm is not ("none" or "todo") || token.Shout || (token.Capital && token.Norm is "none")))
            {
                yield return new(Codes.BrokenPlaceholder, $"\"{reading.Passage.Written(i)}\" stands where a fact should be.");
            }
        }

        for (var i = 0; i < reading.Passage.Count; i++)
        {
            if (IsTitle(reading.Passage[i].Norm) && reading.Passage[i].Capital && !HasName(reading.Passage, i))
            {
                yield return new(Codes.BrokenPlaceholder, $"\"{reading.Passage.Written(i)}\" has no name behind it.");
            }
        }

        if (HasEmptyName(text))
        {
            yield return new(Codes.BrokenPlaceholder, "A name or value is missing where one should stand.");
        }
    }

    private static bool IsTitle(string norm) => norm is "dr" or "mr" or "mrs" or "ms" or "dra" or "sr" or "sra" or "srta";

    private static bool HasName(Passage passage, int at) => (passage.WordAt(at + 1, at) is "and" or "y" && IsTitle(passage.WordAt(at + 2, at))) || at + 1 < passage.Count && passage[at + 1].Gap is Gap.Space or Gap.Nothing && (passage[at + 1].Capital || passage[at + 1].Kind is TokenKind.Field);

    // $FIRST_NAME, %name%, #NOMBRE#, @@date, first_name
    private static bool HasToken(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var next = text[i + 1];
            if ((text[i] is '$' or '%' or '#' or '@' && (i is 0 || !char.IsLetterOrDigit(text[i - 1])) && (char.IsLetter(next) || next == text[i]))
                || (text[i] is '_' && i > 0 && char.IsLetter(text[i - 1]) && char.IsLetter(next) && !IsInLink(text, i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInLink(string text, int at)
    {
        var start = text.AsSpan(0, at).LastIndexOfAny(' ', '\n') + 1;
        return text.AsSpan(start, at - start).ContainsAny("/@.");
    }

    // "Hi ,", "Dear :", "with Dr. on", "at  ."
    private static bool HasEmptyName(string text)
    {
        var line = text.AsSpan().TrimStart();
        if (line.Length > 0 && line[0] is ',' or '.' or ':' or ';')
        {
            return true;
        }

        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is ' ' && text[i + 1] is ',' or '!' or ':' or '.' or ' ' && BeforeNames.Contains(WordBefore(text, i)))
            {
                return true;
            }
        }

        var end = line.IndexOfAny(',', ':');
        return end > 0 && line[..end] is "Dear" or "Estimado" or "Estimada" or "Querido" or "Querida";
    }

    private static string WordBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }
}
