namespace Rapport.House.Tests;

/// <summary>Reads C# just well enough to tell code from comments and literals.</summary>
internal static class CSharp
{
    /// <summary>The same text with every comment, string and character literal blanked out; lines stay where they are.</summary>
    public static string WithoutCommentsAndLiterals(string source)
    {
        var code = source.ToCharArray();
        for (var i = 0; i < source.Length;)
        {
            var end = EndOfCommentOrLiteral(source, i);
            for (var blank = i; blank < end; blank++)
            {
                code[blank] = code[blank] is '\n' or '\r' ? code[blank] : ' ';
            }

            i = Math.Max(end, i + 1);
        }

        return new string(code);
    }

    private static int EndOfCommentOrLiteral(string source, int at) => source[at] switch
    {
        '/' when Starts(source, at, "//") => Find(source, "\n", at),
        '/' when Starts(source, at, "/*") => Find(source, "*/", at + 2) + 2,
        '\'' => EndOfCharacter(source, at),
        '"' or '$' or '@' => EndOfString(source, at),
        _ => at,
    };

    private static int EndOfCharacter(string source, int at)
    {
        var i = at + 1;
        while (i < source.Length && source[i] is not ('\'' or '\n'))
        {
            i += source[i] is '\\' ? 2 : 1;
        }

        return i + 1;
    }

    // $"", @"", $@"", """ """ and $$""" """; holes of interpolated strings may hold strings of their own.
    private static int EndOfString(string source, int at)
    {
        var i = at;
        while (i < source.Length && source[i] is '$' or '@')
        {
            i++;
        }

        if (i == source.Length || source[i] is not '"')
        {
            return at;
        }

        var prefix = source.AsSpan(at, i - at);
        var quotes = source.AsSpan(i).IndexOfAnyExcept('"') is var run and >= 0 ? run : source.Length - i;
        return quotes >= 3
            ? Find(source, new string('"', quotes), i + quotes) + quotes
            : EndOfOneLine(source, i + 1, isVerbatim: prefix.Contains('@'), hasHoles: prefix.Contains('$'));
    }

    private static int EndOfOneLine(string source, int at, bool isVerbatim, bool hasHoles)
    {
        for (var i = at; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '\\' when !isVerbatim:
                case '"' when isVerbatim && Starts(source, i, "\"\""):
                case '{' when hasHoles && Starts(source, i, "{{"):
                    i++;
                    break;
                case '{' when hasHoles:
                    i = EndOfHole(source, i);
                    break;
                case '"':
                    return i + 1;
            }
        }

        return source.Length;
    }

    private static int EndOfHole(string source, int at)
    {
        var depth = 0;
        for (var i = at; i < source.Length; i++)
        {
            var end = EndOfCommentOrLiteral(source, i);
            if (end > i)
            {
                i = end - 1;
                continue;
            }

            depth += source[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth is 0)
            {
                return i;
            }
        }

        return source.Length;
    }

    private static bool Starts(string source, int at, string word) => source.AsSpan(at).StartsWith(word, StringComparison.Ordinal);

    private static int Find(string source, string word, int from) =>
        from < source.Length && source.IndexOf(word, from, StringComparison.Ordinal) is var found and >= 0 ? found : source.Length - word.Length;
}
