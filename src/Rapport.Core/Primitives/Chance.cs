using System.Text;

namespace Rapport.Core.Primitives;

/// <summary>Chance that can be replayed: a choice follows from what it is about, never from a clock or a shared generator.</summary>
/// <remarks>FNV-1a, 64 bit, with a final mix (Fowler, Noll, Vo; Stafford's mix 13). Not for secrets.</remarks>
public static class Chance
{
    /// <summary>The same words always give the same number.</summary>
    public static ulong Of(params ReadOnlySpan<string> words)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            Span<byte> bytes = stackalloc byte[256];
            foreach (var word in words)
            {
                foreach (var piece in word.AsSpan().ChunkBy(64))
                {
                    var length = Encoding.UTF8.GetBytes(piece, bytes);
                    foreach (var b in bytes[..length])
                    {
                        hash = (hash ^ b) * 1099511628211UL;
                    }
                }

                hash = (hash ^ 0xFF) * 1099511628211UL;   // so that "ab","c" and "a","bc" differ
            }

            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
            return hash ^ (hash >> 31);
        }
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public static double Share(params ReadOnlySpan<string> words) => (Of(words) >> 11) * (1.0 / (1UL << 53));

    /// <summary>An index into a list of <paramref name="count"/> items.</summary>
    public static int Pick(int count, params ReadOnlySpan<string> words) => (int)(Of(words) % (ulong)count);

    /// <summary>An id that stands for the words: the same words find it again (a version 8 UUID, RFC 9562 §5.8).</summary>
    public static Guid IdOf(params ReadOnlySpan<string> words)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Of(words));
        BitConverter.TryWriteBytes(bytes[8..], Of(["second half", .. words]));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static Chunks ChunkBy(this ReadOnlySpan<char> text, int size) => new(text, size);

    private ref struct Chunks(ReadOnlySpan<char> text, int size)
    {
        private ReadOnlySpan<char> _rest = text;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Chunks GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_rest.IsEmpty)
            {
                return false;
            }

            var take = Math.Min(size, _rest.Length);
            if (take < _rest.Length && char.IsHighSurrogate(_rest[take - 1]))
            {
                take++;
            }

            Current = _rest[..take];
            _rest = _rest[take..];
            return true;
        }
    }
}
