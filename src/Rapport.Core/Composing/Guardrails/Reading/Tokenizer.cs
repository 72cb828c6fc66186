using System.Buffers;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Takes a text apart into words, numbers, phone numbers, links and fields.</summary>
internal sealed class Tokenizer(string text, bool fields)
{
    private static readonly SearchValues<string> NotTheEnd =
        SearchValues.Create(["st", "rev", "dr", "dra", "mr", "mrs", "ms", "sr", "sra", "srta", "vs", "jr", "ste", "apt", "tel", "ext"], StringComparison.OrdinalIgnoreCase);

    private readonly List<Token> _tokens = new(text.Length / 4);
    private int _at;
    private int _sentence;
    private Gap _gap = Gap.Sentence;

    public List<Token> Read()
    {
        while (_at < text.Length)
        {
            var next = text[_at];
            if (char.IsAsciiDigit(next) || (next is '(' or '+' && PhoneLength(out _) > 0))
            {
                ReadNumber();
            }
            else if (char.IsLetter(next))
            {
                ReadWordOrLink();
            }
            else if (fields && next is '{' && text.IndexOf('}', _at) is var close && close > _at)
            {
                Add(TokenKind.Field, text[(_at + 1)..close].ToLowerInvariant(), close + 1 - _at);
                EndAfterSnippet();
            }
            else
            {
                Skip(next);
            }
        }

        return _tokens;
    }

    // A snippet is one or more whole sentences: what stands behind it begins a new one.
    private void EndAfterSnippet()
    {
        if (_tokens[^1].Norm is "snippet")
        {
            _sentence++;
            _gap = Gap.Sentence;
        }
    }

    private void Skip(char mark)
    {
        var gap = mark switch
        {
            '\n' or '\r' => Gap.Line,
            '.' or '!' or '?' or '…' or ';' => Gap.Sentence,
            '¿' or '¡' when _gap is not Gap.Comma => Gap.Sentence,
            ':' => Gap.Colon,
            '–' or '—' => Gap.Dash,
            '-' when _gap is Gap.Nothing && !(_at + 1 < text.Length && char.IsLetterOrDigit(text[_at + 1])) => Gap.Dash,
            '-' => _gap is Gap.Nothing ? Gap.Hyphen : Gap.Dash,
            ',' or '(' or ')' or '"' or '“' or '”' or '/' => Gap.Comma,
            ' ' or '\t' or '\u00A0' => Gap.Space,
            _ => char.IsSurrogate(mark) || mark > '\u2000' ? Gap.Sentence : Gap.Space,
        };
        if (gap is Gap.Sentence or Gap.Line && _gap is not (Gap.Sentence or Gap.Line))
        {
            _sentence++;
        }

        _gap = gap > _gap ? gap : _gap;
        _at++;
    }

    private void Add(TokenKind kind, string norm, int length, bool money = false, bool percent = false, bool possessive = false)
    {
        var written = text.AsSpan(_at, length);
        _tokens.Add(new Token(kind, norm, _at, length, _sentence, _gap)
        {
            Capital = length > 0 && char.IsUpper(written[0]),
            Shout = length > 1 && kind is TokenKind.Word && !written.ContainsAnyInRange('a', 'z') && char.IsUpper(written[0]),
            Money = money,
            Percent = percent,
            Possessive = possessive,
        });
        _at += length;
        _gap = Gap.Nothing;
    }

