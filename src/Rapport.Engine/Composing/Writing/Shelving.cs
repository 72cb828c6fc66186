using System.Collections.Frozen;
using Rapport.Core.Composing;

namespace Rapport.Engine.Composing.Writing;

/// <summary>Brings the shelf of words up to date with what was written and decided.</summary>
public sealed class Shelving(ITemplateStore templates, IVoiceStore voices, TemplateShelf shelf)
{
    /// <summary>The voices that somebody stands behind.</summary>
    public Voices ReadVoices()
    {
        var approved = voices.Read().Where(v => v.ApprovedBy is not null).ToList();
        return new Voices(
            approved.Find(v => v.Clinician is null)?.Card.Id,
            approved.Where(v => v.Clinician is not null).ToFrozenDictionary(v => v.Clinician!, v => v.Card.Id, StringComparer.Ordinal));
    }

    public void Refresh() => shelf.Put(templates.Read().Where(t => t.IsSendable).Select(t => t.Template with { IsChecked = t.DecidedBy is not null }), ReadVoices());
}
