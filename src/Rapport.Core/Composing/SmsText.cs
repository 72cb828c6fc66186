using System.Text;

namespace Rapport.Core.Composing;

/// <summary>The two alphabets a phone network carries a text in (3GPP TS 23.038).</summary>
public enum SmsEncoding
{
    /// <summary>Seven bits a character; é ñ ü ¿ ¡ are in it, á í ó ú are not (<c>evidence.md</c> CTIA-05).</summary>
    Gsm7,

    /// <summary>Sixteen bits a unit: what one accented letter, curly quote or emoji turns the whole text into.</summary>
    Ucs2,
}

/// <summary>What a text costs.</summary>
/// <param name="Units">Septets in GSM-7 (two for € [ ] { } and their like), UTF-16 code units in UCS-2.</param>
/// <param name="Segments">The messages that the network carries and bills.</param>
public readonly record struct SmsSize(SmsEncoding Encoding, int Units, int Segments);

/// <summary>The length of a text as the network counts it, and its plain form.</summary>
public static class SmsText
{
    /// <summary>Septets of a text that is not joined.</summary>
    public const int OneSegment = 160;

    /// <summary>Counts segments of 160 septets (153 each when joined) or 70 units (67 each when joined); 3GPP TS 23.040 §9.2.3.24.1.</summary>
    public static SmsSize Measure(string text)
    {
        var septets = 0;
        foreach (var letter in text)
        {
            var cost = Gsm7.SeptetsOf(letter);
            if (cost is 0)
            {
                return new(SmsEncoding.Ucs2, text.Length, Ucs2Segments(text));
            }

            septets += cost;
        }

        return new(SmsEncoding.Gsm7, septets, Gsm7Segments(text, septets));
    }

    /// <summary>Replaces typographic marks that would double the price: curly quotes, dashes, dots, odd spaces.</summary>
    /// <param name="dropAccents">Also writes á as a. Ask first: to a Spanish reader it is a visible loss.</param>
    /// <remarks>What has no plain form, such as an emoji, stays; <see cref="Measure"/> tells.</remarks>
    public static string ToGsm7(string text, bool dropAccents = false)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (!rune.IsBmp || Gsm7.SeptetsOf((char)rune.Value) > 0)
            {
                plain.Append(rune.ToString());
            }
            else if (Gsm7.PlainMark((char)rune.Value) is { } mark)
            {
                plain.Append(mark);
            }
            else
            {
                plain.Append(dropAccents ? WithoutAccents(rune) : rune.ToString());
            }
        }

        return plain.ToString();
    }

    // A part of a joined text is filled until the next character does not fit: an escape and its letter, like the two halves
    // of an emoji, stay together, so a part may end a unit early.
    private static int Gsm7Segments(string text, int septets)
    {
        if (septets <= 160)
        {
            return 1;
        }

        var (segments, used) = (1, 0);
        foreach (var letter in text)
        {
            Place(Gsm7.SeptetsOf(letter), limit: 153, ref segments, ref used);
        }

        return segments;
    }

    private static int Ucs2Segments(string text)
    {
        if (text.Length <= 70)
        {
            return 1;
        }

        var (segments, used) = (1, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            Place(rune.Utf16SequenceLength, limit: 67, ref segments, ref used);
        }

        return segments;
    }

    private static void Place(int cost, int limit, ref int segments, ref int used)
    {
        if (used + cost > limit)
        {
            segments++;
            used = 0;
        }

        used += cost;
    }

    private static string WithoutAccents(Rune rune)
    {
        var letter = rune.ToString();
        var bare = letter.Normalize(NormalizationForm.FormD)[0];
        return Gsm7.SeptetsOf(bare) > 0 ? bare.ToString() : letter;
    }

    // Half an emoji makes Normalize throw; it is shown as the replacement character, as any phone would.
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }
}
