using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Finds every day, time, month and amount of a text, each token in at most one of them.</summary>
internal static class MentionReader
{
    private static readonly FrozenSet<string> Starts = FrozenSet.ToFrozenSet(
        ["media", "noon", "midday", "midnight", "mediodia", "medianoche", "half", "quarter", "cuarto", "la", "las", "a", "an", "un", "una", "day", "today", "tonight", "hoy", "tomorrow", "tmrw", "tomorow", "manana", "yesterday", "ayer",
            "anteayer", "antier", "pasado", "this", "next", "last", "coming", "esta", "este", "weekend", "proxima", "proximo", "semana", "mes", "later", "morning", "afternoon", "evening", "por", "en", "de"], StringComparer.Ordinal);

    public static List<Mention> Read(Passage passage, DateOnly? today)
    {
        var mentions = new List<Mention>();
        for (var i = 0; i < passage.Count;)
        {
            var token = passage[i];
            var mention = token.Kind is TokenKind.Number || (token.Kind is TokenKind.Word && MayStart(token, passage.IsSpanish)) ? At(passage, i, today) : null;
            mention = ImpliedHour(passage, i, mentions) ?? mention;
            if (mention is null)
            {
                i++;
                continue;
            }

            Add(mentions, mention, passage);
            i = mention.To;
        }

        return mentions;
    }

    // "Cosmo at 9 and Luna at half past", "your 11 o'clock until quarter past": the hour said before.
    private static Mention.Clock? ImpliedHour(Passage passage, int at, List<Mention> before)
    {
        var minute = passage[at].Norm switch { "half" => 30, "quarter" => 15, "five" => 5, "ten" => 10, "twenty" => 20, _ => 0 };
        return minute > 0 && passage.WordAt(at + 1, at) is "past" && !NumberWords.IsOne(passage.WordAt(at + 2, at), isSpanish: false) && !(at + 2 < passage.Count && passage[at + 2].Kind is TokenKind.Number) && passage.WordAt(at + 2, at) is not ("noon" or "midnight") && before.FindLast(each => each is Mention.Clock) is Mention.Clock last && passage[last.From].Sentence == passage[at].Sentence
            ? new(at, at + 2, last.Hour, minute, last.Half)
            : null;
    }

    // Most words can start no mention: a look-up spares them the readers.
    private static bool MayStart(Token token, bool isSpanish) =>
        Starts.Contains(token.Norm) || NumberWords.IsOne(token.Norm, isSpanish) || NumberWords.IsOrdinal(token.Norm) || CalendarWords.Weekday(token) is not null || CalendarWords.Month(token) > 0 || Holidays.MayStart(token.Norm);

    private static Mention? At(Passage passage, int at, DateOnly? today) =>
        (Mention?)ClockReader.At(passage, at)
        ?? RelativeReader.At(passage, at, today)
        ?? DayReader.At(passage, at, today)
        ?? MonthAt(passage, at, today)
        ?? (Mention?)HalfAt(passage, at)
        ?? AmountAt(passage, at);

    // "tomorrow, Monday" and "mañana lunes" are one day said twice: both must hold of the same date.
    private static void Add(List<Mention> mentions, Mention mention, Passage passage)
    {
        if (mention is Mention.Day day && mentions.Count > 0 && mentions[^1] is Mention.Day before && !day.IsHoliday && !before.IsHoliday && Touch(passage, before, day))
        {
            mentions[^1] = new Mention.Day(before.From, day.To, date => before.Fits(date) && day.Fits(date)) { NeedsToday = before.NeedsToday || day.NeedsToday };
            return;
        }

        mentions.Add(mention);
    }

    private static bool Touch(Passage passage, Mention.Day before, Mention.Day day)
    {
        if (passage[before.From].Sentence != passage[day.From].Sentence)
        {
            return false;
        }

        for (var i = before.To; i < day.From; i++)
        {
            if (passage[i].Norm is not ("on" or "the" or "el" or "es" or "is" or "este" or "this"))
            {
                return false;
            }
        }

        return true;
    }

