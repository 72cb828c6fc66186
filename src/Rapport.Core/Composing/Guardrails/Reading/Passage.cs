using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>A text taken apart: subject and body together, in order.</summary>
internal sealed class Passage(string text, int bodyAt, bool isSpanish, IReadOnlyList<Token> tokens)
{
    public string Text { get; } = text;

    /// <summary>Where the body begins; everything before it is the subject.</summary>
    public int BodyAt { get; } = bodyAt;

    /// <summary>Whether it is meant to be Spanish: <c>once</c> is eleven there.</summary>
    public bool IsSpanish { get; } = isSpanish;

    public IReadOnlyList<Token> Tokens { get; } = tokens;

    public Token this[int index] => Tokens[index];

    public int Count => Tokens.Count;

    /// <summary>The word at an index of the same sentence as <paramref name="beside"/>, else an empty text.</summary>
    public string WordAt(int index, int beside) =>
        index >= 0 && index < Count && Tokens[index].Sentence == Tokens[beside].Sentence ? Tokens[index].Norm : "";

    public string Written(int index) => Text.Substring(Tokens[index].Start, Tokens[index].Length);

    public string Written(int from, int to) => Text[Tokens[from].Start..Math.Max(Tokens[to - 1].End, Tokens[from].Start)];

    public bool InSubject(int index) => Tokens[index].Start < BodyAt;

    /// <summary>The index after the last token of the sentence that holds <paramref name="index"/>.</summary>
    public int SentenceEnd(int index)
    {
        var sentence = Tokens[index].Sentence;
        while (index < Count && Tokens[index].Sentence == sentence)
        {
            index++;
        }

        return index;
    }

    /// <summary>The index of the first token of the sentence that holds <paramref name="index"/>.</summary>
    public int SentenceStart(int index)
    {
        var sentence = Tokens[index].Sentence;
        while (index > 0 && Tokens[index - 1].Sentence == sentence)
        {
            index--;
        }

        return index;
    }

    /// <summary>Whether the sentence ends in a question mark.</summary>
    public bool Asks(int index)
    {
        var end = SentenceEnd(index);
        var from = Tokens[end - 1].End;
        var to = end < Count ? Tokens[end].Start : Text.Length;
        return Text.AsSpan(from, Math.Max(0, to - from)).Contains('?');
    }

    public static Passage Of(Draft draft, bool fields = false)
    {
        var subject = draft.Subject is { Length: > 0 } words ? words + "\n\n" : "";
        return new(subject + draft.Body, subject.Length, draft.Language == Language.Spanish, new Tokenizer(subject + draft.Body, fields).Read());
    }

    public static Passage Of(string text, bool isSpanish) => new(text, 0, isSpanish, new Tokenizer(text, fields: false).Read());
}
