using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Writing;

/// <summary>What was decided about one proposed text.</summary>
public abstract record Judged
{
    private Judged()
    {
    }

    public sealed record Fit(Template Template) : Judged
    {
        public override string ToString() => Template.Id;
    }

    /// <summary>Refused; the findings go back to the writer once.</summary>
    public sealed record Refused(Variant Variant, ValueList<Violation> Why) : Judged
    {
        public override string ToString() => string.Join(", ", Why.Select(v => v.Code).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Too much like words that exist.</summary>
    public sealed record Repeats(Variant Variant, string Of) : Judged
    {
        public override string ToString() => "repeats";
    }
}

/// <summary>Judges proposed words as templates: form, all guardrails, and whether they are new.</summary>
public static class VariantJudge
{
    /// <summary>Judges the variants of one answer in their order.</summary>
    /// <param name="existing">Templates of the situation that a reader may have met.</param>
    public static ValueList<Judged> Judge(IEnumerable<Variant> variants, WritingBrief brief, IEnumerable<Template> existing)
    {
        var known = existing.ToList();
        var judged = new List<Judged>();
        foreach (var variant in variants)
        {
            var one = Judge(variant, brief.Situation, TemplateOrigin.Model, brief.Shade, brief.Voice?.Id, brief.Voice?.SpanishAddress ?? SpanishAddress.Usted);
            if (one is Judged.Fit { Template: var template })
            {
                var like = known.Find(k => Likeness.IsSame(k.Body.Source, template.Body.Source));
                one = like is null ? new Judged.Fit(template) : new Judged.Repeats(variant, like.Id);
                if (like is null)
                {
                    known.Add(template);
                }
            }

            judged.Add(one);
        }

        return [.. judged];
    }

    /// <summary>Judges one text by itself: of a model, or of a person who edits a template.</summary>
    public static Judged Judge(Variant variant, Situation situation, TemplateOrigin origin, Shade shade = default, string? voice = null, SpanishAddress address = SpanishAddress.Usted)
    {
        Template template;
        try
        {
            template = Template.Of(situation, variant.Subject, variant.Body, shade, voice) with { Origin = origin };
        }
        catch (FormatException wrong)
        {
            return new Judged.Refused(variant, [new Violation("broken-placeholder", wrong.Message)]);
        }

        var form = TemplateForm.Check(template, address);
        var words = GuardrailSet.JudgeTemplate(template);
        return form.IsFit && words.IsFit ? new Judged.Fit(template) : new Judged.Refused(variant, [.. form.Violations, .. words.Violations]);
    }
}