    private static Mention.Month? MonthAt(Passage passage, int at, DateOnly? today)
    {
        var month = CalendarWords.Month(passage[at]);
        var before = passage.WordAt(at - 1, at);
        if (month is 0 || (CalendarWords.IsWordToo(passage[at].Norm) && before is not ("in" or "since" or "of" or "last" or "en" or "de" or "desde" or "early" or "late" or "until") && !(before is "your" or "our" && passage[at].Capital && passage.WordAt(at + 1, at) is "visit" or "appointment" or "exam" or "cleaning" or "session" or "checkup")))
        {
            return null;
        }

        var (next, second, third) = (passage.WordAt(at + 1, at), passage.WordAt(at + 2, at), passage.WordAt(at + 3, at));
        var years = (next, second, third) switch
        {
            ("of", "last", "year") or ("del", "ano", "pasado") => -1,
            ("of", "this", "year") or ("de", "este", "ano") => 0,
            ("of", "next", "year") or ("del", "proximo", "ano") or ("del", "ano", "proximo") => 1,
            _ => 9,
        };
        if (years is not 9)
        {
            return new(at, at + 4, month, today?.Year + years ?? -1);
        }

        var link = next is "of" or "de" or "del" ? 1 : 0;
        return at + 1 + link < passage.Count && passage.WordAt(at + 1 + link, at) is { Length: 4 } written && int.TryParse(written, out var year)
            ? new(at, at + 2 + link, month, year)
            : new(at, at + 1, month, null);
    }

    private static Mention.PartOfDay? HalfAt(Passage passage, int at)
    {
        var (half, length) = (passage[at].Norm, passage.WordAt(at + 1, at), passage.WordAt(at + 2, at)) switch
        {
            ("morning", _, _) when passage.WordAt(at - 1, at) is not "good" && at > passage.SentenceStart(at) => (HalfOfDay.Am, 1),
            ("afternoon" or "evening", _, _) when passage.WordAt(at - 1, at) is not "good" => (HalfOfDay.Pm, 1),
            ("por" or "en" or "de", "la", "manana") => (HalfOfDay.Am, 3),
            ("por" or "en" or "de", "la", "tarde" or "noche") => (HalfOfDay.Pm, 3),
            _ => (HalfOfDay.Unsaid, 0),
        };
        return length is 0 ? null : new(at, at + length, half);
    }

    private static Mention.Amount? AmountAt(Passage passage, int at)
    {
        if (PartOfAnHour(passage, at) is { } part)
        {
            return part;
        }

        var token = passage[at];
        if (token.Norm is "a" or "an" or "un" or "una" && !IsATime(passage, at) && Units.Of(passage.WordAt(at + 1, at)) is "minute" or "hour" or "week" or "month" or "year")
        {
            return new(at, at + 2, 1, Units.Of(passage.WordAt(at + 1, at)));
        }

        var value = NumberWords.Read(passage, at, out var length);
        if (length is 0)
        {
            return null;
        }

        var word = at + length < passage.Count && passage[at + length] is { Kind: TokenKind.Word, Gap: < Gap.Comma } ? passage.WordAt(at + length, at) : "";
        var unit = token.Money ? Units.Money : token.Percent ? "percent" : Units.Of(word);
        var named = unit.Length > 0 && !token.Money && !token.Percent ? 1 : 0;
        return new(at, at + length + named, value, unit.Length > 0 ? unit : OfSpan(passage, at + length, at) is { Length: > 0 } ofSpan ? ofSpan : word);
    }

    // Spanish "una hora" is mostly "a time": only behind a word of length does it count.
    private static bool IsATime(Passage passage, int at) =>
        passage[at].Norm is "una" && passage.WordAt(at + 1, at) is "hora" && passage.WordAt(at - 1, at) is not ("dura" or "tarda" or "toma" or "hace" or "en" or "dentro" or "cada" or "por" or "espera" or "de" or "menos" or "casi" or "como");

    // "a quarter of an hour", "un cuarto de hora", "half an hour", "media hora"
    private static Mention.Amount? PartOfAnHour(Passage passage, int at)
    {
        var start = passage[at].Norm is "a" or "un" or "una" ? at + 1 : at;
        return (passage.WordAt(start, at), passage.WordAt(start + 1, at), passage.WordAt(start + 2, at), passage.WordAt(start + 3, at)) switch
        {
            ("quarter", "of", "an", "hour") => new(at, start + 4, 15, "minute"),
            ("cuarto", "de", "hora", _) => new(at, start + 3, 15, "minute"),
            ("half", "an", "hour", _) => new(at, start + 3, 30, "minute"),
            ("half", "hour", _, _) or ("media", "hora", _, _) => new(at, start + 2, 30, "minute"),
            _ => null,
        };
    }

    // "7 to 10 days": the first number counts days too.
    private static string OfSpan(Passage passage, int at, int beside)
    {
        if (passage.WordAt(at, beside) is not ("to" or "or" or "a" or "o" or "and" or "y" or "through") || at + 1 >= passage.Count)
        {
            return "";
        }

        NumberWords.Read(passage, at + 1, out var length);
        return length is 0 ? "" : Units.Of(passage.WordAt(at + 1 + length, beside));
    }
}
