namespace Rapport.Formats.Fhir.Values;

/// <summary>Brings the text of a reference into one form.</summary>
internal static class ReferenceText
{
    /// <summary>
    /// <c>Patient/1</c>, <c>Patient/1/_history/2</c> and <c>https://host/fhir/Patient/1</c> are all <c>Patient/1</c>;
    /// <c>Patient?identifier=system|value</c> stays. Null for anything else.
    /// </summary>
    public static string? Normalise(string reference)
    {
        var question = reference.IndexOf('?');
        if (question >= 0)
        {
            return NormaliseConditional(reference, question);
        }

        return NormalisePath(reference);
    }

    /// <summary><c>Type/id</c> and nothing else, as bytes.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> reference)
    {
        var slash = reference.IndexOfAnyExcept(s_asciiLetters);
        return slash is > 0 and <= 64 && reference[slash] == '/' && reference[0] is >= (byte)'A' and <= (byte)'Z'
            && slash < reference.Length - 1 && reference.Length <= Json.Utf8Words.LongestWord && !reference[(slash + 1)..].ContainsAny(s_separators);
    }

    public static bool IsType(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterUpper(text[0]) && !text.ContainsAnyExcept(s_letters);

    /// <summary>The type in <c>Type/id</c> or <c>Type?identifier=…</c>.</summary>
    public static bool Is(string reference, string type) =>
        reference.Length > type.Length && reference[type.Length] is '/' or '?' && reference.StartsWith(type, StringComparison.Ordinal);

    private static readonly System.Buffers.SearchValues<byte> s_asciiLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    private static readonly System.Buffers.SearchValues<byte> s_separators = System.Buffers.SearchValues.Create("/?#:\\\"%"u8);

    private static readonly System.Buffers.SearchValues<char> s_letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static string? NormalisePath(string reference)
    {
        string[] parts = reference.Split('/');
        if (parts is [.., "_history", _])
        {
            parts = parts[..^2];
        }

        return parts is [.., var type, { Length: > 0 } id] && IsType(type) ? $"{type}/{id}" : null;
    }

    private static string? NormaliseConditional(string reference, int question)
    {
        const string ByIdentifier = "identifier=";
        var start = reference.LastIndexOf('/', question) + 1;
        var type = reference[start..question];
        var query = reference.AsSpan(question + 1);
        if (!IsType(type) || !query.StartsWith(ByIdentifier, StringComparison.Ordinal) || query.Contains('&'))
        {
            return null;
        }

        var value = query[ByIdentifier.Length..].ToString();
        return value.Length is 0 ? null : $"{type}?{ByIdentifier}{(value.Contains('%') ? Uri.UnescapeDataString(value) : value)}";
    }
}
