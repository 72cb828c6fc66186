using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>Every time of day that a draft names is one of the facts, on the day that the draft puts it.</summary>
public sealed record NoInventedTimes : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        foreach (var clock in reading.Mentions.OfType<Mention.Clock>())
        {
            var timed = reading.Facts.Dated.FindAll(fact => fact.Time is not null);
            var candidates = DatedFacts.For(reading, clock, timed).FindAll(fact => fact.Day is not { } day || IsOnTheDaySaid(reading, clock, day));
            if (candidates.Exists(fact => Fits(clock, fact)) || IsScale(reading, clock) || IsHour(reading.Facts, clock))
            {
                continue;
            }

            var words = reading.Passage.Written(clock.From, clock.To);
            yield return timed.Count > 0
                ? new(Codes.WrongFact, $"\"{words}\" is not the time that the facts give.")
                : new(Codes.InventedFact, $"\"{words}\" is a time that the facts do not give.");
        }
    }

    // "Reply 1 to 5" names no time.
    private static bool IsScale(DraftReading reading, Mention.Clock clock)
    {
        for (var i = clock.From; i < clock.To; i++)
        {
            if (!reading.Explained[i])
            {
                return false;
            }
        }

        return true;
    }

    // Opening hours are often written as bare numbers: "Mon-Fri 9-5".
    private static bool IsHour(KnownFacts facts, Mention.Clock clock) =>
        clock.Minute is 0 && facts.Amounts.Exists(fact => fact.Value == clock.Hour && Units.Of(fact.Unit).Length is 0 && fact.Name.Contains("hour", StringComparison.Ordinal) && clock.Half is HalfOfDay.Unsaid);

    private static bool Fits(Mention.Clock clock, DatedFact fact) => fact.LooseHalf is HalfOfDay.Unsaid
        ? fact.Time!.Value.Minute == clock.Minute && fact.Time.Value.Hour % 12 == clock.Hour % 12
        : clock.Fits(fact.Time!.Value);

    // The day named before it in the same sentence binds the time, unless one follows at once: "Monday at 10, or Tuesday at 4", "at 10 on Tuesday".
    private static bool IsOnTheDaySaid(DraftReading reading, Mention.Clock clock, DateOnly day)
    {
        var passage = reading.Passage;
        var days = reading.Mentions.OfType<Mention.Day>().Where(mention => passage[mention.From].Sentence == passage[clock.From].Sentence).ToList();
        var behind = days.Find(mention => mention.From >= clock.To && mention.From - clock.To <= 2 && passage[clock.To].Gap < Gap.Comma && Enumerable.Range(clock.To, mention.From - clock.To).All(i => passage[i].Norm is "on" or "this" or "el" or "este" or "de" or "del" or "the"));
        var bound = behind ?? days.FindLast(mention => mention.To <= clock.From) ?? days.MinBy(mention => Math.Abs(mention.From - clock.From));
        var saysVisit = passage.WordAt(clock.To, clock.From) is "visit" or "appointment" or "cita" or "visita";   // "your 9 AM visit is now Thursday"
        return bound is null || bound.Fits(day) || (saysVisit && days.Exists(mention => mention.Fits(day)));
    }
}
