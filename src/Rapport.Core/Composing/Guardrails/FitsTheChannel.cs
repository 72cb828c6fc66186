using System.Buffers;
using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A text message takes two segments at most.</summary>
public sealed record FitsTheChannel : Guardrail
{
    private const int MostSegments = 2;

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        if (reading.Draft.Channel is Channel.Sms && SmsSegments.In(reading.Draft.Body) is > MostSegments and var segments)
        {
            yield return new(Codes.TooLong, $"Takes {segments} text segments, {MostSegments} at most.");
        }
    }
}

/// <summary>How many segments a text message takes (3GPP TS 23.038 §6.2.1; 153 and 67 are left of 160 and 70 when parts are joined).</summary>
public static class SmsSegments
{
    private const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> Gsm = SearchValues.Create(Basic + Extension);
    private static readonly SearchValues<char> Double = SearchValues.Create(Extension);

    public static int In(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Gsm))
        {
            return text.Length <= 70 ? 1 : Wide(text);
        }

        var septets = text.Length + CountDouble(text);
        return septets <= 160 ? 1 : Joined(text);
    }

    private static int CountDouble(string text)
    {
        var count = 0;
        foreach (var letter in text)
        {
            count += Double.Contains(letter) ? 1 : 0;
        }

        return count;
    }

    // An escaped character is not split between two segments.
    private static int Joined(string text)
    {
        var (segments, used) = (1, 0);
        foreach (var letter in text)
        {
            var size = Double.Contains(letter) ? 2 : 1;
            (segments, used) = used + size > 153 ? (segments + 1, size) : (segments, used + size);
        }

        return segments;
    }

    // Neither is a surrogate pair.
    private static int Wide(string text)
    {
        var (segments, used) = (1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var size = char.IsHighSurrogate(text[i]) ? 2 : 1;
            (segments, used) = used + size > 67 ? (segments + 1, size) : (segments, used + size);
            i += size - 1;
        }

        return segments;
    }
}
