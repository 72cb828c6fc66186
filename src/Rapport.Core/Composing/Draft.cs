using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>Unchecked words: from a model, from a person's edit, or from a template that nobody has judged yet.</summary>
public sealed record Draft(Channel Channel, Language Language, string? Subject, string Body)
{
    public override string ToString() => $"{Channel} draft in {Language}";
}
