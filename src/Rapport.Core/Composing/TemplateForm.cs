using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>Judges the form of a template, before its words: the fields exist, what must be said is said, and it fits its channel with long values.</summary>
/// <remarks>Limits: <c>evidence.md §4.1</c> and <c>Composing/Packs/README.md</c>.</remarks>
public static class TemplateForm
{
    public const int MostSubjectCharacters = 45;
    public const int MostMailWords = 120;
    public const int MostSmsSegments = 2;

    private static readonly string[] MayStandInASubject = ["practice", "visit.day", "visit.weekday", "visit.date", "visit.time"];

    // Kind and never necessary: there a cheer may stand.
    private static readonly string[] LightPrograms = ["moments", "education"];

    public static Verdict Check(Template template, SpanishAddress address = SpanishAddress.Usted)
    {
        var found = new List<Violation>();
        found.AddRange(FieldsOf(template));
        found.AddRange(ShapeOf(template));
        found.AddRange(TemplateGrammar.Check(template, address));
        found.AddRange(NoVisitWithoutNeed.Check(template));
        if (IsFillable(template))
        {
            found.AddRange(LengthOf(template));
        }

        return found.Count is 0 ? Verdict.Pass : new Verdict([.. found]);
    }

    private static IEnumerable<Violation> FieldsOf(Template template)
    {
        var known = SituationFields.Of(template.Situation);
        var required = template.Body.Required.Concat(template.Subject?.Required ?? []).ToHashSet(StringComparer.Ordinal);
        foreach (var field in known)
        {
            if (field.MustBeSaid && !template.Body.Required.Contains(field.Name))
            {
                yield return new("missing-fact", $"The body must say {{{field.Name}}}, outside of […].");
            }
            else if (!field.IsSure && required.Contains(field.Name))
            {
                yield return new("broken-placeholder", $"{{{field.Name}}} is not known for everybody, so it must stand inside […], with the words around it.");
            }
        }

        if (SaysNoDay(template))
        {
            yield return new("missing-fact", "The body must say the day: {visit.day}, {visit.date} or {visit.weekday}.");
        }
    }

    // A text of one message is read at a glance and goes before longer ones: words of a model that do not fit one would be read by nobody,
    // and cost a reviewer's time. Two days and hours, several visits or a health fact need more room.
    private static int MostSegments(Template template) =>
        template.Origin is TemplateOrigin.Model && !template.Body.Fields.Any(f => f is "old.day" or "visits" or "patients" or "snippet") ? 1 : MostSmsSegments;

    // A guardrail (FieldsAreKnown) says which field is none.
    private static bool IsFillable(Template template)
    {
        var known = SituationFields.Of(template.Situation);
        return template.Body.Fields.Concat(template.Subject?.Fields ?? []).All(name => known.Any(f => f.Name == name));
    }

    /// <summary>Whoever is told about a visit is told its day.</summary>
    internal static bool MustSayADay(Situation situation) => situation.Name.StartsWith("appointment.", StringComparison.Ordinal);

    private static bool SaysNoDay(Template template) =>
        MustSayADay(template.Situation)
        && !template.Body.Required.Any(name => name is "visit.day" or "visit.date" or "visit.weekday");

    private static IEnumerable<Violation> ShapeOf(Template template)
    {
        var text = template.Body.Source;
        var wantsSubject = template.Situation.Channel is Channel.Email;
        if (wantsSubject != (template.Subject is not null))
        {
            yield return new("broken-text", wantsSubject ? "An email needs a subject." : "Only an email has a subject.");
        }

        if (template.Subject is { } subject && (subject.Source.Length > MostSubjectCharacters || subject.Source.Contains('\n') || subject.Fields.Any(f => !MayStandInASubject.Contains(f))))
        {
            yield return new("too-long", $"A subject is one line of at most {MostSubjectCharacters} characters, with no field but {{practice}} and the day of a visit: others may read it.");
        }

        if (template.Situation.Channel is Channel.Sms && text.Contains('\n'))
        {
            yield return new("broken-text", "A text message is one paragraph.");
        }

        if (text.Count(c => c is '!') > (LightPrograms.Contains(SituationFields.ProgramAndStep(template.Situation).Program) ? 1 : 0))
        {
            yield return new("broken-text", "An exclamation mark may follow a wish, a welcome or a light note, once, and nothing else.");
        }
    }

    private static IEnumerable<Violation> LengthOf(Template template)
    {
        var words = Renderer.Render(template, SampleFacts.Long(template.Situation));
        if (template.Situation.Channel is Channel.Sms && SmsText.Measure($"{words.Body}\n{SampleFacts.LongestSmsFooter(template.Situation.Language)}") is { } size)
        {
            if (size.Encoding is SmsEncoding.Ucs2)
            {
                yield return new("too-long", "A letter or mark outside the GSM alphabet (such as á, í, ó, ú, an emoji or a curly quote) doubles the price. Choose other words.");
            }
            else if (size.Segments > MostSegments(template))
            {
                yield return new("too-long", $"With long names and its last line it has {size.Units} characters, {size.Segments} text messages; {MostSegments(template)} is the most here.");
            }
        }

        if (template.Situation.Channel is not Channel.Sms && words.Body.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length is var count and > MostMailWords)
        {
            yield return new("too-long", $"It has {count} words; {MostMailWords} is the most.");
        }
    }
}
