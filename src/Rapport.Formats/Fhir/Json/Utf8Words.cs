using System.Text;

namespace Rapport.Formats.Fhir.Json;

/// <summary>Words that come again and again in a feed (systems, codes, units, references), each kept as one string.</summary>
/// <remarks>A fixed number of places and no chains: a newcomer takes the place of the older word, so memory stays flat.</remarks>
internal sealed class Utf8Words
{
    private const int Places = 8192;

    // A longer word is rarely said twice.
    private const int LongestWord = 128;

    private readonly Word?[] _places = new Word?[Places];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestWord)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var place = ref _places[(int)(Utf8Hash.Of(utf8) >> 51)];
        if (place is { } word && utf8.SequenceEqual(word.Utf8))
        {
            return word.Text;
        }

        var text = Encoding.UTF8.GetString(utf8);
        place = new Word(utf8.ToArray(), text);
        return text;
    }

    private sealed record Word(byte[] Utf8, string Text);
}
