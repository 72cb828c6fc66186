using System.Buffers;
using System.Collections.Frozen;

namespace Rapport.Core.Composing;

/// <summary>The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038 §6.2.1).</summary>
internal static class Gsm7
{
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    private static readonly SearchValues<char> Extension = SearchValues.Create("\f^{}\\[~]|€");

    private static readonly FrozenDictionary<char, string> Marks = new Dictionary<char, string>
    {
        ['\u2018'] = "'", ['\u2019'] = "'", ['\u201A'] = "'", ['\u201B'] = "'", ['\u2032'] = "'", ['\u02BC'] = "'", ['\u00B4'] = "'", ['`'] = "'",
        ['\u201C'] = "\"", ['\u201D'] = "\"", ['\u201E'] = "\"", ['\u201F'] = "\"", ['\u2033'] = "\"", ['\u00AB'] = "\"", ['\u00BB'] = "\"",
        ['\u2010'] = "-", ['\u2011'] = "-", ['\u2012'] = "-", ['\u2013'] = "-", ['\u2014'] = "-", ['\u2015'] = "-", ['\u2212'] = "-",
        ['\u2026'] = "...", ['\u2022'] = "-", ['\u00B7'] = "-", ['\u2044'] = "/", ['\u00D7'] = "x",
        ['\t'] = " ", ['\u00A0'] = " ", ['\u2000'] = " ", ['\u2001'] = " ", ['\u2002'] = " ", ['\u2003'] = " ", ['\u2004'] = " ", ['\u2005'] = " ",
        ['\u2006'] = " ", ['\u2007'] = " ", ['\u2008'] = " ", ['\u2009'] = " ", ['\u200A'] = " ", ['\u202F'] = " ", ['\u205F'] = " ", ['\u3000'] = " ",
        ['\u00AD'] = "", ['\u200B'] = "", ['\u2060'] = "", ['\uFEFF'] = "", ['\u2028'] = "\n", ['\u2029'] = "\n",
    }.ToFrozenDictionary();

    /// <summary>1, 2 for the extension table, 0 when the alphabet does not have it.</summary>
    public static int SeptetsOf(char letter) => Basic.Contains(letter) ? 1 : Extension.Contains(letter) ? 2 : 0;

    /// <summary>What a typewriter would have put for a typographic mark.</summary>
    public static string? PlainMark(char mark) => Marks.GetValueOrDefault(mark);
}
