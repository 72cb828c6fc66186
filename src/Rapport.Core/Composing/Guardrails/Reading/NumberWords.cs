using System.Collections.Frozen;
using System.Globalization;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Reads numbers in digits and in English and Spanish words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Values = Table().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8, ["ninth"] = 9,
        ["tenth"] = 10, ["eleventh"] = 11, ["twelfth"] = 12, ["thirteenth"] = 13, ["fourteenth"] = 14, ["fifteenth"] = 15, ["sixteenth"] = 16,
        ["seventeenth"] = 17, ["eighteenth"] = 18, ["nineteenth"] = 19, ["twentieth"] = 20, ["thirtieth"] = 30,
        ["primero"] = 1, ["primera"] = 1, ["primer"] = 1, ["segundo"] = 2, ["segunda"] = 2, ["tercero"] = 3, ["tercera"] = 3, ["tercer"] = 3,
        ["cuarta"] = 4, ["quinto"] = 5, ["quinta"] = 5, ["sexto"] = 6, ["sexta"] = 6, ["septimo"] = 7, ["septima"] = 7, ["octavo"] = 8, ["octava"] = 8,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsOne(string norm, bool isSpanish) => TryValue(norm, isSpanish, out _);

    public static bool IsOrdinal(string norm) => Ordinals.ContainsKey(norm);

    /// <summary>An ordinal in words, or 0; <c>twenty first</c> takes two tokens.</summary>
    public static int Ordinal(Passage passage, int at, out int length)
    {
        length = 1;
        if (Ordinals.TryGetValue(passage[at].Norm, out var value))
        {
            return value;
        }

        length = 2;
        return passage[at].Norm is "twenty" or "thirty" && Ordinals.TryGetValue(passage.WordAt(at + 1, at), out var units) && units < 10
            ? Values[passage[at].Norm] + units
            : 0;
    }

    /// <summary>Reads the number that begins at a token; <paramref name="length"/> is 0 where none does.</summary>
    public static decimal Read(Passage passage, int at, out int length)
    {
        length = 0;
        var token = passage[at];
        if (token.Kind is TokenKind.Number)
        {
            length = 1;
            return TryDigits(token.Norm, out var digits) ? digits : -1;
        }

        decimal total = 0;
        decimal group = 0;
        var i = at;
        for (; i < passage.Count && passage[i].Sentence == token.Sentence && passage[i].Kind is TokenKind.Word && (i == at || passage[i].Gap < Gap.Comma); i++)
        {
            var word = passage[i].Norm;
            var joins = word is "and" or "y" && i > at && i + 1 < passage.Count && Joins(passage, i, group);
            if (joins)
            {
                continue;
            }

            if (!TryValue(word, passage.IsSpanish, out var value) || (i > at && !MayFollow(group, value)))
            {
                break;
            }

            (total, group) = value switch
            {
                1000 => (total + (Math.Max(group, 1) * 1000), 0),
                100 => (total, Math.Max(group, 1) * 100),
                _ => (total, group + value),
            };
        }

        length = i - at;
        return total + group;
    }

    // "y" joins tens and units (treinta y uno), "and" follows a hundred (one hundred and forty): elsewhere two numbers stand side by side.
    private static bool Joins(Passage passage, int at, decimal group) =>
        Values.TryGetValue(passage.WordAt(at + 1, at), out var next)
        && (passage[at].Norm is "y" ? group % 100 is >= 30 and <= 90 && group % 10 == 0 && next < 10 : group >= 100 && group % 100 == 0 && next < 100);

    private static bool MayFollow(decimal group, int value) =>
        value >= 100 ? group is > 0 and < 100 : group % 100 == 0 ? group >= 100 || group == 0 : group % 10 == 0 && group % 100 >= 20 && value < 10;

    private static bool TryValue(string norm, bool isSpanish, out int value) =>
        Values.TryGetValue(norm, out value) && (isSpanish || norm is not "once");

    private static bool TryDigits(string text, out decimal value)
    {
        var plain = text;
        var comma = text.LastIndexOf(',');
        if (comma >= 0)
        {
            plain = text.Length - comma is 4 ? text.Replace(",", "", StringComparison.Ordinal) : text.Replace(',', '.');
        }

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static Dictionary<string, int> Table()
    {
        string[] english =
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ];
        string[] spanish =
        [
            "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince",
            "dieciseis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidos", "veintitres", "veinticuatro", "veinticinco",
            "veintiseis", "veintisiete", "veintiocho", "veintinueve", "treinta",
        ];
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        string[] decenas = ["cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
        string[] hundreds = ["doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos"];

        var table = new Dictionary<string, int>(StringComparer.Ordinal) { ["hundred"] = 100, ["cien"] = 100, ["ciento"] = 100, ["thousand"] = 1000, ["mil"] = 1000, ["dozen"] = 12, ["veintiun"] = 21 };
        Add(english, i => i);
        Add(spanish, i => i);
        Add(tens, i => (i + 2) * 10);
        Add(decenas, i => (i + 4) * 10);
        Add(hundreds, i => (i + 2) * 100);
        Add([.. hundreds.Select(word => word[..^2] + "as")], i => (i + 2) * 100);
        return table;

        void Add(string[] words, Func<int, int> value)
        {
            for (var i = 0; i < words.Length; i++)
            {
                table[words[i]] = value(i);
            }
        }
    }
}
