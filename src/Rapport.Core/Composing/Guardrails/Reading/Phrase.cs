namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>One phrase of a <see cref="PhraseBook"/>.</summary>
internal sealed class Phrase
{
    private const int MaxSkipped = 3;

    private readonly Part[] _parts;
    private readonly bool _opensSentence;

    public Phrase(PhraseTag tag, string written)
    {
        Tag = tag;
        var pieces = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _opensSentence = pieces[0] is "^";
        _parts = [.. pieces.Skip(_opensSentence ? 1 : 0).Select(piece => new Part(piece))];
    }

    public PhraseTag Tag { get; }

    public IEnumerable<string> Starts => _parts[0].Choices;

    public bool Matches(Passage passage, int at, out int end)
    {
        end = at;
        return (!_opensSentence || at == passage.SentenceStart(at) || passage[at].Opens || passage[at].Gap is Gap.Comma)
            && Matches(passage, at, 0, passage[at].Sentence, out end);
    }

    public static bool IsNumber(Token token, bool isSpanish) => token.Kind is TokenKind.Number || NumberWords.IsOne(token.Norm, isSpanish);

    private bool Matches(Passage passage, int at, int part, int sentence, out int end)
    {
        end = at;
        if (part == _parts.Length)
        {
            return true;
        }

        var wanted = _parts[part];
        if (wanted.SkipsAny)
        {
            for (var skip = 0; skip <= MaxSkipped; skip++)
            {
                if (Matches(passage, at + skip, part + 1, sentence, out end))
                {
                    return true;
                }
            }

            return false;
        }

        var here = at < passage.Count && passage[at].Sentence == sentence && wanted.Fits(passage[at], passage.IsSpanish);
        return (here && Matches(passage, at + 1, part + 1, sentence, out end))
            || (wanted.MayBeAbsent && Matches(passage, at, part + 1, sentence, out end));
    }

    private sealed class Part
    {
        public Part(string piece)
        {
            SkipsAny = piece is "..";
            MayBeAbsent = piece[0] is '?' && piece.Length > 1;
            Choices = [.. piece.TrimStart('?').Split('|')];
        }

        public bool SkipsAny { get; }

        public bool MayBeAbsent { get; }

        public string[] Choices { get; }

        public bool Fits(Token token, bool isSpanish)
        {
            foreach (var choice in token.Kind is TokenKind.Field ? [] : Choices)
            {
                if (choice is "~" ? IsNumber(token, isSpanish)
                    : choice[^1] is '*' ? token.Norm.AsSpan().StartsWith(choice.AsSpan(0, choice.Length - 1), StringComparison.Ordinal)
                    : string.Equals(choice, token.Norm, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
