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
    }

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
        return (day.IsToday && (reading.Facts.Has("today") || reading.Facts.AllowsAny(["anniversary"]) || IsCheckIn(reading, day)))
            || (day.IsBareWeekday && CalendarWords.Weekday(passage[day.To - 1]) is { } weekday && reading.Facts.Weekdays.Contains(weekday))
            || (day.IsHoliday && Enumerable.Range(day.From, day.To - day.From).All(i => reading.Facts.StatesStem(passage[i].Norm)))
            || (day.IsHoliday && (passage.WordAt(day.From - 1, day.From) is "happy" or "merry" or "feliz" || passage[day.From].Norm is "happy") && reading.Facts.Today is { } today && Enumerable.Range(-3, 10).Any(i => day.Fits(today.AddDays(i))))
            || IsNameToo(reading, day);
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

    private static Violation? CheckHalf(DraftReading reading, Mention.PartOfDay half)
    {
        var times = reading.Facts.Dated.Where(fact => fact.Time is not null).ToList();
        var fits = times.Exists(fact => fact.Time!.Value.Hour < 12 == (half.Of is HalfOfDay.Am));
        return fits || (times.Count is 0 && reading.Passage.Asks(half.From)) || reading.Facts.StatesStem(reading.Passage[half.To - 1].Norm)
            ? null
            : new(times.Count > 0 ? Codes.WrongFact : Codes.InventedFact, $"\"{reading.Passage.Written(half.From, half.To)}\" is not when the facts say.");
    }
}
