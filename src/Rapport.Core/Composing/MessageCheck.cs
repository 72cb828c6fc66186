using Rapport.Core.Composing.Guardrails;

namespace Rapport.Core.Composing;

/// <summary>Judges a finished message with every guardrail, against exactly the facts that were put in.</summary>
public sealed class MessageCheck : IMessageCheck
{
    public Verdict Check(Template template, Rendered words, ComposeRequest request, MergeFields fields) =>
        GuardrailSet.Judge(new Draft(template.Situation.Channel, template.Situation.Language, words.Subject, words.Body), fields.Facts);
}
