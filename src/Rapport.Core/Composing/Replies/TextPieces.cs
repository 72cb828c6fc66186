using System.Globalization;
using System.Text;

namespace Rapport.Core.Composing.Replies;

/// <summary>What a piece of a patient's text is.</summary>
internal enum PieceKind
{
    /// <summary>Letters only.</summary>
    Word,

    /// <summary>Letters with marks between them: <c>check-up</c>, <c>Gra.ce</c>.</summary>
    Compound,

    /// <summary>Something with a digit in it.</summary>
    Figure,

    /// <summary>A web or e-mail address.</summary>
    Link,
}

/// <summary>One run of a text without white space, without the marks around it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Parts">Its runs of letters, folded; none in a figure or link.</param>
/// <param name="Tail">What follows an apostrophe: <c>s</c>, <c>ll</c>; empty where nothing does.</param>
internal sealed record Piece(PieceKind Kind, int Start, int Length, IReadOnlyList<string> Parts, string Tail)
{
    public int End => Start + Length;

    public string Norm { get; } = string.Concat(Parts);

    public override string ToString() => Kind.ToString();
}

/// <summary>Cuts a text into pieces.</summary>
internal static class TextPieces
{
    private static readonly string[] Tails = ["s", "t", "m", "re", "ve", "ll", "d"];
    private static readonly string[] Domains = ["com", "org", "net", "edu", "gov", "io", "info", "us", "co", "me", "mx", "es", "ly", "link", "health", "care", "app", "biz", "xyz", "example"];

    public static List<Piece> Of(string plain)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < plain.Length;)
        {
            var start = at;
            while (at < plain.Length && !char.IsWhiteSpace(plain[at]))
            {
                at++;
            }

            if (at > start)
            {
                Add(plain, start, at, pieces);
            }
            else
            {
                at++;
            }
        }

        return pieces;
    }

    private static void Add(string plain, int start, int end, List<Piece> pieces)
    {
        while (start < end && !IsContent(plain[start]))
        {
            start++;
        }

        while (end > start && !IsContent(plain[end - 1]))
        {
            end--;
        }

        if (start < end)
        {
            pieces.Add(Read(plain, start, end - start));
        }
    }

    private static Piece Read(string plain, int start, int length)
    {
        var written = plain.Substring(start, length);
        if (IsLink(written))
        {
            return new Piece(PieceKind.Link, start, length, [], "");
        }

        if (written.Any(c => char.IsNumber(c)))
        {
            return new Piece(PieceKind.Figure, start, length, [], "");
        }

        var parts = Parts(written);
        var tail = parts.Count is 2 && written.Contains('\'') && Tails.Contains(parts[1]) ? parts[1] : "";
        return tail.Length > 0
            ? new Piece(PieceKind.Word, start, length - tail.Length - 1, [parts[0]], tail)
            : new Piece(parts.Count is 1 ? PieceKind.Word : PieceKind.Compound, start, length, parts, "");
    }

    private static List<string> Parts(string written)
    {
        var parts = new List<string>();
        var run = new StringBuilder();
        foreach (var c in written.Append(' '))
        {
            if (IsLetter(c))
            {
                run.Append(c);
            }
            else if (run.Length > 0)
            {
                parts.Add(PlainText.Fold(run.ToString()));
                run.Clear();
            }
        }

        return parts;
    }

    private static bool IsLink(string written)
    {
        if (written.Contains('@') || written.Contains("://", StringComparison.Ordinal) || written.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var host = written.Split('/')[0];
        var dot = host.LastIndexOf('.');
        return dot > 0 && Domains.Contains(host[(dot + 1)..].ToLowerInvariant());
    }

    // A surrogate may be a letter of a rare script: it is never let through, and counts as content so that it is looked at.
    private static bool IsContent(char c) => IsLetter(c) || char.IsNumber(c) || c is '$' or '€' or '£';

    private static bool IsLetter(char c) => char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
