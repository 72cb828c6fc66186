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
public sealed class Composer(TemplatePack pack, IReadOnlyList<IFactReader> factReaders, IMessageCheck check)
{
    private const int DaysUntilSameWordsAgain = 365;

    /// <param name="touches">One group: one recipient, one program, one step.</param>
    /// <param name="household">The pictures that the facts are read from.</param>
    /// <param name="context">Practice and moment.</param>
    /// <param name="keep">The template used before, to be kept if it still can be.</param>
    public Composed Compose(IReadOnlyList<Touch> touches, Household household, PlanningContext context, string? keep = null)
    {
        var request = new ComposeRequest(touches, household, context);
        var fields = new MergeFields();
        foreach (var reader in factReaders)
        {
            reader.Read(request, fields);
        }

        var situation = request.Situation;
        var usable = new List<Template>();
        foreach (var template in pack.For(situation))
        {
            if (Renderer.CanRender(template, fields))
            {
                usable.Add(template);
            }
        }

        if (usable.Count is 0)
        {
            return new Composed.Held("no-template", $"There are no approved words for {situation} with the facts that we have.");
        }

        return FirstFit(Ordered(usable, request, keep), fields, request);
    }

    // A text of one segment is read at a glance, so it goes before a fit one of two.
    private Composed FirstFit(IEnumerable<Template> templates, MergeFields fields, ComposeRequest request)
    {
        Composed.Held? held = null;
        Composed.Message? longer = null;
        foreach (var template in templates)
        {
            var words = Footers.Add(Renderer.Render(template, fields), request);
            var verdict = check.Check(template, words, request, fields);
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

    // Chance picks, but words that this person read within a year come last.
    private static IEnumerable<Template> Ordered(List<Template> usable, ComposeRequest request, string? keep)
    {
        var lately = request.Lead.History
            .Where(t => t.Template is not null && t.SentAt > request.Context.Now.AddDays(-DaysUntilSameWordsAgain))
            .Select(t => t.Template!)
            .ToHashSet(StringComparer.Ordinal);
        var seed = request.Touches[0].Id.ToString();
        return usable.OrderBy(t => t.Id != keep).ThenBy(t => lately.Contains(t.Id)).ThenBy(t => Chance.Of(seed, t.Id));
    }
}

/// <summary>Touches that leave together, with the people they are about.</summary>
public sealed class ComposeRequest
{
    public ComposeRequest(IReadOnlyList<Touch> touches, Household household, PlanningContext context)
    {
        Touches = touches;
        Household = household;
        Context = context;
        Patients = [.. touches.Select(t => household.Members.First(m => m.Id == t.Patient)).DistinctBy(p => p.Id)];
    }

    public IReadOnlyList<Touch> Touches { get; }

    public Household Household { get; }

    public PlanningContext Context { get; }

    /// <summary>Those whom the message is about, in the order of the touches.</summary>
    public IReadOnlyList<PatientPicture> Patients { get; }

    public Touch First => Touches[0];

    public PatientPicture Lead => Patients[0];

    /// <summary>The caregiver who reads it; null when the patient does.</summary>
    public Caregiver? Reader => First.Recipient.PersonId is { } id ? Lead.Caregivers.FirstOrDefault(c => c.Id == id) : null;

    public Situation Situation => new(SituationName, Audience, First.Channel, First.Language);

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

/// <summary>Judges a finished message, the last time before it may be approved.</summary>
public interface IMessageCheck
{
    Verdict Check(Template template, Rendered words, ComposeRequest request, MergeFields fields);
}
