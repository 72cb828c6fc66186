using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>Which diseases a product protects against, and which live products need time between them.</summary>
public sealed record ProductTable
{
    private readonly FrozenSet<int> _live = FrozenSet<int>.Empty;
    private readonly FrozenDictionary<(int After, int Of), LiveSpacing> _spacings = FrozenDictionary<(int, int), LiveSpacing>.Empty;

    public required string Source { get; init; }

    public required ValueList<LiveSpacing> Live
    {
        get;
        init
        {
            field = value;
            _live = value.SelectMany(s => s.After).ToFrozenSet();
            _spacings = value
                .SelectMany(s => s.After.SelectMany(after => s.Of.Select(of => KeyValuePair.Create((after, of), s))))
                .DistinctBy(pair => pair.Key)
                .ToFrozenDictionary();
        }
    }

    /// <summary>CVX code to antigens, each with the ages for which the product counts: <c>Measles@1y..</c>.</summary>
    public required FrozenDictionary<int, ValueList<AntigenUse>> Products { get; init; }

    /// <summary>Whether a dose counts towards an antigen at all.</summary>
    public bool Protects(DoseGiven dose, string antigen, DateOnly bornOn)
    {
        if (!Products.TryGetValue(dose.Product, out var antigens))
        {
            return false;
        }

        foreach (var use in antigens)
        {
            if (string.Equals(use.Antigen, antigen, StringComparison.Ordinal))
            {
                return use.CountsOn(dose.On, bornOn);
            }
        }

        return false;
    }

    /// <summary>The first day on which a live product may follow another; null where the two do not disturb each other.</summary>
    public DateOnly? ClearOn(DoseGiven earlier, int product, bool earlierCounts) =>
        _spacings.TryGetValue((earlier.Product, product), out var spacing)
            ? (earlierCounts ? spacing.Valid : spacing.Other).After(earlier.On)
            : null;

    /// <summary>Whether a product is live, so that others may have to wait for it.</summary>
    public bool IsLive(int product) => _live.Contains(product);
}

/// <summary>How long one live product must wait after another.</summary>
/// <param name="After">The products given before.</param>
/// <param name="Of">The products that wait.</param>
/// <param name="Valid">The wait after a dose that counted.</param>
/// <param name="Other">The wait after a dose that did not count.</param>
public sealed record LiveSpacing(ValueList<int> After, ValueList<int> Of, Span Valid, Span Other);

/// <summary>An antigen in a product, and the ages for which it counts: <c>Tetanus@7y..</c>.</summary>
[JsonConverter(typeof(AntigenUseJson))]
public readonly record struct AntigenUse(string Antigen, Span? MinAge, Span? BelowAge)
{
    public bool CountsOn(DateOnly day, DateOnly bornOn) =>
        (MinAge is not { } min || day >= min.After(bornOn)) && (BelowAge is not { } below || day < below.After(bornOn));

    public static AntigenUse Parse(string text)
    {
        var at = text.IndexOf('@');
        if (at < 0)
        {
            return new AntigenUse(text, null, null);
        }

        var ages = text[(at + 1)..].Split("..");
        return new AntigenUse(text[..at], Age(ages[0]), Age(ages[1]));
    }

    public override string ToString() => MinAge is null && BelowAge is null ? Antigen : $"{Antigen}@{MinAge}..{BelowAge}";

    private static Span? Age(string text) => Span.TryParse(text, out var span) ? span : null;
}

/// <summary>Reads an antigen use from its text.</summary>
public sealed class AntigenUseJson : JsonConverter<AntigenUse>
{
    public override AntigenUse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AntigenUse.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, AntigenUse value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