    private void ReadNumber()
    {
        if (PhoneLength(out var digits) is > 0 and var phone)
        {
            Add(TokenKind.Phone, digits, phone);
            return;
        }

        var end = _at;
        while (end < text.Length && (char.IsAsciiDigit(text[end])
            || (JoinsDigits(end) && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        var money = _at > 0 && text[_at - 1] is '$' or '€' or '£';
        Add(TokenKind.Number, text[_at..end], end - _at, money, percent: end < text.Length && text[end] is '%');
    }

    // A hyphen joins the parts of a written date; elsewhere it spans: 9-5, Mon-Fri.
    private bool JoinsDigits(int at) => text[at] is '.' or ',' or ':' or '/' || (text[at] is '-' && at - _at is 4 or 7 && text[_at] is '1' or '2' && text.AsSpan(_at, 4).IndexOfAnyExceptInRange('0', '9') < 0);

    // Seven digits or more with the usual marks between them; dates have eight and are told apart by their shape.
    private int PhoneLength(out string digits)
    {
        digits = "";
        Span<char> found = stackalloc char[16];
        var count = 0;
        var end = _at;
        var last = _at;
        for (; end < text.Length && count < 16 && (char.IsAsciiDigit(text[end]) || text[end] is ' ' or '(' or ')' or '+' or '.' or '-'); end++)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                found[count++] = text[end];
                last = end + 1;
            }
        }

        var shape = text.AsSpan(_at, last - _at);
        var isDate = shape.Length is 10 && shape[4] is '-' && shape[7] is '-';
        if (count < 7 || isDate || (shape.Contains(' ') && shape.IndexOfAny('-', '(', '.') < 0 && count < 10))
        {
            return 0;
        }

        digits = new string(found[..count]);
        return last - _at;
    }

    private void ReadWordOrLink()
    {
        if (LinkReader.Length(text, _at) is > 0 and var link)
        {
            var written = text.Substring(_at, link);
            Add(written.Contains('@', StringComparison.Ordinal) && !written.Contains("://", StringComparison.Ordinal) ? TokenKind.Email : TokenKind.Link, written, link);
            return;
        }

        var end = _at;
        while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) is System.Globalization.UnicodeCategory.NonSpacingMark
            || (text[end] is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            end++;
        }

        AddWord(end);
    }

    private void AddWord(int end)
    {
        if (ReadInitials(end))
        {
            return;
        }

        var word = text.AsSpan(_at, end - _at);
        var quote = word.IndexOfAny('\'', '’');
        var norm = Fold.Of(quote < 0 ? word : word[..quote]);
        if (quote > 0)
        {
            AddContraction(norm, Fold.Of(word[(quote + 1)..]), quote, word.Length);
        }
        else
        {
            Add(TokenKind.Word, norm, word.Length);
        }

        if (_at < text.Length && text[_at] is '.' && (NotTheEnd.Contains(norm) || (norm.Length is 1 && char.IsUpper(text[_at - 1]))))
        {
            _at++;
            _gap = Gap.Space;
        }
    }

    // a.m., p.m.: one word, and its last point does not end a sentence unless a capital follows.
    private bool ReadInitials(int end)
    {
        if (end - _at is not 1 || end + 2 >= text.Length + 0 || text[end] is not '.' || text[end + 1] is not ('m' or 'M'))
        {
            return false;
        }

        var length = end + 2 < text.Length && text[end + 2] is '.' ? 4 : 3;
        var norm = Fold.Of([text[_at], 'm']);
        Add(TokenKind.Word, norm, length);
        if (_at + 1 >= text.Length || (text[_at] is ' ' && char.IsUpper(text[_at + 1])) || text[_at] is '\n')
        {
            _sentence++;
            _gap = Gap.Sentence;
        }

        return true;
    }

    private void AddContraction(string head, string tail, int quote, int length)
    {
        var (first, second) = (head, tail) switch
        {
            ("o", "clock") => ("oclock", null),
            ("y", "all") => ("yall", null),
            ("can", "t") => ("can", "not"),
            ("won", "t") => ("will", "not"),
            (_, "t") when head.EndsWith('n') => (head[..^1], "not"),
            (_, "ll") => (head, "will"),
            (_, "re") => (head, "are"),
            (_, "ve") => (head, "have"),
            (_, "d") => (head, "would"),
            ("i", "m") => ("i", "am"),
            ("let", "s") => ("let", "us"),
            ("it" or "that" or "there" or "here" or "what" or "who" or "how" or "he" or "she" or "when" or "where", "s") => (head, "is"),
            (_, "s") => (head, null),
            _ => (head + tail, (string?)null),
        };
        var start = _at;
        Add(TokenKind.Word, first, second is null ? length : quote, possessive: second is null && tail is "s");
        if (second is not null)
        {
            _gap = Gap.Space;
            Add(TokenKind.Word, second, start + length - _at);
        }
    }
}
