using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Planning;
using Rapport.Core.Planning.Programs;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Composing;

/// <summary>What composing makes of a group of touches.</summary>
public abstract record Composed
{
    private Composed()
    {
    }

    /// <summary>Words that passed the checks.</summary>
    public sealed record Message(Template Template, Rendered Words) : Composed
    {
        public override string ToString() => Template.Id;
    }

    /// <summary>No words that we may send; somebody has to look.</summary>
    public sealed record Held(string Code, string Because, Template? Template = null, Rendered? Words = null) : Composed
    {
        public override string ToString() => Code;
    }
}

/// <summary>Finds the words for touches that leave together, puts the facts in and has them judged.</summary>
public sealed class Composer(TemplateShelf shelf, IReadOnlyList<IFactReader> factReaders, IMessageCheck check)
{
    private const int DaysUntilSameWordsAgain = 365;

    /// <param name="touches">One group: one recipient, one program, one step.</param>
    /// <param name="household">The pictures that the facts are read from.</param>
    /// <param name="context">Practice and moment.</param>
    /// <param name="keep">The template used before, to be kept if it still can be.</param>
    public Composed Compose(IReadOnlyList<Touch> touches, Household household, PlanningContext context, string? keep = null)
    {
        var request = new ComposeRequest(touches, household, context);
        var fields = FieldsOf(request);
        var usable = Usable(request, fields);
        if (usable.Count is 0)
        {
            return new Composed.Held("no-template", $"There are no approved words for {request.Situation} with the facts that we have.");
        }

        var spoilt = check.CheckFacts(request, fields);
        return spoilt.IsFit
            ? FirstFit(Ordered(usable, request, keep), fields, request)
            : new Composed.Held(spoilt.Violations[0].Code, spoilt.Violations[0].Why);
    }

    /// <summary>What the touches of a group are about, for whoever writes words ahead of time.</summary>
    public static Wanted WantedBy(IReadOnlyList<Touch> touches, Household household, PlanningContext context, Voices voices)
    {
        var request = new ComposeRequest(touches, household, context);
        return new Wanted(request.Situation, [.. Shades.Of(request)], voices.For(request.Lead.KnownClinician));
    }

    /// <summary>One template with the facts of a group put in, whether or not it is on the shelf; null where it lacks a fact.</summary>
    public Composed? Try(Template template, IReadOnlyList<Touch> touches, Household household, PlanningContext context)
    {
        var request = new ComposeRequest(touches, household, context);
        var fields = FieldsOf(request);
        if (!Renderer.CanRender(template, fields))
        {
            return null;
        }

        var spoilt = check.CheckFacts(request, fields);
        return spoilt.IsFit
            ? FirstFit([(template, true)], fields, request)
            : new Composed.Held(spoilt.Violations[0].Code, spoilt.Violations[0].Why, template, Footers.Add(Renderer.Render(template, fields), request, template));
    }

    private MergeFields FieldsOf(ComposeRequest request)
    {
        var fields = new MergeFields();
        foreach (var reader in factReaders)
        {
            reader.Read(request, fields);
        }

        return fields;
    }

    private List<Template> Usable(ComposeRequest request, MergeFields fields)
    {
        var usable = new List<Template>();
        var (voices, clinician) = (shelf.Voices, request.Lead.KnownClinician);
        List<Shade>? shades = null;
        foreach (var template in shelf.For(request.Situation))
        {
            if ((template.Voice is null || voices.Knows(template.Voice, clinician))
                && (template.Shade == Shade.None || (shades ??= Shades.Of(request)).Contains(template.Shade))
                && Renderer.CanRender(template, fields))
            {
                usable.Add(template);
            }
        }

        return usable;
    }

    // A text of one segment is read at a glance, so it goes before a fit one of two; but never the same words twice in a year for it.
    private Composed FirstFit(IEnumerable<(Template Template, bool IsFresh)> templates, MergeFields fields, ComposeRequest request)
    {
        Composed.Held? held = null;
        Composed.Message? longer = null;
        foreach (var (template, isFresh) in templates)
        {
            if (!isFresh && longer is not null)
            {
                break;
            }

            // What a visit or a due service needs is said again rather than not at all; a kindness in the same words is none.
            if (!isFresh && request.First.Purpose is Purpose.Relationship)
            {
                return held ?? new Composed.Held("no-new-words", "They have read all our words for this within a year. The same words again would be a form letter.");
            }

            if (longer is not null && Renderer.LengthOf(template.Body, fields) + Footers.LengthOf(request, template) > SmsText.OneSegment)
            {
                continue;   // no shorter than what we have
            }

            var words = Footers.Add(Renderer.Render(template, fields), request, template);
            var verdict = check.CheckWords(template.Situation, words);
            if (!verdict.IsFit)
            {
                held ??= new Composed.Held(verdict.Violations[0].Code, verdict.Violations[0].Why, template, words);
            }
            else if (request.First.Channel is not Channel.Sms || SmsText.Measure(words.Body).Segments is 1)
            {
                return new Composed.Message(template, words);
            }
            else
            {
                longer ??= new Composed.Message(template, words);
            }
        }

        return longer ?? (Composed)held!;
    }

