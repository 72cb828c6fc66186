namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Finds days told from the day of writing: <c>tomorrow</c>, <c>in two days</c>, <c>de hoy en ocho</c>, <c>la semana que viene</c>.</summary>
internal static class RelativeReader
{
    public static Mention? At(Passage passage, int at, DateOnly? today) =>
        Named(passage, at, today) ?? Week(passage, at, today) ?? Month(passage, at, today) ?? Counted(passage, at, today);

    private static Mention.Day? Named(Passage passage, int at, DateOnly? today)
    {
        var word = passage[at].Norm;
        var before = passage.WordAt(at - 1, at);
        var (first, second, third) = (passage.WordAt(at + 1, at), passage.WordAt(at + 2, at), passage.WordAt(at + 3, at));
        if (word is "hoy" or "manana" && before is "de" && first is "en" && second is "ocho" or "quince")
        {
            var start = word is "hoy" ? 0 : 1;
            return second is "ocho" ? Days(at, at + 3, today, start + 7) : Days(at, at + 3, today, start + 14, start + 15);
        }

        return (word, first, second, third) switch
        {
            ("day", "after", "tomorrow", _) => Days(at, at + 3, today, 2),
            ("day", "before", "yesterday", _) => Days(at, at + 3, today, -2),
            ("pasado", "manana", _, _) => Days(at, at + 2, today, 2),
            ("today" or "tonight" or "hoy", _, _, _) => Days(at, at + 1, today, 0) with { IsToday = true },
            ("tomorrow" or "tmrw" or "tomorow", _, _, _) => Days(at, at + 1, today, 1),
            ("manana", _, _, _) when before is not ("la" or "esta") => Days(at, at + 1, today, 1),
            ("yesterday" or "ayer", _, _, _) => Days(at, at + 1, today, -1),
            ("anteayer" or "antier", _, _, _) => Days(at, at + 1, today, -2),
            ("this", "morning" or "afternoon" or "evening", _, _) => Days(at, at + 2, today, 0) with { IsToday = true },
            ("esta", "manana" or "tarde" or "noche", _, _) => Days(at, at + 2, today, 0) with { IsToday = true },
            ("this", "weekend", _, _) or ("weekend", _, _, _) => Within(at, at + 1, today, 0, 7, date => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday),
            _ => null,
        };
    }

    // Weeks begin on Monday; a Sunday writer may mean the one that is about to begin.
    private static Mention.Day? Week(Passage passage, int at, DateOnly? today)
    {
        var (word, first, second, third) = (passage[at].Norm, passage.WordAt(at + 1, at), passage.WordAt(at + 2, at), passage.WordAt(at + 3, at));
        var (length, shift) = (word, first, second, third) switch
        {
            ("next", "week", _, _) or ("proxima", "semana", _, _) or ("semana", "proxima" or "entrante", _, _) => (2, 1),
            ("semana", "que", "viene" or "entra", _) => (3, 1),
            ("last", "week", _, _) or ("semana", "pasada", _, _) => (2, -1),
            ("this", "week", _, _) or ("esta", "semana", _, _) or ("later", "this", "week", _) => (2, 0),
            _ => (0, 0),
        };
        if (length is 0)
        {
            return null;
        }

        var sinceMonday = today is null ? 0 : ((int)today.Value.DayOfWeek + 6) % 7;
        return Within(at, at + length, today, (shift * 7) - sinceMonday, (shift * 7) - sinceMonday + 6, static _ => true) with { IsToday = shift is 0 };
    }

    private static Mention.Day? Month(Passage passage, int at, DateOnly? today)
    {
        var shift = (passage[at].Norm, passage.WordAt(at + 1, at)) switch
        {
            ("next", "month") or ("proximo", "mes") => 1,
            ("last", "month") or ("mes", "pasado") => -1,
            ("this", "month") or ("este", "mes") => 0,
            _ => 9,
        };
        return shift is 9 ? null : new(at, at + 2, date => today is { } now && (date.Year * 12) + date.Month == (now.Year * 12) + now.Month + shift) { NeedsToday = true, IsToday = shift is 0 };
    }

    // in two days, two more days, one week from today, hace tres meses, faltan dos días.
    private static Mention? Counted(Passage passage, int at, DateOnly? today)
    {
        var article = passage[at].Norm is "a" or "an" or "un" or "una";
        var value = article ? 1 : NumberWords.Read(passage, at, out var length);
        length = article ? 1 : NumberLength(passage, at);
        var i = at + length;
        i += length > 0 && passage.WordAt(i, at) is "more" or "full" or "whole" or "mas" ? 1 : 0;
        var unit = length > 0 ? Units.Of(passage.WordAt(i, at)) : "";
        if (unit is not ("day" or "week" or "month" or "year") || (article && unit is "day"))
        {
            return null;
        }

        i++;
        var amount = new Mention.Amount(at, i, value, unit);
        var (from, shift) = (passage.WordAt(i, at), passage.WordAt(i + 1, at)) switch
        {
            ("from", "today" or "now") => (2, 0),
            ("from", "tomorrow") => (2, 1),
            ("away" or "ahead" or "ago", _) => (1, 0),
            ("to", "go") => (2, 0),
            ("until" or "till", _) => (1, 0),
            _ => (0, 0),
        };
        var isRelative = from > 0 || passage.WordAt(at - 1, at) is "in" or "hace" or "faltan" or "falta" or "dentro" or "en" || passage.WordAt(at - 2, at) is "dentro";
        return isRelative && unit is "day" or "week"
            ? Days(at, i + from, today, Shifts((int)value * (unit is "week" ? 7 : 1), shift, passage.IsSpanish, passage.WordAt(i, at) is "ago" || passage.WordAt(at - 1, at) is "hace"))
            : amount;
    }

    // "en ocho días" is the same weekday of next week, "en quince días" that of the week after.
    private static int[] Shifts(int days, int shift, bool spanish, bool past) => (days, spanish, past) switch
    {
        (_, _, true) => [-days],
        (8, true, _) => [shift + 7, shift + 8],
        (15, true, _) => [shift + 14, shift + 15],
        _ => [shift + days],
    };

    private static int NumberLength(Passage passage, int at)
    {
        NumberWords.Read(passage, at, out var length);
        return length;
    }

    private static Mention.Day Days(int from, int to, DateOnly? today, params int[] shifts) =>
        new(from, to, date => today is { } now && Array.IndexOf(shifts, date.DayNumber - now.DayNumber) >= 0) { NeedsToday = true };

    private static Mention.Day Within(int from, int to, DateOnly? today, int first, int last, Func<DateOnly, bool> fits) =>
        new(from, to, date => today is { } now && date.DayNumber - now.DayNumber >= first && date.DayNumber - now.DayNumber <= last && fits(date)) { NeedsToday = true };
}
