using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>Temporary.</summary>
public sealed class MessageCheck : IMessageCheck
{
    public Verdict Check(Template template, Rendered words, ComposeRequest request, MergeFields fields) =>
        template.Situation.Channel is Channel.Sms && SmsText.Measure(words.Body).Segments > 2 ? new Verdict([new Violation("too-long", "long")]) : Verdict.Pass;
}
