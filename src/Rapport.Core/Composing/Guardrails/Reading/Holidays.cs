namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Holidays that are known by name, worked out for any year.</summary>
internal static class Holidays
{
    private static readonly (string[] Words, Func<int, DateOnly> On)[] Named =
    [
        (["new", "year", "eve"], year => new(year, 12, 31)), (["new", "year", "day"], year => new(year, 1, 1)), (["happy", "new", "year"], year => new(year, 1, 1)),
        (["ano", "nuevo"], year => new(year, 1, 1)), (["fin", "de", "ano"], year => new(year, 12, 31)), (["nochevieja"], year => new(year, 12, 31)),
        (["dia", "de", "reyes"], year => new(year, 1, 6)), (["reyes", "magos"], year => new(year, 1, 6)), (["three", "kings", "day"], year => new(year, 1, 6)),
        (["martin", "luther", "king"], year => Nth(3, DayOfWeek.Monday, year, 1)), (["mlk", "day"], year => Nth(3, DayOfWeek.Monday, year, 1)),
        (["valentine", "day"], year => new(year, 2, 14)), (["san", "valentin"], year => new(year, 2, 14)), (["presidents", "day"], year => Nth(3, DayOfWeek.Monday, year, 2)),
        (["president", "day"], year => Nth(3, DayOfWeek.Monday, year, 2)), (["dia", "de", "los", "presidentes"], year => Nth(3, DayOfWeek.Monday, year, 2)),
        (["st", "patrick", "day"], year => new(year, 3, 17)), (["ash", "wednesday"], year => Easter(year).AddDays(-46)), (["miercoles", "de", "ceniza"], year => Easter(year).AddDays(-46)),
        (["holy", "thursday"], year => Easter(year).AddDays(-3)), (["jueves", "santo"], year => Easter(year).AddDays(-3)),
        (["good", "friday"], year => Easter(year).AddDays(-2)), (["viernes", "santo"], year => Easter(year).AddDays(-2)),
        (["easter", "monday"], year => Easter(year).AddDays(1)), (["lunes", "de", "pascua"], year => Easter(year).AddDays(1)), (["easter"], Easter), (["pascua"], Easter),
        (["mother", "day"], year => Nth(2, DayOfWeek.Sunday, year, 5)), (["dia", "de", "las", "madres"], year => new(year, 5, 10)), (["dia", "de", "la", "madre"], year => new(year, 5, 10)),
        (["cinco", "de", "mayo"], year => new(year, 5, 5)), (["memorial", "day"], year => Last(DayOfWeek.Monday, year, 5)), (["dia", "de", "los", "caidos"], year => Last(DayOfWeek.Monday, year, 5)),
        (["father", "day"], year => Nth(3, DayOfWeek.Sunday, year, 6)), (["dia", "del", "padre"], year => Nth(3, DayOfWeek.Sunday, year, 6)), (["juneteenth"], year => new(year, 6, 19)),
        (["independence", "day"], year => new(year, 7, 4)), (["fourth", "of", "july"], year => new(year, 7, 4)), (["july", "fourth"], year => new(year, 7, 4)),
        (["dia", "de", "la", "independencia"], year => new(year, 7, 4)), (["cuatro", "de", "julio"], year => new(year, 7, 4)),
        (["labor", "day"], year => Nth(1, DayOfWeek.Monday, year, 9)), (["dia", "del", "trabajo"], year => Nth(1, DayOfWeek.Monday, year, 9)),
        (["columbus", "day"], year => Nth(2, DayOfWeek.Monday, year, 10)), (["indigenous", "peoples", "day"], year => Nth(2, DayOfWeek.Monday, year, 10)),
        (["candelaria"], year => new(year, 2, 2)), (["dia", "de", "la", "candelaria"], year => new(year, 2, 2)), (["groundhog", "day"], year => new(year, 2, 2)), (["earth", "day"], year => new(year, 4, 22)), (["dia", "del", "nino"], year => new(year, 4, 30)),
        (["flag", "day"], year => new(year, 6, 14)), (["election", "day"], year => Nth(1, DayOfWeek.Monday, year, 11).AddDays(1)), (["black", "friday"], year => Nth(4, DayOfWeek.Thursday, year, 11).AddDays(1)), (["boxing", "day"], year => new(year, 12, 26)),
        (["todos", "los", "santos"], year => new(year, 11, 1)), (["palm", "sunday"], year => Easter(year).AddDays(-7)), (["domingo", "de", "ramos"], year => Easter(year).AddDays(-7)), (["sabado", "de", "gloria"], year => Easter(year).AddDays(-1)),
        (["grandparents", "day"], year => Nth(1, DayOfWeek.Monday, year, 9).AddDays(6)), (["columbus"], year => Nth(2, DayOfWeek.Monday, year, 10)), (["dia", "de", "la", "raza"], year => new(year, 10, 12)),
        (["halloween"], year => new(year, 10, 31)), (["dia", "de", "muertos"], year => new(year, 11, 2)), (["dia", "de", "los", "muertos"], year => new(year, 11, 2)),
        (["veterans", "day"], year => new(year, 11, 11)), (["veteran", "day"], year => new(year, 11, 11)), (["dia", "de", "los", "veteranos"], year => new(year, 11, 11)),
        (["thanksgiving"], year => Nth(4, DayOfWeek.Thursday, year, 11)), (["accion", "de", "gracias"], year => Nth(4, DayOfWeek.Thursday, year, 11)),
        (["christmas", "eve"], year => new(year, 12, 24)), (["nochebuena"], year => new(year, 12, 24)), (["christmas"], year => new(year, 12, 25)), (["navidad"], year => new(year, 12, 25)),
    ];

    private static readonly ILookup<string, (string[] Words, Func<int, DateOnly> On)> ByFirstWord = Named.ToLookup(each => each.Words[0], StringComparer.Ordinal);

    public static bool MayStart(string norm) => ByFirstWord.Contains(norm);

    /// <summary>The holiday named at a token, and how many tokens its name takes.</summary>
    public static Func<int, DateOnly>? At(Passage passage, int at, out int length)
    {
        foreach (var (words, on) in ByFirstWord[passage[at].Norm])
        {
            var same = true;
            for (var i = 1; i < words.Length && same; i++)
            {
                same = passage.WordAt(at + i, at) == words[i];
            }

            if (same)
            {
                length = words.Length;
                return on;
            }
        }

        length = 0;
        return null;
    }

    /// <summary>Whether clocks change that day in most of the United States: the second Sunday of March, the first of November.</summary>
    public static bool ClocksChange(DateOnly date) => date == Nth(2, DayOfWeek.Sunday, date.Year, 3) || date == Nth(1, DayOfWeek.Sunday, date.Year, 11);

    private static DateOnly Nth(int nth, DayOfWeek weekday, int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + ((nth - 1) * 7));
    }

    private static DateOnly Last(DayOfWeek weekday, int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    }

    // The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var month = (h + l - (7 * m) + 114) / 31;
        return new(year, month, ((h + l - (7 * m) + 114) % 31) + 1);
    }
}
