using FsCheck;
using FsCheck.Fluent;

namespace Rapport.Connectors.Tests.Email;

/// <summary>Strings made of what breaks mail: line ends, header syntax, other scripts, half characters, long words.</summary>
internal static class Nasty
{
    private static readonly string[] Pieces =
    [
        "a", "Jane", "O'Neill", " ", "  ", "\t", "\r", "\n", "\r\n", "\r\nBcc: thief@evil.example\r\n\r\n", "\r\n.\r\n", ".", "..", "From ", "=", "=20", "=?utf-8?Q?x?=",
        "?=", "\"", "\\", "<", ">", ",", ";", ":", "@", "(", ")", "é", "Ñ", "ß", "日本語", "محمد", "שלום", "👩‍👩‍👧", "😀", "\ud83d", "\ude00", "\0", "\u0007", "\u001b",
        "\u007f", "\u0085", "\u2028", "\u2029", "\u202e", "\u00a0", "\ufeff", "--=_words_", "BEGIN:VCALENDAR", new('x', 80), new('w', 1200), new('é', 120),
        "a sentence of several plain words that goes on until a line is full and then some more",
    ];

    public static Arbitrary<string> Text { get; } = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    public static Arbitrary<(string First, string Second, string Third)> Texts { get; } =
        Text.Generator.Three().Select(all => (all.Item1, all.Item2, all.Item3)).ToArbitrary();
}
