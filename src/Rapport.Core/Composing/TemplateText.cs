using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>Words with merge fields, read once. <c>{field}</c> is replaced; a passage in <c>[…]</c> is said only if all its facts are known.</summary>
public sealed class TemplateText
{
    private TemplateText(string source, ValueList<Part> parts)
    {
        Source = source;
        Parts = parts;
        Required = [.. parts.OfType<Part.Field>().Select(f => f.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>As it was written.</summary>
    public string Source { get; }

    public ValueList<Part> Parts { get; }

    /// <summary>Fields without which these words cannot be used.</summary>
    public ValueList<string> Required { get; }

    /// <summary>Every field, in passages too.</summary>
    public IEnumerable<string> Fields => Parts.SelectMany(p => p is Part.Passage passage ? passage.Parts : [p]).OfType<Part.Field>().Select(f => f.Name);

    /// <summary>A piece of a template.</summary>
    public abstract record Part
    {
        private Part()
        {
        }

        public sealed record Words(string Text) : Part;

        public sealed record Field(string Name) : Part;

        /// <summary>Said whole or not at all. Passages do not nest.</summary>
        public sealed record Passage(ValueList<Part> Parts) : Part
        {
            /// <summary>The facts that it cannot do without.</summary>
            public ValueList<string> Fields { get; } = [.. Parts.OfType<Field>().Select(f => f.Name).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">A brace or bracket is not closed, or a field's name is not one; says where.</exception>
    public static TemplateText Parse(string source)
    {
        var at = 0;
        var parts = ParseUntil(source, ref at, inPassage: false);
        return new TemplateText(source, parts);
    }

    private static ValueList<Part> ParseUntil(string source, ref int at, bool inPassage)
    {
        var parts = new List<Part>();
        while (at < source.Length)
        {
            switch (source[at])
            {
                case '{':
                    parts.Add(ParseField(source, ref at));
                    break;
                case '[' when !inPassage:
                    at++;
                    parts.Add(new Part.Passage(ParseUntil(source, ref at, inPassage: true)));
                    break;
                case ']' when inPassage:
                    at++;
                    return [.. parts];
                case '[' or ']' or '}':
                    throw new FormatException($"A '{source[at]}' stands alone at character {at + 1}.");
                default:
                    parts.Add(ParseWords(source, ref at));
                    break;
            }
        }

        return inPassage ? throw new FormatException("A '[' is not closed.") : [.. parts];
    }

    private static Part.Words ParseWords(string source, ref int at)
    {
        var end = source.AsSpan(at).IndexOfAny("{}[]");
        var words = end < 0 ? source[at..] : source.Substring(at, end);
        at += words.Length;
        return new Part.Words(words);
    }

    private static Part.Field ParseField(string source, ref int at)
    {
        var end = source.IndexOf('}', at);
        if (end < 0)
        {
            throw new FormatException($"A '{{' at character {at + 1} is not closed.");
        }

        var name = source[(at + 1)..end];
        if (name.Length is 0 || name.Any(c => !(char.IsAsciiLetterLower(c) || c is '.' or '-')))
        {
            throw new FormatException($"The merge field at character {at + 1} is not a name of small letters, dots and hyphens.");
        }

        at = end + 1;
        return new Part.Field(name);
    }
}
