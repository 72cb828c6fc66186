using System.Reflection;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Reads the word lists that are built into this assembly.</summary>
internal static class LexiconFile
{
    /// <summary>The lines of a list without comments and empty lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The word list {name} is not built in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] is not '#')
            {
                yield return line.Trim();
            }
        }
    }

    public static IEnumerable<string> Words(string name) =>
        Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
