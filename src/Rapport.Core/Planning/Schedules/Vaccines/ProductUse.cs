using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>A product (CVX), the ages at which it is used, and its maker (MVX) where that matters: <c>140@6m..3y/PMC</c>.</summary>
[JsonConverter(typeof(ProductUseJson))]
public readonly record struct ProductUse(int Product, Span? MinAge, Span? BelowAge, string? Maker)
{
    public bool Fits(DoseGiven dose, DateOnly bornOn) =>
        Product == dose.Product && (Maker is null || string.Equals(Maker, dose.Maker, StringComparison.Ordinal)) && IsInAge(bornOn, dose.On);

    public bool IsInAge(DateOnly bornOn, DateOnly day) =>
        (MinAge is not { } min || day >= min.After(bornOn)) && (BelowAge is not { } below || day < below.After(bornOn));

    public static ProductUse Parse(string text)
    {
        var slash = text.IndexOf('/');
        var maker = slash < 0 ? null : text[(slash + 1)..];
        var rest = slash < 0 ? text : text[..slash];
        var at = rest.IndexOf('@');
        if (at < 0)
        {
            return new ProductUse(Number(rest), null, null, maker);
        }

        var ages = rest[(at + 1)..].Split("..");
        return new ProductUse(Number(rest[..at]), Age(ages[0]), Age(ages[1]), maker);
    }

    public override string ToString()
    {
        var ages = MinAge is null && BelowAge is null ? "" : $"@{MinAge}..{BelowAge}";
        return Maker is null ? $"{Product}{ages}" : $"{Product}{ages}/{Maker}";
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Span? Age(string text) => Span.TryParse(text, out var span) ? span : null;
}

/// <summary>Reads a product use from its text.</summary>
public sealed class ProductUseJson : JsonConverter<ProductUse>
{
    public override ProductUse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ProductUse.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, ProductUse value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

/// <summary>A dose on record.</summary>
/// <param name="On">The day it was given.</param>
/// <param name="Product">Its CVX code.</param>
/// <param name="Maker">Its MVX code, where recorded.</param>
/// <param name="Source">The record it stands in.</param>
public sealed record DoseGiven(DateOnly On, int Product, string? Maker, string Source)
{
    public override string ToString() => Source;
}
