namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>A name of the facts and the time or price that is its own.</summary>
internal sealed class Binding(HashSet<string> words, TimeOnly? time, decimal? price)
{
    private HashSet<string> Words { get; } = words;

    /// <summary>Told from the names of single facts (<c>insurance_estimate</c>): the name must stand in the same clause as the price.</summary>
    public bool IsLoose { get; init; }

    public override string ToString() => "binding";

    private bool HasTime => time is not null;

    private bool HasPrice => price is not null;

    public bool Names(string norm) => Words.Contains(norm);

    public bool IsOfKind(Mention mention) => mention is Mention.Clock ? time is not null : price is not null;

    public bool Fits(Mention mention) => mention switch
    {
        Mention.Clock clock => time is { } own && clock.Fits(own),
        Mention.Amount { IsMoney: true } amount => price == amount.Value,
        _ => false,
    };

    /// <summary>What a fact sheet binds: each of several visits with a name of its own, each item of a price list.</summary>
    public static List<Binding> Of(FactSheet sheet, bool isSpanish)
    {
        var found = new List<Binding>();
        foreach (var fact in sheet.Facts)
        {
            if (fact.Value is FactValue.Several several)
            {
                found.AddRange(several.Items.OfType<FactValue.Group>().Select(group => OfGroup(group, isSpanish)).OfType<Binding>());
            }
            else if (fact.Value is FactValue.Group { Facts: var items } && fact.Name.Contains("price", StringComparison.Ordinal))
            {
                found.AddRange(items.Select(item => new Binding(WordsOf(item.Name.Replace('_', ' '), isSpanish), null, PriceOf(item.Value, isSpanish))).Where(each => each.HasPrice));
            }
        }

        if (found.Exists(each => each.HasTime) && sheet.Find("appointment_local")?.Value is FactValue.Moment own && sheet.Find("preferred_name")?.Value is FactValue.Text name)
        {
            found.Add(new Binding(WordsOf(name.Words, isSpanish), TimeOnly.FromDateTime(own.Local), null));
        }

        found.AddRange(Loose(sheet, isSpanish));

        // A word that two names share tells neither.
        var shared = found.SelectMany(each => each.Words).GroupBy(word => word, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        found.ForEach(each => each.Words.ExceptWith(shared));
        found.RemoveAll(each => each.Words.Count is 0);
        return found;
    }

    // estimate $640, insurance_estimate $400: "insurance" is the word of the second.
    private static IEnumerable<Binding> Loose(FactSheet sheet, bool isSpanish)
    {
        var prices = sheet.Facts.Where(fact => fact.Value is FactValue.Text && PriceOf(fact.Value, isSpanish) is not null).ToList();
        return prices.Count < 2 ? [] : prices.Select(fact => new Binding(WordsOf(fact.Name.Replace('_', ' '), isSpanish), null, PriceOf(fact.Value, isSpanish)) { IsLoose = true });
    }

    private static Binding? OfGroup(FactValue.Group group, bool isSpanish)
    {
        var time = group.Facts.Select(fact => fact.Value).OfType<FactValue.Moment>().FirstOrDefault();
        var words = group.Facts.Select(fact => fact.Value).OfType<FactValue.Text>().SelectMany(text => WordsOf(text.Words, isSpanish)).ToHashSet(StringComparer.Ordinal);
        return time is null || words.Count is 0 ? null : new Binding(words, TimeOnly.FromDateTime(time.Local), null);
    }

    private static decimal? PriceOf(FactValue value, bool isSpanish) => value switch
    {
        FactValue.Number number => number.Amount,
        FactValue.Text text => MentionReader.Read(Passage.Of(text.Words, isSpanish), null).OfType<Mention.Amount>().Where(amount => amount.IsMoney).Select(amount => (decimal?)amount.Value).FirstOrDefault(),
        _ => null,
    };

    private static HashSet<string> WordsOf(string words, bool isSpanish) =>
        Passage.Of(words, isSpanish).Tokens.Select(token => token.Norm).Where(norm => norm.Length > 2 && norm is not ("the" or "and" or "dra" or "con" or "del" or "with")).ToHashSet(StringComparer.Ordinal);
}
