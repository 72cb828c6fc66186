using System.Collections.Frozen;

namespace Rapport.Core.Composing;

/// <summary>All words that may be used now: the pack's, and those that were written and approved here.</summary>
/// <remarks>One snapshot, changed as a whole: whoever composes or judges at the gate sees the shelf as it stands, and words that were taken off it leave nothing that still can be sent.</remarks>
public sealed class TemplateShelf(TemplatePack pack)
{
    private volatile Shelved _shelved = new(FrozenDictionary<Situation, Template[]>.Empty, Voices.None);

    public TemplatePack Pack => pack;

    /// <summary>The voices in which the practice speaks now.</summary>
    public Voices Voices => _shelved.Voices;

    /// <summary>The usable variants of a situation; none where nobody has written any.</summary>
    public ReadOnlySpan<Template> For(Situation situation) => _shelved.Templates.TryGetValue(situation, out var templates) ? templates : pack.For(situation);

    /// <summary>Puts written templates beside the pack's, in place of those that stood there before.</summary>
    /// <param name="written">Approved templates. One whose words are health content and that nobody approved is left out (<see cref="DisclosureDuty.NotPermitted"/>).</param>
    public void Put(IEnumerable<Template> written, Voices voices)
    {
        var usable = written.Where(t => t.IsChecked || !Disclosure.IsClinical(SituationFields.ProgramAndStep(t.Situation).Program));
        _shelved = new Shelved(usable.GroupBy(t => t.Situation).ToFrozenDictionary(g => g.Key, g => (Template[])[.. g, .. pack.For(g.Key)]), voices);
    }

    private sealed record Shelved(FrozenDictionary<Situation, Template[]> Templates, Voices Voices)
    {
        public override string ToString() => "shelved";
    }
}

/// <summary>Which voices may be heard: the practice's, and a clinician's towards their own patients.</summary>
/// <param name="Practice">The id of the practice's voice card; null where it has none.</param>
/// <param name="ByClinician">The ids of the cards of clinicians who have their own.</param>
public sealed record Voices(string? Practice, FrozenDictionary<string, string> ByClinician)
{
    public static Voices None { get; } = new(null, FrozenDictionary<string, string>.Empty);

    public string? For(string? clinician) => clinician is not null && ByClinician.TryGetValue(clinician, out var own) ? own : Practice;

    public bool Knows(string voice, string? clinician) => voice == Practice || voice == For(clinician);

    public override string ToString() => "voices";
}

/// <summary>What words are wanted for: a situation, the shades that they may have, and a voice.</summary>
public sealed record Wanted(Situation Situation, IReadOnlyList<Shade> Shades, string? Voice)
{
    public override string ToString() => Situation.ToString();
}
