using Rapport.Core.Primitives;

namespace Rapport.Engine.Composing.Writing;

/// <summary>Who may approve words in which language. Nobody approves what they cannot read (<c>failures.md 56</c>).</summary>
/// <param name="LanguagesByName">Empty: whoever works here may approve in every language.</param>
public sealed record Reviewers(IReadOnlyDictionary<string, ValueList<Language>> LanguagesByName)
{
    public static Reviewers Anybody { get; } = new(new Dictionary<string, ValueList<Language>>(StringComparer.Ordinal));

    public bool MayApprove(string name, Language language) =>
        LanguagesByName.Count is 0 || (LanguagesByName.TryGetValue(name, out var languages) && languages.Contains(language));

    public override string ToString() => $"{LanguagesByName.Count} reviewers";
}
