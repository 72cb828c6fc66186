using System.Security.Cryptography;
using System.Text;

namespace Rapport.Storage.Composing;

/// <summary>Seals words so that a stolen file or backup does not tell them: AES-256-GCM, a fresh random nonce each time.</summary>
/// <remarks>
/// A sealed text is nonce (12), tag (16), cipher text. Practice and message id are associated data: a text that was moved
/// to another message does not open.
/// </remarks>
internal sealed class Sealer
{
    public const int KeyBytes = 32;

    private const int TagAt = 12;
    private const int TextAt = TagAt + 16;

    private readonly byte[] _key;
    private readonly byte[] _practice;

    public Sealer(string practice, byte[] key)
    {
        if (key.Length is not KeyBytes)
        {
            throw new StorageException($"The key for messages must have {KeyBytes} bytes; this one has {key.Length}.");
        }

        _key = [.. key];
        _practice = Encoding.UTF8.GetBytes(practice);
    }

    public byte[] Seal(Guid id, ReadOnlySpan<byte> plain)
    {
        var text = new byte[TextAt + plain.Length];
        RandomNumberGenerator.Fill(text.AsSpan(0, TagAt));
        using var aes = new AesGcm(_key, TextAt - TagAt);
        aes.Encrypt(text.AsSpan(0, TagAt), plain, text.AsSpan(TextAt), text.AsSpan(TagAt..TextAt), AssociatedWith(id));
        return text;
    }

    /// <summary>Throws <see cref="AuthenticationTagMismatchException"/> where the key, the id or the text is not the one it was sealed with.</summary>
    public byte[] Open(Guid id, ReadOnlySpan<byte> text)
    {
        var plain = new byte[text.Length - TextAt];
        using var aes = new AesGcm(_key, TextAt - TagAt);
        aes.Decrypt(text[..TagAt], text[TextAt..], text[TagAt..TextAt], plain, AssociatedWith(id));
        return plain;
    }

    private byte[] AssociatedWith(Guid id) => [.. _practice, .. id.ToByteArray(bigEndian: true)];
}
