using System.Text.RegularExpressions;

namespace Rapport.House.Tests;

/// <summary>One method with its size: from the first line of its signature to its last brace or semicolon.</summary>
internal sealed partial record Method(string Name, int Line, int Lines)
{
    /// <summary>Every method, constructor and operator of a file, local functions counted with the method around them.</summary>
    public static IReadOnlyList<Method> In(SourceFile file)
    {
        var methods = new List<Method>();
        new Reader(file.Code, methods).ReadMembers(0);
        return methods;
    }

    [GeneratedRegex(@"(^|\s)(class|struct|interface|record|enum|extension|namespace)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeWord { get; }

    [GeneratedRegex(@"(?<name>[\w.]+|operator\s*\S+)(<[^()]*>)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastWord { get; }

    // A member ends at a semicolon or at the brace that closes its block; blocks of types are read as members again.
    private sealed class Reader(string code, List<Method> methods)
    {
        public int ReadMembers(int at)
        {
            while (at < code.Length)
            {
                if (code[at] is '}')
                {
                    return at + 1;
                }

                at = code[at] is '[' ? EndOfAttribute(at) : char.IsWhiteSpace(code[at]) || code[at] is ';' ? at + 1 : ReadMember(at);
            }

            return at;
        }

        private int ReadMember(int start)
        {
            var (depth, parameters, isExpression) = (0, -1, false);
            for (var i = start; i < code.Length; i++)
            {
                switch (code[i])
                {
                    case '{' when depth is 0 && !isExpression && IsType(start, parameters < 0 ? i : parameters):
                        return ReadMembers(i + 1);
                    case '(' or '[' or '{':
                        parameters = parameters < 0 && depth is 0 && code[i] is '(' && !isExpression ? i : parameters;
                        depth++;
                        break;
                    case ')' or ']' or '}':
                        depth--;
                        if (depth is 0 && code[i] is '}' && !isExpression)
                        {
                            return Add(start, parameters, i);
                        }

                        break;
                    case '=' when depth is 0 && IsAlone(i):
                        isExpression = true;
                        break;
                    case ';' when depth is 0:
                        return Add(start, parameters, i);
                }
            }

            return code.Length;
        }

        private int Add(int start, int parameters, int end)
        {
            if (parameters > 0 && !IsType(start, parameters))
            {
                var name = LastWord.Match(code[start..parameters]).Groups["name"].Value;
                methods.Add(new Method(name, 1 + code.AsSpan(0, start).Count('\n'), 1 + code.AsSpan(start, end - start).Count('\n')));
            }

            return end + 1;
        }

        private bool IsType(int start, int end) => TypeWord.IsMatch(code[start..end]);

        // "=" and "=>" begin an expression; "==", "<=", ">=" and "!=" are names of operators here.
        private bool IsAlone(int at) => code[at + 1] is not '=' && code[at - 1] is not ('=' or '<' or '>' or '!');

        private int EndOfAttribute(int at)
        {
            var depth = 0;
            for (var i = at; i < code.Length; i++)
            {
                depth += code[i] switch { '[' => 1, ']' => -1, _ => 0 };
                if (depth is 0)
                {
                    return i + 1;
                }
            }

            return code.Length;
        }
    }
}