    // Words that came to this address within a year come last. Among the others, words for this very shade go first, then those that the
    // practice had written and approved for itself, in its own voice before any other, and chance picks the rest.
    private static IEnumerable<(Template Template, bool IsFresh)> Ordered(List<Template> usable, ComposeRequest request, string? keep)
    {
        var lately = ReadLately(request);
        var seed = request.First.Id.ToString();
        return usable
            .Select(t => (Template: t, IsFresh: t.Id == keep || !lately.Contains(t.Id)))
            .OrderBy(t => t.Template.Id != keep).ThenBy(t => !t.IsFresh)
            .ThenBy(t => t.Template.Shade == Shade.None).ThenBy(t => t.Template.Voice is null).ThenBy(t => t.Template.Origin is TemplateOrigin.Pack).ThenBy(t => Chance.Of(seed, t.Template.Id));
    }

    private static HashSet<string> ReadLately(ComposeRequest request)
    {
        var since = request.Context.Now.AddDays(-DaysUntilSameWordsAgain);
        var lately = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in request.Household.Members)
        {
            foreach (var touch in member.History)
            {
                if (touch.Template is { } template && touch.SentAt > since && (member.Id == request.Lead.Id || touch.Address == request.First.Recipient.Address))
                {
                    lately.Add(template);
                }
            }
        }

        return lately;
    }
}

/// <summary>Touches that leave together, with the people they are about.</summary>
public sealed class ComposeRequest
{
    public ComposeRequest(IReadOnlyList<Touch> touches, Household household, PlanningContext context)
    {
        // One order, whoever asks: the words must not depend on how a store hands over a group.
        Touches = touches.Count is 1 ? touches : [.. touches.OrderBy(t => t.Patient.Value, StringComparer.Ordinal).ThenBy(t => t.Subject, StringComparer.Ordinal)];
        Household = household;
        Context = context;
        Patients = PatientsOf(Touches, household);
        Reader = First.Recipient.PersonId is { } id ? Lead.Caregivers.FirstOrDefault(c => c.Id == id) : null;
        IsAddressShared = IsShared(Lead.Contacts) || (Reader is not null && IsShared(Reader.Contacts));
        Situation = new Situation(SituationName, Audience, First.Channel, First.Language);
        Visits = VisitFacts.VisitsOf(this);
    }

    public IReadOnlyList<Touch> Touches { get; }

    public Household Household { get; }

    public PlanningContext Context { get; }

    /// <summary>Those whom the message is about, in the order of the touches.</summary>
    public IReadOnlyList<PatientPicture> Patients { get; }

    public Touch First => Touches[0];

    public PatientPicture Lead => Patients[0];

    /// <summary>The caregiver who reads it; null when the patient does.</summary>
    public Caregiver? Reader { get; }

    /// <summary>Two adults may read it, so it names neither (<c>evidence.md §7.5</c>).</summary>
    public bool IsAddressShared { get; }

    public Situation Situation { get; }

    /// <summary>The visits that it is about, the earliest first; none outside the appointment program.</summary>
    internal List<(PatientPicture Patient, Visit Visit)> Visits { get; }

    private static PatientPicture[] PatientsOf(IReadOnlyList<Touch> touches, Household household)
    {
        var patients = new List<PatientPicture>(touches.Count);
        foreach (var touch in touches)
        {
            if (!patients.Exists(p => p.Id == touch.Patient))
            {
                patients.Add(household.Members.First(m => m.Id == touch.Patient));
            }
        }

        return [.. patients];
    }

    private bool IsShared(ValueList<ContactPoint> contacts)
    {
        foreach (var contact in contacts)
        {
            if (contact.IsShared && contact.Value == First.Recipient.Address)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Education has words for every row of its calendar; the other programs have words for every step.</summary>
    private string SituationName => First.Program is "education" ? $"education.{EducationProgram.TopicOf(First.Subject)}" : $"{First.Program}.{First.Step}";

    private Audience Audience => (Patients.Count > 1, First.Program, First.Recipient.IsPatient) switch
    {
        (true, "appointment", _) => Audience.Household,
        (true, _, _) => Audience.Family,
        (_, _, true) => Audience.Self,
        _ => Audience.Other,
    };
}

/// <summary>Reads some of the facts that a message may state.</summary>
public interface IFactReader
{
    void Read(ComposeRequest request, MergeFields fields);
}

/// <summary>Judges what merged facts may have spoiled in words that were judged and approved as a template.</summary>
public interface IMessageCheck
{
    /// <summary>The facts themselves, once for all variants: a name that is a diagnosis, a label that gives the care away.</summary>
    Verdict CheckFacts(ComposeRequest request, MergeFields fields);

    /// <summary>The finished words: whether they fit the channel and nothing was left open.</summary>
    Verdict CheckWords(Situation situation, Rendered words);
}
