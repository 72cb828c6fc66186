using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>Every number, price and length of time, in digits or words, is in the facts or follows from them by plain arithmetic.</summary>
public sealed record NoInventedAmounts : Guardrail
{
    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        foreach (var amount in reading.Mentions.OfType<Mention.Amount>())
        {
            if (IsKnown(reading, amount))
            {
                continue;
            }

            var sameKind = reading.Facts.Amounts.Exists(fact => IsSameKind(fact, amount));
            yield return new(sameKind ? Codes.WrongFact : Codes.InventedFact, $"\"{reading.Passage.Written(amount.From, amount.To)}\" is an amount that the facts do not give.");
        }

        foreach (var phone in reading.Passage.Tokens)
        {
            if (phone.Kind is TokenKind.Phone && !reading.Facts.Phones.Contains(phone.Norm))
            {
                yield return new(reading.Facts.Phones.Count > 0 ? Codes.WrongFact : Codes.InventedFact, $"{phone.Norm} is not a phone number of the facts.");
            }
        }

        foreach (var violation in Halves(reading))
        {
            yield return violation;
        }
    }

    private static bool IsKnown(DraftReading reading, Mention.Amount amount)
    {
        var passage = reading.Passage;
        var word = passage[amount.From].Norm;
        var next = passage.WordAt(amount.From + 1, amount.From);
        if (IsEmergencyLine(passage, amount) || IsPronoun(word, next, amount) || IsInWords(reading, amount) || Enumerable.Range(amount.From, amount.To - amount.From).All(i => reading.Explained[i]))
        {
            return true;
        }

        if (IsNextSession(reading, amount))
        {
            return true;
        }

        if (IsYear(reading.Facts, amount) || IsShare(reading, amount) || IsSum(reading, amount) || IsWhatIsLeft(reading, amount) || IsCountOfDates(reading.Facts, amount))
        {
            return true;
        }

        return IsLeft(reading, amount) is { } left ? left : reading.Facts.Amounts.Exists(fact => IsSameKind(fact, amount) && fact.Value == amount.Value) || IsTimeBetween(reading.Facts, amount);
    }

    // A preferred name such as "Seven", or a street number, is known by its words.
    private static bool IsInWords(DraftReading reading, Mention.Amount amount)
    {
        var token = reading.Passage[amount.From];
        return amount.Unit.Length is 0 && !token.Money && ((token.Capital && reading.Facts.IsCapitalised(token.Norm)) || (token.Kind is TokenKind.Number && IsWrittenSo(reading.Facts, reading.Passage.Written(amount.From))));
    }

    private static bool IsWrittenSo(KnownFacts facts, string number) =>
        facts.Phrases.Exists(phrase => phrase.Split(' ').Contains(number, StringComparer.Ordinal) && phrase.Any(char.IsLetter));

    private static bool IsEmergencyLine(Passage passage, Mention.Amount amount) =>
        passage[amount.From].Norm is "911" or "988" && passage.WordAt(amount.From - 1, amount.From) is "call" or "dial" or "text" or "al" or "marque" or "llame";

    // "one" as a pronoun or article counts nothing: "want one?", "one of us", "one more thing".
    private static bool IsPronoun(string word, string next, Mention.Amount amount) =>
        word is "one" or "uno" && amount.Unit is not ("minute" or "hour" or "day" or "week" or "month" or "year" or Units.Money)
        && !(next is "left" or "more" or "opening" or "spot" or "slot" or "session" or "visit" or "payment" or "hundred" or "remaining" or "percent");

    private static bool IsSameKind(AmountFact fact, Mention.Amount amount)
    {
        if (amount.IsMoney || fact.IsMoney)
        {
            return amount.IsMoney && (fact.IsMoney || fact.Name.Contains("price", StringComparison.Ordinal) || fact.Name.Contains("cost", StringComparison.Ordinal)
                || fact.Name.Contains("balance", StringComparison.Ordinal) || fact.Name.Contains("fee", StringComparison.Ordinal) || fact.Name.Contains("amount", StringComparison.Ordinal)
                || fact.Name.Contains("copay", StringComparison.Ordinal) || fact.Name.Contains("refund", StringComparison.Ordinal))
                || (!amount.IsMoney && amount.Value == fact.Value && amount.Value == 0);
        }

        var unit = Units.Of(fact.Unit) is { Length: > 0 } ofFact ? ofFact : fact.Unit is "minute" or "hour" or "day" or "week" or "month" or "year" or "percent" ? fact.Unit : NameUnit(fact.Name);
        var isUnit = amount.Unit is "minute" or "hour" or "day" or "week" or "month" or "year" or "percent";
        return unit.Length is 0 ? !isUnit || fact.Unit.Length is 0 : unit == amount.Unit;
    }

    private static string NameUnit(string name)
    {
        foreach (var word in name.Split('_', '.'))
        {
            if (Units.Of(word) is { Length: > 0 } unit and not "hour")
            {
                return unit;
            }
        }

        return "";
    }

    // "best wishes for 2027"
    private static bool IsYear(KnownFacts facts, Mention.Amount amount) =>
        amount.Unit.Length is 0 && amount.Value is > 2000 and < 2100 && (facts.Today?.Year == amount.Value || facts.Dated.Exists(fact => fact.Day?.Year == amount.Value));

    // "split into two payments, each one is $106"
    private static bool IsShare(DraftReading reading, Mention.Amount amount)
    {
        var passage = reading.Passage;
        var says = Enumerable.Range(passage.SentenceStart(amount.From), passage.SentenceEnd(amount.From) - passage.SentenceStart(amount.From)).Any(i => passage[i].Norm is "each" or "split" or "evenly" or "apiece" or "cada" or "partes");
        return amount.IsMoney && says && reading.Facts.Amounts.Exists(total => total.IsMoney && reading.Facts.Amounts.Exists(parts => !parts.IsMoney && parts.Value is > 1 and < 49 && decimal.Round(total.Value / parts.Value, 2) == amount.Value));
    }

    // "Two Fridays off", "the two of them": as many as the facts list.
    private static bool IsCountOfDates(KnownFacts facts, Mention.Amount amount) =>
        amount.Unit is not ("minute" or "hour" or "week" or "month" or "year" or "percent" or Units.Money)
        && (facts.Sheet.Facts.Any(fact => fact.Value is FactValue.Several several && (several.Items.Count == amount.Value || (fact.Name.Contains("sibling", StringComparison.Ordinal) && several.Items.Count + 1 == amount.Value))) || (amount.Value is 2 && (facts.TextOf("preferred_name") ?? "").Split(' ').Any(word => word is "and" or "y")));

    // "which would leave $240": one price less another.
    private static bool IsWhatIsLeft(DraftReading reading, Mention.Amount amount)
    {
        var prices = reading.Facts.Amounts.FindAll(fact => fact.IsMoney);
        var passage = reading.Passage;
        var saysRest = Enumerable.Range(passage.SentenceStart(amount.From), passage.SentenceEnd(amount.From) - passage.SentenceStart(amount.From)).Any(i => passage[i].Norm is "leave" or "leaves" or "left" or "remaining" or "rest" or "part" or "resto" or "quedan" or "quedarian" or "parte" or "restante");
        return amount.IsMoney && saysRest && prices.Exists(a => prices.Exists(b => a.Value - b.Value == amount.Value && b.Value > 0));
    }

    // "one hundred fifty-five dollars in all": prices of the facts added up.
    private static bool IsSum(DraftReading reading, Mention.Amount amount)
    {
        var prices = reading.Facts.Amounts.FindAll(fact => fact.IsMoney);
        var passage = reading.Passage;
        var saysSum = Enumerable.Range(passage.SentenceStart(amount.From), passage.SentenceEnd(amount.From) - passage.SentenceStart(amount.From)).Any(i => passage[i].Norm is "all" or "total" or "together" or "altogether" or "both" or "todo" or "junto" or "juntos" or "suma" or "ambos");
        return amount.IsMoney && saysSum && prices.Count > 1
            && (prices.Sum(price => price.Value) == amount.Value || (prices.Count > 2 && prices.Any(a => prices.Any(b => a != b && a.Value + b.Value == amount.Value))));
    }

    // "session three of eight" when two are done.
    private static bool IsNextSession(DraftReading reading, Mention.Amount amount) =>
        DoneOf(reading.Facts) is { Total: > 0 } progress && amount.Value == progress.Done + 1
        && reading.Passage.WordAt(amount.From - 1, amount.From) is "session" or "sesion" or "visit" or "visita" or "number" or "numero";

    // "six left", "quedan seis", "six more to go": the total less what is done, or a fact of its own.
    private static bool? IsLeft(DraftReading reading, Mention.Amount amount)
    {
        var passage = reading.Passage;
        var isLeft = false;
        for (var i = Math.Max(passage.SentenceStart(amount.From), amount.From - 2); i < Math.Min(passage.SentenceEnd(amount.From), amount.To + 3); i++)
        {
            isLeft |= passage[i].Norm is "left" or "remaining" or "remain" or "queda" or "falta" or "quedan" or "restan" or "faltan" || (passage[i].Norm is "go" && passage.WordAt(i - 1, i) is "to");
        }

        var (done, total) = DoneOf(reading.Facts);
        return !isLeft || total is 0 ? null : total - done == amount.Value || reading.Facts.Amounts.Exists(fact => fact.Value == amount.Value && (fact.Name.Contains("left", StringComparison.Ordinal) || fact.Name.Contains("remain", StringComparison.Ordinal)));
    }

    private static (decimal Done, decimal Total) DoneOf(KnownFacts facts)
    {
        var done = facts.Amounts.Find(fact => fact.Name.Contains("done", StringComparison.Ordinal) || fact.Name.Contains("completed", StringComparison.Ordinal));
        var total = facts.Amounts.Find(fact => fact.Name.Contains("total", StringComparison.Ordinal) || fact.Name.Contains("planned", StringComparison.Ordinal));
        return done.Name is null || total.Name is null ? (0, 0) : (done.Value, total.Value);
    }

    private static bool IsTimeBetween(KnownFacts facts, Mention.Amount amount)
    {
        if (facts.Today is not { } today)
        {
            return false;
        }

        return amount.Unit switch
        {
            "day" or "week" => facts.Dated.Exists(fact => fact.Day is { } day && Math.Abs(day.DayNumber - today.DayNumber) == amount.Value * (amount.Unit is "week" ? 7 : 1)),
            "minute" or "hour" => facts.Dated.Exists(a => facts.Dated.Exists(b => a.Day == b.Day && a.Time is { } start && b.Time is { } end && (end - start).TotalMinutes == (double)(amount.Value * (amount.Unit is "hour" ? 60 : 1)) && end > start)),
            "month" => facts.Months.Exists(month => Months(today) - ((month.Year * 12) + month.Month) == amount.Value),
            "year" when facts.Dated.Exists(fact => fact.Day is { } day && Math.Abs((Math.Abs(today.DayNumber - day.DayNumber) / 365.25m) - amount.Value) < 0.05m) => true,
            "year" => facts.Months.Exists(month => Math.Abs(((Months(today) - ((month.Year * 12) + month.Month)) / 12m) - amount.Value) < 0.1m),
            _ => false,
        };
    }

    private static int Months(DateOnly today) => (today.Year * 12) + today.Month;

    private static IEnumerable<Violation> Halves(DraftReading reading)
    {
        var (done, total) = DoneOf(reading.Facts);
        for (var i = 0; i < reading.Passage.Count; i++)
        {
            var isHalf = reading.Passage[i].Norm is "halfway" or "half" or "mitad" || (reading.Passage[i].Norm is "medio" && reading.Passage.WordAt(i + 1, i) is "camino");
            if (isHalf && !reading.Mentions.Exists(mention => mention.From <= i && i < mention.To) && (total is 0 || done * 2 != total))
            {
                yield return new(total > 0 ? Codes.WrongFact : Codes.InventedFact, $"\"{reading.Passage.Written(i)}\" does not follow from the facts.");
            }
        }
    }
}
