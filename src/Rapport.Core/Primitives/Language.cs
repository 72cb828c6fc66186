namespace Rapport.Core.Primitives;

/// <summary>The language of a person or a text, as the primary subtag of BCP 47: <c>en</c>, <c>es</c>.</summary>
public readonly record struct Language(string Tag)
{
    public static Language English { get; } = new("en");

    public static Language Spanish { get; } = new("es");

    /// <summary>Reads <c>es</c>, <c>es-MX</c>, <c>ES_us</c>; the region does not choose the words here.</summary>
    public static Language From(string tag)
    {
        var cut = tag.AsSpan().IndexOfAny('-', '_');
        return new((cut < 0 ? tag : tag[..cut]).Trim().ToLowerInvariant());
    }

    public override string ToString() => Tag;
}
