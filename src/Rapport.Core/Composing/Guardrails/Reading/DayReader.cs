namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Finds days by date, weekday or holiday: <c>Tuesday the 8th</c>, <c>12/11</c>, <c>el lunes 14 de diciembre</c>, <c>Good Friday</c>.</summary>
internal static class DayReader
{
    public static Mention.Day? At(Passage passage, int at, DateOnly? today) =>
        Holiday(passage, at) ?? Numeric(passage, at) ?? OneOfTwo(passage, at) ?? BesideHoliday(passage, at) ?? Written(passage, at, today);

    private static Mention.Day? Holiday(Passage passage, int at)
    {
        var shift = (passage[at].Norm, passage.WordAt(at + 1, at)) switch
        {
            ("day", "after") => 1,
            ("day", "before") => -1,
            _ => 0,
        };
        var from = shift is 0 ? at : at + 2;
        if (from >= passage.Count || Holidays.At(passage, from, out var length) is not { } on)
        {
            return null;
        }

        return new(at, from + length, date => on(date.AddDays(-shift).Year).AddDays(shift) == date) { IsHoliday = true };
    }

    // "the Tuesday after Memorial Day"
    private static Mention.Day? BesideHoliday(Passage passage, int at)
    {
        var shift = passage.WordAt(at + 1, at) switch { "after" or "following" => 1, "before" => -1, _ => 0 };
        if (shift is 0 || CalendarWords.Weekday(passage[at]) is not { } weekday || at + 2 >= passage.Count || Holidays.At(passage, at + 2, out var length) is not { } on)
        {
            return null;
        }

        return new(at, at + 2 + length, date => date.DayOfWeek == weekday && (date.DayNumber - on(date.Year).DayNumber) * shift is >= 1 and <= 7);
    }

    // "Thursday and Friday, December 24 and 25": two days, each judged by itself.
    private static Mention.Day? OneOfTwo(Passage passage, int at)
    {
        if (CalendarWords.Weekday(passage[at]) is not { } weekday)
        {
            return null;
        }

        var isSecond = passage.WordAt(at - 1, at) is "and" or "y";
        var month = isSecond ? at + 1 : at + 3;
        var first = isSecond ? at - 2 : at;
        if (first < 0 || month + 3 >= passage.Count || passage[month + 3].Sentence != passage[at].Sentence || CalendarWords.Weekday(passage[first]) is null || CalendarWords.Weekday(passage[first + 2]) is null
            || passage[first + 1].Norm is not ("and" or "y") || CalendarWords.Month(passage[month]) is not (> 0 and var number) || passage[month + 2].Norm is not ("and" or "y")
            || !int.TryParse(passage[month + 1].Norm, out var one) || !int.TryParse(passage[month + 3].Norm, out var two))
        {
            return null;
        }

        var day = isSecond ? two : one;
        return new(at, isSecond ? month + 4 : at + 1, date => date.DayOfWeek == weekday && date.Month == number && date.Day == day);
    }

