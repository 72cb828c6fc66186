using System.Globalization;
using System.Reflection;
using System.Text;
using Rapport.Core.Intake;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Rules;

/// <summary>Finds a relationship note that speaks of a death: one practice in ten knew of it and wrote to the dead all the same (<c>failures.md 2</c>).</summary>
/// <remarks>The words stand in <c>news-of-death.txt</c>. A note that a person has looked at carries the tag <see cref="LookedAt"/> and is passed over.</remarks>
public static class NewsOfDeath
{
    /// <summary>The tag by which a person says: seen, and Rapport may go on.</summary>
    public const string LookedAt = "loss-reviewed";

    private static readonly string[][] Phrases = Load();

    /// <summary>The note that speaks of a death, or null.</summary>
    public static SourceNote? In(PatientPicture patient)
    {
        foreach (var note in patient.Notes)
        {
            if (note.Tag is not LookedAt && Speaks(note.Text))
            {
                return note;
            }
        }

        return null;
    }

    /// <summary>Whether words speak of a death.</summary>
    internal static bool Speaks(string text)
    {
        var words = WordsOf(text);
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var phrase in Phrases)
            {
                if (at + phrase.Length <= words.Length && StandsAt(phrase, words.AsSpan(at)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool StandsAt(string[] phrase, ReadOnlySpan<string> words)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            var (word, wanted) = (words[i], phrase[i]);
            if (!(wanted.EndsWith('*') ? word.AsSpan().StartsWith(wanted.AsSpan(0, wanted.Length - 1)) : word == wanted))
            {
                return false;
            }
        }

        return true;
    }

    // Lower case, without accents, letters only.
    private static string[] WordsOf(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var c in rune.ToString().Normalize(NormalizationForm.FormD))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                {
                    plain.Append(char.IsLetter(c) || c is '*' ? char.ToLowerInvariant(c) : ' ');
                }
            }
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[][] Load()
    {
        const string Resource = "Rapport.Core.Planning.Rules.news-of-death.txt";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The assembly lacks {Resource}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not '#').Select(WordsOf)];
    }
}
