using System.Runtime.InteropServices;
using Rapport.Core.Primitives;

namespace Rapport.Formats.Fhir.Json;

/// <summary>CodeableConcepts that come again and again, byte for byte: the codes are shared instead of read anew.</summary>
internal sealed class ConceptMemory
{
    private const int Places = 2048;

    // A concept with many translations is longer; it is simply read.
    private const int LongestConcept = 1024;

    private readonly (byte[] Json, ValueList<Code> Codes)[] _places = new (byte[], ValueList<Code>)[Places];

    public ValueList<Code>? Find(ReadOnlySpan<byte> json)
    {
        var (known, codes) = _places[PlaceOf(json)];
        return json.SequenceEqual(known) ? codes : null;
    }

    public void Keep(ReadOnlySpan<byte> json, ValueList<Code> codes)
    {
        if (json.Length <= LongestConcept)
        {
            _places[PlaceOf(json)] = (json.ToArray(), codes);
        }
    }

    // All bytes count, since concepts differ in the middle, where the code stands; but none costs a multiplication.
    private static int PlaceOf(ReadOnlySpan<byte> json)
    {
        unchecked
        {
            var hash = (ulong)json.Length;
            foreach (var word in MemoryMarshal.Cast<byte, ulong>(json))
            {
                hash = ulong.RotateLeft(hash, 5) ^ word;
            }

            return (int)((hash * 0x9E3779B97F4A7C15UL) >> 40) & (Places - 1);
        }
    }
}
