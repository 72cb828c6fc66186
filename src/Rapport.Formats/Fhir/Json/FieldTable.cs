using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Rapport.Formats.Fhir.Json;

/// <summary>Finds the <see cref="Field"/> for a name as it stands in the file, without making a string of it.</summary>
internal static class FieldTable
{
    // A power of two, five times the names: a probe rarely meets another name.
    private const int Slots = 1024;

    private static readonly byte[][] s_names = new byte[Slots][];

    private static readonly Field[] s_fields = new Field[Slots];

    static FieldTable()
    {
        foreach (var field in Enum.GetValues<Field>())
        {
            if (field is not Field.None)
            {
                Add(field);
            }
        }
    }

    public static Field Find(ReadOnlySpan<byte> name)
    {
        for (var slot = SlotOf(name); ; slot = (slot + 1) & (Slots - 1))
        {
            var known = s_names[slot];
            if (known is null)
            {
                return Field.None;
            }

            if (name.SequenceEqual(known))
            {
                return s_fields[slot];
            }
        }
    }

    private static void Add(Field field)
    {
        var name = field.ToString();
        var bytes = Encoding.UTF8.GetBytes(char.ToLowerInvariant(name[0]) + name[1..]);
        var slot = SlotOf(bytes);
        while (s_names[slot] is not null)
        {
            slot = (slot + 1) & (Slots - 1);
        }

        s_names[slot] = bytes;
        s_fields[slot] = field;
    }

    private static int SlotOf(ReadOnlySpan<byte> name) => (int)(Utf8Hash.Of(name) >> 54);
}

/// <summary>A quick hash of short names: the length, the first eight bytes and the last eight.</summary>
internal static class Utf8Hash
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            var hash = (ulong)text.Length * 0x9E3779B97F4A7C15UL;
            if (text.Length >= 8)
            {
                hash ^= MemoryMarshal.Read<ulong>(text) * 0xBF58476D1CE4E5B9UL;
                hash ^= ulong.RotateLeft(MemoryMarshal.Read<ulong>(text[^8..]), 29);
            }
            else
            {
                var word = 0UL;
                foreach (var b in text)
                {
                    word = (word << 8) | b;
                }

                hash ^= word;
            }

            hash = (hash ^ (hash >> 32)) * 0x94D049BB133111EBUL;
            return hash ^ (hash << 17);
        }
    }
}
