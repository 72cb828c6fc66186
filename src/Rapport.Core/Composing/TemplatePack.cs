using System.Collections.Frozen;
using System.Reflection;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>The words that ship with Rapport, or a practice's own: Markdown files that people can read and change.</summary>
/// <remarks>The format stands in <c>Composing/Packs/README.md</c>.</remarks>
public sealed class TemplatePack
{
    private readonly FrozenDictionary<Situation, Template[]> _bySituation;

    public TemplatePack(IEnumerable<Template> templates)
    {
        _bySituation = templates.GroupBy(t => t.Situation).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        Languages = [.. _bySituation.Keys.Select(s => s.Language).Distinct().OrderBy(l => l.Tag, StringComparer.Ordinal)];
    }

    /// <summary>The pack inside this assembly.</summary>
    public static TemplatePack BuiltIn { get; } = LoadBuiltIn();

    public ValueList<Language> Languages { get; }

    public IEnumerable<Template> All => _bySituation.Values.SelectMany(t => t);

    /// <summary>The variants for a situation; none where nobody has written any.</summary>
    public ReadOnlySpan<Template> For(Situation situation) => _bySituation.TryGetValue(situation, out var templates) ? templates : [];

    public Template? Find(string id) => All.FirstOrDefault(t => t.Id == id);

    /// <summary>Reads one pack file.</summary>
    /// <exception cref="FormatException">A heading or a template is not in the format; says which.</exception>
    public static IEnumerable<Template> Read(Language language, string markdown)
    {
        Situation? situation = null;
        var lines = new List<string>();
        foreach (var line in markdown.Split('\n').Select(l => l.TrimEnd('\r')).Append("## end"))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal) || line.Trim() is "---")
            {
                if (situation is { } known && lines.Exists(l => l.Trim().Length > 0))
                {
                    yield return ReadVariant(known, lines);
                }

                lines.Clear();
                situation = line.StartsWith("## ", StringComparison.Ordinal) && line is not "## end" ? ReadHeading(language, line[3..]) : situation;
            }
            else
            {
                lines.Add(line);
            }
        }
    }

    private static Situation ReadHeading(Language language, string heading)
    {
        var parts = heading.Split('·', StringSplitOptions.TrimEntries);
        return parts.Length is 3 && Enum.TryParse<Audience>(parts[1], ignoreCase: true, out var audience) && Enum.TryParse<Channel>(parts[2], ignoreCase: true, out var channel)
            ? new Situation(parts[0], audience, channel, language)
            : throw new FormatException($"The heading '{heading}' is not 'situation · audience · channel'.");
    }

    private static Template ReadVariant(Situation situation, List<string> lines)
    {
        string? subject = null;
        var start = lines.FindIndex(l => l.Trim().Length > 0);
        if (lines[start].StartsWith("Subject:", StringComparison.Ordinal) || lines[start].StartsWith("Asunto:", StringComparison.Ordinal))
        {
            subject = lines[start][(lines[start].IndexOf(':') + 1)..].Trim();
            start++;
        }

        try
        {
            return Template.Of(situation, subject, string.Join('\n', lines.Skip(start)).Trim());
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"A template for '{situation}' cannot be read: {wrong.Message}", wrong);
        }
    }

    private static TemplatePack LoadBuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var templates = new List<Template>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Packs.", StringComparison.Ordinal) && n.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var language = name.Split(".Packs.")[1].Split('.')[0];
            templates.AddRange(Read(new Language(language), reader.ReadToEnd()));
        }

        return new TemplatePack(templates);
    }
}
