using System.Buffers;
using Rapport.Core.Intake;

namespace Rapport.Core.Records;

/// <summary>Which of a person's names to use towards them (<c>evidence.md §7.2</c>).</summary>
public static class PersonNames
{
    private const int MaxLength = 40;

    private static readonly SearchValues<char> NeverInAName = SearchValues.Create("0123456789@/\\{}[]()<>|_=#%^*~`\"!?;:,&+$");

    // What a person wants to be called stands before what a passport says.
    private static readonly string[] Preference = ["nickname", "usual", "official", "", "temp"];

    /// <summary>What to call somebody; null rather than a guess, and then the greeting goes without.</summary>
    public static string? ToUse(IReadOnlyList<SourceName> names, DateOnly today)
    {
        foreach (var use in Preference)
        {
            foreach (var name in names)
            {
                if (string.Equals(name.Use ?? "", use, StringComparison.Ordinal) && !(name.Until < today) && Clean(Called(name)) is { } called)
                {
                    return called;
                }
            }
        }

        return null;
    }

    /// <summary>First and last name for an envelope.</summary>
    public static string? Full(IReadOnlyList<SourceName> names, DateOnly today)
    {
        var current = names.Where(n => n.Use is not ("old" or "maiden" or "nickname") && !(n.Until < today)).ToList();
        var name = current.Find(n => n.Use is "official") ?? current.FirstOrDefault();
        if (name is null)
        {
            return null;
        }

        string?[] parts = [.. name.Given.Take(1), name.Family];
        return Clean(parts.All(string.IsNullOrWhiteSpace) ? name.Text : string.Join(' ', parts.Where(p => !string.IsNullOrWhiteSpace(p))));
    }

    /// <summary>A clinician as patients know them: "Dr. Okonkwo", or first and last name where no title is on record.</summary>
    public static string? Clinician(IReadOnlyList<SourceName> names)
    {
        var name = names.FirstOrDefault(n => n.Use is "official" or "usual") ?? (names.Count > 0 ? names[0] : null);
        if (name is null)
        {
            return null;
        }

        if (name is { Prefix: { Length: > 0 } prefix, Family: { Length: > 0 } family } && prefix.StartsWith("Dr", StringComparison.OrdinalIgnoreCase))
        {
            return Clean(prefix.StartsWith("Dra", StringComparison.OrdinalIgnoreCase) ? $"Dra. {family}" : $"Dr. {family}");
        }

        return Clean(name.Given.Count > 0 && name.Family is { Length: > 0 } ? $"{name.Given[0]} {name.Family}" : name.Text ?? name.Family);
    }

    private static string? Called(SourceName name)
    {
        if (name.Given.Count > 0)
        {
            return name.Given[0];
        }

        // A mononym stands as the text or as the family name alone. A text of several words is not cut: whose half would it be?
        return name.Text is { Length: > 0 } text ? (text.Contains(' ', StringComparison.Ordinal) ? null : text) : name.Family;
    }

    // Test patients, placeholders and addresses in the name field greet nobody.
    private static string? Clean(string? name)
    {
        var trimmed = name?.Trim();
        return trimmed is { Length: > 0 and <= MaxLength } && trimmed.AsSpan().IndexOfAny(NeverInAName) < 0 && !trimmed.Any(char.IsControl)
            && !IsPlaceholder(trimmed) ? trimmed : null;
    }

    private static bool IsPlaceholder(string name) =>
        name.ToUpperInvariant() is "TEST" or "UNKNOWN" or "NULL" or "NONE" or "N/A" or "BABY" or "INFANT" or "PATIENT" or "BABYBOY" or "BABYGIRL" or "BABY BOY" or "BABY GIRL";
}
