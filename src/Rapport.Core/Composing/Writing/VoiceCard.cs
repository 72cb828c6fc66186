using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Writing;

/// <summary>How lively the words are.</summary>
public enum Warmth
{
    Plain,
    Warm,
    Playful,
}

/// <summary>How the reader is greeted.</summary>
public enum Greeting
{
    Hi,
    Hello,
    Dear,
}

/// <summary>How a Spanish reader is addressed.</summary>
public enum SpanishAddress
{
    Usted,
    Tu,
}

/// <summary>How long a sentence may run.</summary>
public enum SentenceLength
{
    Short,
    Medium,
}

/// <summary>Who signs. Never a clinician: nobody signs what they did not write.</summary>
public enum Signature
{
    Practice,
    Team,
}

/// <summary>How a practice or a clinician's team sounds, in closed fields: the only thing of their own words that a writer learns.</summary>
public sealed record VoiceCard
{
    public Warmth Warmth { get; init; } = Warmth.Warm;

    public Greeting Greeting { get; init; } = Greeting.Hi;

    public SpanishAddress SpanishAddress { get; init; } = SpanishAddress.Usted;

    public SentenceLength SentenceLength { get; init; } = SentenceLength.Short;

    public Signature Signature { get; init; } = Signature.Practice;

    /// <summary>A light touch of humour where the occasion is light.</summary>
    public bool HasHumour { get; init; }

    /// <summary>Says "we" rather than the practice's name over and over.</summary>
    public bool SaysWe { get; init; } = true;

    /// <summary>A mark of the fields: two people with the same voice share the same words.</summary>
    public string Id => $"{Chance.Of($"{Warmth}", $"{Greeting}", $"{SpanishAddress}", $"{SentenceLength}", $"{Signature}", $"{HasHumour}", $"{SaysWe}"):x16}"[..8];

    public override string ToString() => $"voice {Id}";
}
