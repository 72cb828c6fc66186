using System.Buffers;
using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Finds links, bare hosts and e-mail addresses in a text.</summary>
internal static class LinkReader
{
    // Ends of host names that people write without a scheme. Other words behind a point are a missing space.
    private static readonly FrozenSet<string> HostEnds = FrozenSet.ToFrozenSet(
        ["com", "org", "net", "example", "io", "ly", "gl", "co", "us", "health", "info", "link", "app", "care", "clinic", "biz", "gov", "edu", "to", "cc", "site",
            "online", "page", "test", "invalid", "mx", "xyz", "gd", "gle", "st", "dev", "ru", "cn", "tk", "shop", "store", "top", "click", "es", "uk", "ca", "me", "vip", "club"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> HostLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

    /// <summary>The length of the link or address that begins here, 0 where none does.</summary>
    public static int Length(string text, int at)
    {
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '<' or '>' or '“' or '”'))
        {
            end++;
        }

        while (end > at && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '…')
        {
            end--;
        }

        var run = text.AsSpan(at, end - at);
        return IsLink(run) ? run.Length : 0;
    }

    private static bool IsLink(ReadOnlySpan<char> run)
    {
        if (run.Contains("://", StringComparison.Ordinal) || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var at = run.IndexOf('@');
        if (at > 0 && run[(at + 1)..].Contains('.'))
        {
            return true;
        }

        var path = run.IndexOfAny('/', '?', ':');
        var host = path < 0 ? run : run[..path];
        var point = host.LastIndexOf('.');
        if (point <= 0 || point == host.Length - 1 || host.ContainsAnyExcept(HostLetters))
        {
            return false;
        }

        return HostEnds.GetAlternateLookup<ReadOnlySpan<char>>().Contains(host[(point + 1)..]) || (path > 0 && run[path] is '/' && host.Length - point > 2);
    }
}
