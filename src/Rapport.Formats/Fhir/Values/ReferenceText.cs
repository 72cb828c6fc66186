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

        var slash = reference.IndexOf('/');
        if (slash > 0 && slash == reference.LastIndexOf('/') && slash < reference.Length - 1 && IsType(reference.AsSpan(0, slash)))
        {
            return reference;   // the common form, as it is
        }

        return NormalisePath(reference);
    }

    public static bool IsType(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterUpper(text[0]) && !text.ContainsAnyExcept(s_letters);

    /// <summary>The type in <c>Type/id</c> or <c>Type?identifier=…</c>.</summary>
    public static bool Is(string reference, string type) =>
        reference.Length > type.Length && reference[type.Length] is '/' or '?' && reference.StartsWith(type, StringComparison.Ordinal);

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
