using System.Text;

namespace Rapport.Formats.Fhir.Json;

/// <summary>Words that come again and again in a feed (systems, codes, units, references), each kept as one string.</summary>
/// <remarks>
/// A fixed number of places and no chains: a newcomer takes the place of the older word, so memory stays flat. Only ASCII is kept;
/// that is all that codes are made of, and it can be compared with a string without a copy.
/// </remarks>
internal sealed class Utf8Words(int places)
{
    // A longer word is rarely said twice.
    public const int LongestWord = 128;

    private readonly string?[] _places = new string?[places];

    /// <summary>The word as a string; null when it is not plain ASCII.</summary>
    public string? Get(ReadOnlySpan<byte> utf8)
    {
        ref var place = ref PlaceOf(utf8);
        if (place is { } word && Ascii.Equals(utf8, word))
        {
            return word;
        }

        return Ascii.IsValid(utf8) ? place = Encoding.ASCII.GetString(utf8) : null;
    }

    private ref string? PlaceOf(ReadOnlySpan<byte> utf8) => ref _places[(int)(Utf8Hash.Of(utf8) >> 40) & (places - 1)];
}
