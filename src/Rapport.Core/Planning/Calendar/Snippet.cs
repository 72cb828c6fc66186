using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Calendar;

/// <summary>A vetted health fact, in plain words; the only place of a message where such a fact may stand.</summary>
/// <param name="EnglishSms">For SMS, where length and alphabet (GSM-7) bind; null when the English words serve as they are.</param>
/// <param name="SpanishSms">The same for Spanish, where á, í, ó and ú would halve the room.</param>
/// <param name="Grade">The US school grade at which the English words can be read (Flesch-Kincaid).</param>
public sealed record Snippet(string English, string Spanish, string? EnglishSms, string? SpanishSms, decimal Grade)
{
    /// <summary>The words for a reader, or null when nobody has vetted any in that language.</summary>
    public string? In(Language language, Channel channel) => (language.Tag, channel) switch
    {
        ("en", Channel.Sms) => EnglishSms ?? English,
        ("en", _) => English,
        ("es", Channel.Sms) => SpanishSms ?? Spanish,
        ("es", _) => Spanish,
        _ => null,
    };

    public override string ToString() => English;
}
