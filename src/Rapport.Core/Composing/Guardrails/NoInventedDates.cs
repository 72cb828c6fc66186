using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>Every day, weekday, holiday and month that a draft names is one of the facts, worked out from the day of writing.</summary>
public sealed record NoInventedDates : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        foreach (var mention in reading.Mentions)
        {
            var violation = mention switch
            {
                Mention.Day day => CheckDay(reading, day),
                Mention.Month month => CheckMonth(reading, month),
                Mention.PartOfDay half => CheckHalf(reading, half),
                _ => null,
            };
            if (violation is not null)
            {
                yield return violation;
            }
        }

        foreach (var violation in AnyDay(reading))
        {
            yield return violation;
        }
    }

    // "Our phones are down today": the facts tell of no day, so what they tell is of now.
    private static bool IsNow(DraftReading reading, Mention.Day day) =>
        reading.Facts.Today is not null && reading.Facts.Dated.Count is 0 && Enumerable.Range(reading.Passage.SentenceStart(day.From), day.From - reading.Passage.SentenceStart(day.From)).Any(i => reading.Passage[i].Norm is "is" or "are" or "esta" or "estan" or "estamos");

    // "any weekday" while the facts say Monday to Thursday.
    private static IEnumerable<Violation> AnyDay(DraftReading reading)
    {
        var passage = reading.Passage;
        for (var i = 0; reading.Facts.Weekdays.Count is > 0 and < 7 && i < passage.Count; i++)
        {
            var all = passage[i].Norm is "weekday" or "weekdays" or "semana" && (passage[i].Norm is not "semana" || passage.WordAt(i - 1, i) is "entre") ? 5
                : passage[i].Norm is "day" or "dias" && passage.WordAt(i - 1, i) is "every" or "los" && (passage[i].Norm is "day" || passage.WordAt(i - 2, i) is "todos") ? 7 : 0;
            var isOpen = all is 5 ? Enumerable.Range(1, 5).All(day => reading.Facts.Weekdays.Contains((DayOfWeek)day)) : all is 0 || IsCheckIn(reading, i);
            if (!isOpen)
            {
                yield return new(Codes.WrongFact, $"\"{passage.Written(i)}\" is more days than the facts give.");
            }
        }
    }

    private static bool IsCheckIn(DraftReading reading, int at) => reading.Facts.StatesStem("every") || reading.Facts.StatesStem("daily") || reading.Explained[at];

    private static Violation? CheckDay(DraftReading reading, Mention.Day day)
    {
        var facts = reading.Facts;
        if (IsNeededNoFact(reading, day))
        {
            return null;
        }

        var dated = facts.Dated.Where(fact => fact.Day is not null).ToList();
        var candidates = DatedFacts.For(reading, day, dated);
        if (candidates.Exists(fact => day.Fits(fact.Day!.Value)) || FitsAMonth(reading, day))
        {
            return null;
        }

        var words = reading.Passage.Written(day.From, day.To);
        return dated.Count > 0
            ? new(Codes.WrongFact, $"\"{words}\" is not the day that the facts give.")
            : new(Codes.InventedFact, $"\"{words}\" is a day that the facts do not give.");
    }

    private static bool IsNeededNoFact(DraftReading reading, Mention.Day day)
    {
        var passage = reading.Passage;
        return IsCalendarTruth(reading, day) || Enumerable.Range(day.From, day.To - day.From).All(reading.IsInCourtesy) || (day.IsToday && (reading.Facts.Has("today") || reading.Facts.AllowsAny(["anniversary"]) || IsCheckIn(reading, day) || IsNow(reading, day)))
            || (day.IsBareWeekday && CalendarWords.Weekday(passage[day.To - 1]) is { } weekday && reading.Facts.Weekdays.Contains(weekday))
            || (day.IsHoliday && Enumerable.Range(day.From, day.To - day.From).All(i => reading.Facts.StatesStem(passage[i].Norm)))
            || (day.IsHoliday && (passage.WordAt(day.From - 1, day.From) is "happy" or "merry" or "feliz" || passage[day.From].Norm is "happy") && reading.Facts.Today is { } today && Enumerable.Range(-3, 10).Any(i => day.Fits(today.AddDays(i))))
            || IsNameToo(reading, day);
    }

    // "The Fourth of July falls on a Sunday this year", "the clocks go back on Sunday": true of the calendar, whatever the facts.
    private static bool IsCalendarTruth(DraftReading reading, Mention.Day day)
    {
        var passage = reading.Passage;
        if (reading.Facts.Today is not { } today)
        {
            return false;
        }

        var sentence = Enumerable.Range(passage.SentenceStart(day.From), passage.SentenceEnd(day.From) - passage.SentenceStart(day.From)).ToList();
        if (sentence.Exists(i => passage[i].Norm is "clocks" or "relojes"))
        {
            return Enumerable.Range(0, 8).Select(i => today.AddDays(i)).Any(date => day.Fits(date) && Holidays.ClocksChange(date));
        }

        if (!sentence.Exists(i => passage[i].Norm is "falls" or "fall" or "cae"))
        {
            return false;
        }

        var holiday = reading.Mentions.OfType<Mention.Day>().FirstOrDefault(other => other.IsHoliday && sentence.Contains(other.From));
        return holiday is not null && (day == holiday || Math.Abs(day.From - holiday.To) <= 4) && Enumerable.Range(0, 90).Select(i => today.AddDays(i)).Any(date => holiday.Fits(date) && day.Fits(date));
    }

    // "How are you today?", "¿Cómo le va esta semana?" ask about now and claim nothing.
    private static bool IsCheckIn(DraftReading reading, Mention.Day day) =>
        (reading.Passage.Asks(day.From) && reading.Facts.Dated.Count is 0)
        || Enumerable.Range(day.From, day.To - day.From).All(i => reading.Explained[i])
        || reading.Facts.Phrases.Exists(phrase => phrase.Contains(reading.Passage.Written(day.From, day.To), StringComparison.OrdinalIgnoreCase))
        || (reading.Facts.Has("question") && reading.Facts.StatesStem(reading.Passage[day.To - 1].Norm));

    private static bool IsNameToo(DraftReading reading, Mention.Day day) =>
        day.To - day.From is 1 && reading.Passage[day.From].Capital && reading.Facts.IsCapitalised(reading.Passage[day.From].Norm);

    private static bool FitsAMonth(DraftReading reading, Mention.Day day) =>
        reading.Facts.Months.Exists(month => month.Year > 0 && day.Fits(new DateOnly(month.Year, month.Month, 1)) && day.Fits(new DateOnly(month.Year, month.Month, 28)));

    private static Violation? CheckMonth(DraftReading reading, Mention.Month month)
    {
        var facts = reading.Facts;
        var isKnown = facts.Months.Exists(fact => fact.Month == month.Number && (month.Year is null || fact.Year == month.Year))
            || facts.Dated.Exists(fact => fact.Day is { } day && day.Month == month.Number && (month.Year is null || day.Year == month.Year))
            || (month.Year is null && facts.Today?.Month == month.Number && facts.StatesStem(reading.Passage[month.From].Norm))
            || facts.IsCapitalised(reading.Passage[month.From].Norm);
        return isKnown ? null : new(facts.Months.Count > 0 ? Codes.WrongFact : Codes.InventedFact, $"\"{reading.Passage.Written(month.From, month.To)}\" is a month that the facts do not give.");
    }

    // "Tell us which morning or afternoon suits you" leaves it open.
    private static bool IsChoice(Passage passage, Mention.PartOfDay half) =>
        Enumerable.Range(passage.SentenceStart(half.From), passage.SentenceEnd(half.From) - passage.SentenceStart(half.From)).Any(i => passage[i].Norm is "which" or "what" or "whether" or "cual" or "que" or "or" or "o");

    private static Violation? CheckHalf(DraftReading reading, Mention.PartOfDay half)
    {
        var times = reading.Facts.Dated.Where(fact => fact.Time is not null).ToList();
        var fits = times.Exists(fact => fact.Time!.Value.Hour < 12 == (half.Of is HalfOfDay.Am));
        return fits || (times.Count is 0 && (reading.Passage.Asks(half.From) || IsChoice(reading.Passage, half))) || reading.Facts.StatesStem(reading.Passage[half.To - 1].Norm)
            ? null
            : new(times.Count > 0 ? Codes.WrongFact : Codes.InventedFact, $"\"{reading.Passage.Written(half.From, half.To)}\" is not when the facts say.");
    }
}
