using Rapport.Core.Composing.Writing;

namespace Rapport.Engine.Composing.Writing;

/// <summary>A voice card and who stands behind it.</summary>
/// <param name="Clinician">The clinician as the records name them; null for the practice.</param>
/// <param name="ApprovedBy">Null while it waits for a person; it is not used before.</param>
public sealed record KeptVoice(string? Clinician, VoiceCard Card, DateTimeOffset ProposedAt, string? ApprovedBy, DateTimeOffset? ApprovedAt)
{
    public override string ToString() => Card.ToString();
}

/// <summary>Keeps voice cards: one for the practice, one for each clinician who wants their own.</summary>
public interface IVoiceStore
{
    IReadOnlyList<KeptVoice> Read();

    /// <summary>Puts a proposal in the place of the owner's card.</summary>
    void Propose(string? clinician, VoiceCard card, DateTimeOffset at);

    /// <summary>False where the owner's card is not <paramref name="card"/>: another was proposed meanwhile, or none.</summary>
    bool Approve(string? clinician, string card, string by, DateTimeOffset at);
}
