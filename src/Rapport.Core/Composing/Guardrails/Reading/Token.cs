namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>What a piece of text is.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Phone,
    Link,
    Email,

    /// <summary>A merge field of a template, such as <c>{visit.time}</c>.</summary>
    Field,
}

/// <summary>What stands between a token and the one before it.</summary>
internal enum Gap
{
    Nothing,
    Space,
    Hyphen,
    Comma,
    Dash,
    Colon,
    Sentence,
    Line,
}

/// <summary>One word, number, phone number, link or field of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Norm">Lower case, without accents; a phone as digits; a link or number as written.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is there; 0 where a contraction was taken apart.</param>
/// <param name="Sentence">The sentence it belongs to, counted from 0; the subject is sentence 0 of an email.</param>
/// <param name="Gap">What stands before it.</param>
internal readonly record struct Token(TokenKind Kind, string Norm, int Start, int Length, int Sentence, Gap Gap)
{
    /// <summary>The kind only: the word may be a name.</summary>
    public override string ToString() => Kind.ToString();

    /// <summary>Begins with a capital.</summary>
    public bool Capital { get; init; }

    /// <summary>All capitals, two letters or more.</summary>
    public bool Shout { get; init; }

    /// <summary>Holds <c>'s</c> in the text, which the norm leaves out.</summary>
    public bool Possessive { get; init; }

    /// <summary>Stood behind a currency sign.</summary>
    public bool Money { get; init; }

    /// <summary>Stood before a percent sign.</summary>
    public bool Percent { get; init; }

    /// <summary>A capital says nothing here: a sentence, line, or clause after a colon or dash begins.</summary>
    public bool Opens => Gap is Gap.Sentence or Gap.Line or Gap.Colon or Gap.Dash;

    public int End => Start + Length;
}
