using System.Buffers;
using System.Text;

namespace Rapport.Connectors.Email;

/// <summary>Writes header fields, folded at 76 columns where they can be folded (RFC 5322 §2.2.3).</summary>
/// <remarks>Every value passes <see cref="HeaderText.Clean"/> or is built here, so none can carry a line break.</remarks>
internal sealed class HeaderWriter(IBufferWriter<byte> output)
{
    private const int Limit = 76;
    private const int LongestPlainWord = 60;
    private const int LeastRoomForAWord = 30;

    private int _column;

    /// <summary>A field of free text, such as the subject.</summary>
    public void Text(string name, string value)
    {
        Start(name);
        var clean = HeaderText.Clean(value);
        var words = clean.Split(' ');
        if (HeaderText.IsPlain(clean) && Array.TrueForAll(words, word => word.Length <= LongestPlainWord))
        {
            Pieces(words);
        }
        else
        {
            Encoded(clean);
        }

        End();
    }

    /// <summary>A field made of tokens that are safe as they are and may be folded between.</summary>
    public void Tokens(string name, params ReadOnlySpan<string> tokens)
    {
        Start(name);
        Pieces(tokens);
        End();
    }

    /// <summary>A field with one mailbox, its display name written as the name demands.</summary>
    public void Mailbox(string name, string? displayName, EmailAddress address)
    {
        Start(name);
        var clean = HeaderText.Clean(displayName ?? "");
        if (clean.Length > 0)
        {
            DisplayName(clean);
            Piece($"<{address.Text}>", first: false);
        }
        else
        {
            Piece(address.Text, first: true);
        }

        End();
    }

    private void DisplayName(string clean)
    {
        var phrase = IsPhrase(clean) ? clean : $"\"{clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        if (HeaderText.IsPlain(clean) && _column + phrase.Length <= Limit)
        {
            Piece(phrase, first: true);
        }
        else
        {
            Encoded(clean);
        }
    }

    // Atoms and spaces (RFC 5322 §3.2.5); the rarer marks of an atom are quoted too, which every reader understands.
    private static bool IsPhrase(string clean)
    {
        foreach (var letter in clean)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not (' ' or '-' or '\'' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private void Encoded(string clean)
    {
        if (Limit - _column < LeastRoomForAWord)
        {
            output.Write("\r\n "u8);
            _column = 1;
        }

        var first = true;
        foreach (var word in EncodedWord.Split(clean, Limit - _column))
        {
            Piece(word, first);
            first = false;
        }
    }

    private void Pieces(ReadOnlySpan<string> pieces)
    {
        for (var i = 0; i < pieces.Length; i++)
        {
            Piece(pieces[i], first: i is 0);
        }
    }

    private void Piece(string piece, bool first)
    {
        var width = Encoding.UTF8.GetByteCount(piece);
        if (!first)
        {
            var fits = _column + 1 + width <= Limit;
            output.Write(fits ? " "u8 : "\r\n "u8);
            _column = fits ? _column + 1 : 1;
        }

        output.Put(piece);
        _column += width;
    }

    private void Start(string name)
    {
        output.Put(name);
        output.Write(": "u8);
        _column = name.Length + 2;
    }

    private void End() => output.Write("\r\n"u8);
}
