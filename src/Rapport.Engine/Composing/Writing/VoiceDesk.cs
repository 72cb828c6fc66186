using Rapport.Core.Composing.Writing;

namespace Rapport.Engine.Composing.Writing;

/// <summary>Where a practice, or a clinician, gets its voice: read from their own words on this machine, reviewed by a person, and only then used.</summary>
public sealed class VoiceDesk(IVoiceStore voices, TimeProvider clock)
{
    public IReadOnlyList<KeptVoice> List() => voices.Read();

    /// <summary>Reads a voice card from what they say about themselves and from sample messages. The words themselves are not kept and never sent.</summary>
    public VoiceCard Propose(string? clinician, string about, IReadOnlyList<string> samples)
    {
        var card = VoiceReader.Read(about, samples);
        voices.Propose(clinician, card, clock.GetUtcNow());
        return card;
    }

    /// <summary>False where the owner's card is not this one any more.</summary>
    public bool Approve(string? clinician, string card, string by) => voices.Approve(clinician, card, by, clock.GetUtcNow());
}
