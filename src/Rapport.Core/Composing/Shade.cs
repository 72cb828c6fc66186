using System.Collections.Frozen;

namespace Rapport.Core.Composing;

/// <summary>A coarse fact that may colour the words: the season, a gap of years, that they like gardening.</summary>
/// <remarks>A closed list: nothing of a record can reach a writer through it. A situation has words without a shade first, and words for a shade where enough people share it.</remarks>
public readonly record struct Shade
{
    private static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(["spring", "summer", "autumn", "winter", "first-visit", "gap-of-years"], StringComparer.Ordinal);

    private readonly string? _name;

    private Shade(string name) => _name = name;

    /// <summary>Nothing in particular.</summary>
    public static Shade None { get; }

    /// <summary>They have not been seen here before.</summary>
    public static Shade FirstVisit { get; } = new("first-visit");

    /// <summary>The last time is two years ago or more. The words are all the more welcoming and do not mention it.</summary>
    public static Shade GapOfYears { get; } = new("gap-of-years");

    public static IEnumerable<Shade> All => Plain.Select(name => new Shade(name)).Concat(Interests.Terms.Select(Likes));

    public string Name => _name ?? "";

    /// <summary>The season of a day in the northern half of the world, by months.</summary>
    public static Shade SeasonOf(DateOnly day) => new(day.Month switch
    {
        >= 3 and <= 5 => "spring",
        >= 6 and <= 8 => "summer",
        >= 9 and <= 11 => "autumn",
        _ => "winter",
    });

    /// <summary>They like this, and the practice may mention it.</summary>
    /// <exception cref="ArgumentException">The interest is not of the closed list.</exception>
    public static Shade Likes(string interest) => Interests.Terms.Contains(interest)
        ? new($"likes-{interest}")
        : throw new ArgumentException("An interest must be one of the closed list.", nameof(interest));

    /// <summary>Reads a shade's name; <see cref="None"/> for the empty name, null for a name that is none.</summary>
    public static Shade? Find(string name) =>
        name.Length is 0 ? None
        : Plain.Contains(name) ? new Shade(name)
        : name.StartsWith("likes-", StringComparison.Ordinal) && Interests.Terms.Contains(name[6..]) ? new Shade(name)
        : null;

    public override string ToString() => _name is null ? "plain" : _name;
}
