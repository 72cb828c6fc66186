using Rapport.Core.Composing.Guardrails;

namespace Rapport.Core.Composing;

/// <summary>Judges a finished message for what the merged facts may have spoiled; its template was judged and approved before.</summary>
public sealed class MessageCheck : IMessageCheck
{
    public Verdict Check(Template template, Rendered words, ComposeRequest request, MergeFields fields) =>
        GuardrailSet.JudgeMerged(new Draft(template.Situation.Channel, template.Situation.Language, words.Subject, words.Body), fields.Facts);
}