    // 2026-12-08, 12/8/2026, 12/8. In Spanish the day may come first.
    private static Mention.Day? Numeric(Passage passage, int at)
    {
        var token = passage[at];
        if (token.Kind is not TokenKind.Number || token.Norm.AsSpan().IndexOfAny('/', '-') < 0 || token.Money)
        {
            return null;
        }

        var parts = token.Norm.Split('/', '-');
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], out numbers[i]))
            {
                return null;
            }
        }

        var spanish = passage.IsSpanish;
        return numbers switch
        {
            [> 1900, var month, var day] => new(at, at + 1, date => (date.Month, date.Day, date.Year) == (month, day, numbers[0])),
            [var a, var b, var year] => new(at, at + 1, date => IsMonthDay(date, a, b, spanish) && date.Year % 100 == year % 100),
            [<= 31 and var a, <= 31 and var b] when token.Norm.Contains('/', StringComparison.Ordinal) => new(at, at + 1, date => IsMonthDay(date, a, b, spanish)),
            _ => null,
        };
    }

    private static bool IsMonthDay(DateOnly date, int a, int b, bool spanish) =>
        (date.Month == a && date.Day == b) || (spanish && date.Month == b && date.Day == a);

    private static Mention.Day? Written(Passage passage, int at, DateOnly? today)
    {
        if (Parts.Connector(passage, at) > 0)
        {
            return null;
        }

        var near = (passage[at].Norm, passage.WordAt(at + 1, at)) switch
        {
            ("next" or "proximo", _) => Nearness.Next,
            ("this" or "este" or "coming", _) => Nearness.This,
            ("last" or "pasado", _) => Nearness.Last,
            _ => Nearness.Unsaid,
        };
        var from = near is Nearness.Unsaid ? at : at + 1;
        var found = default(Parts);
        var to = from;
        while (to < passage.Count && passage[to].Sentence == passage[at].Sentence && found.Take(passage, ref to))
        {
        }

        if (to == from || !found.IsDay(passage, from))
        {
            return null;
        }

        if (near is Nearness.Unsaid && passage.WordAt(to, at) is "que" && passage.WordAt(to + 1, at) is "viene" or "entra")
        {
            (near, to) = (Nearness.Next, to + 2);
        }
        else if (near is Nearness.Unsaid && passage.IsSpanish && passage.WordAt(to, at) is "proximo")
        {
            (near, to) = (Nearness.Next, to + 1);
        }

        return new(at, to, date => found.Fits(date) && IsNear(date, near, today))
        {
            IsBareWeekday = near is Nearness.Unsaid && found is { Weekday: not null, Day: 0, Month: 0 },
            NeedsToday = near is not Nearness.Unsaid,
        };
    }

    private static bool IsNear(DateOnly date, Nearness near, DateOnly? today) => near switch
    {
        Nearness.Unsaid => true,
        _ when today is null => false,
        Nearness.Last => date < today && date >= today.Value.AddDays(-14),
        Nearness.This => date >= today && date <= today.Value.AddDays(7),
        _ => date > today && date <= today.Value.AddDays(13),
    };

    private enum Nearness
    {
        Unsaid,
        This,
        Next,
        Last,
    }

    private struct Parts
    {
        public DayOfWeek? Weekday;
        public int Day;
        public int Month;
        public int Year;
        private bool _ordinal;

        public readonly bool Fits(DateOnly date) =>
            (Weekday is null || Weekday == date.DayOfWeek) && (Day is 0 || Day == date.Day) && (Month is 0 || Month == date.Month) && (Year is 0 || Year == date.Year);

        // "the 13th" and "el 14" name a day by themselves, a bare number does not.
        public readonly bool IsDay(Passage passage, int from)
        {
            var before = passage.WordAt(from - 1, from);
            return Weekday is not null || (Day > 0 && (Month > 0 || (_ordinal && before is "the" or "el" && Ends(passage, from)) || (passage.IsSpanish && before is "el" or "del" or "dia" && !(before is "del" && passage.WordAt(from + 1, from) is "al"))));
        }

        // "the 13th at noon" is a day, "the 2nd floor" and "the first week" are not.
        private static bool Ends(Passage passage, int from)
        {
            var to = from + (passage[from].Kind is TokenKind.Number ? 2 : 1);
            return passage[from].Kind is TokenKind.Number && (passage.WordAt(to, from) is "" or "at" or "of" or "in" or "from" or "by" or "if" or "and" or "or" or "for" or "with" or "between" or "to" or "is" or "works" || passage[to].Gap >= Gap.Comma);
        }

        public bool Take(Passage passage, ref int at)
        {
            var skipped = Connector(passage, at);
            var here = at + skipped;
            if (here >= passage.Count || passage[here].Sentence != passage[at].Sentence)
            {
                return false;
            }

            if (Weekday is null && Day is 0 && CalendarWords.Weekday(passage[here]) is { } weekday)
            {
                Weekday = weekday;
                at = here + 1;
                return true;
            }

            if (TakeMonth(passage, here) || TakeYear(passage, here))
            {
                at = here + 1;
                return true;
            }

            return TakeDay(passage, here, skipped, ref at);
        }

        public static int Connector(Passage passage, int at)
        {
            var first = passage[at].Norm;
            return first is "the" or "of" or "el" or "de" or "del" or "on" or "dia" ? (passage.WordAt(at + 1, at) is "dia" or "el" ? 2 : 1) : 0;
        }

        private bool TakeMonth(Passage passage, int at)
        {
            var month = Month is 0 ? CalendarWords.Month(passage[at]) : 0;
            if (month is 0 || (CalendarWords.IsWordToo(passage[at].Norm) && Day is 0 && !DayFollows(passage, at)))
            {
                return false;
            }

            Month = month;
            return true;
        }

        private static bool DayFollows(Passage passage, int at) =>
            at + 1 < passage.Count && passage.WordAt(at + 1, at).Length > 0 && ReadDay(passage, passage[at + 1].Norm is "the" && at + 2 < passage.Count ? at + 2 : at + 1, out _, out _) > 0;

        private bool TakeYear(Passage passage, int at)
        {
            if (Month is 0 || Year is not 0 || passage[at].Kind is not TokenKind.Number || passage[at].Norm is not ['1' or '2', _, _, _] || !int.TryParse(passage[at].Norm, out var year))
            {
                return false;
            }

            Year = year;
            return true;
        }

        private bool TakeDay(Passage passage, int at, int skipped, ref int next)
        {
            var skips = skipped > 0 && Weekday is not null && Month is 0 && passage[at - 1].Norm is "de";   // "viernes, de 8 a 4"
            if (skips || Day is not 0 || (skipped > 0 && Weekday is null && Month is 0))
            {
                return false;
            }

            var day = ReadDay(passage, at, out var length, out var ordinal);
            if (day is 0 || (Weekday is not null && Month is 0 && !ordinal && (!passage.IsSpanish || IsTimeOrCount(passage, at + length, at)) && !MonthFollows(passage, at + length, at)))
            {
                return false;
            }

            (Day, _ordinal, next) = (day, ordinal, at + length);
            return true;
        }

        private static bool MonthFollows(Passage passage, int after, int beside) =>
            passage.WordAt(after, beside).Length > 0 && CalendarWords.Month(passage[passage[after].Norm is "of" or "de" && after + 1 < passage.Count ? after + 1 : after]) > 0;

        private static bool IsTimeOrCount(Passage passage, int after, int beside) =>
            passage.WordAt(after, beside) is "para" || (passage.WordAt(after, beside) is "y" && passage.WordAt(after + 1, beside) is "media" or "cuarto") || (passage.WordAt(after, beside) is "en" && passage.WordAt(after + 1, beside) is "punto") || passage.WordAt(after, beside) is "am" or "pm" or "oclock" or "a" or "p" && (passage[after].Norm.Length > 1 || passage[after].Gap is Gap.Nothing);

        private static int ReadDay(Passage passage, int at, out int length, out bool ordinal)
        {
            ordinal = true;
            if (NumberWords.Ordinal(passage, at, out length) is > 0 and var named)
            {
                return named;
            }

            var value = passage[at].Money || passage[at].Percent || passage[at].Norm.AsSpan().ContainsAny(":/.,-") ? 0 : NumberWords.Read(passage, at, out length);
            var suffix = passage[at].Kind is TokenKind.Number && at + 1 < passage.Count && passage[at + 1].Gap is Gap.Nothing && passage[at + 1].Norm is "st" or "nd" or "rd" or "th";
            ordinal = suffix;
            length += suffix ? 1 : 0;
            var clock = !suffix && passage.WordAt(at + length, at) is "am" or "pm" or "oclock" or "percent";
            return length > 0 && value is >= 1 and <= 31 && !clock ? (int)value : 0;
        }
    }
}
