using Rapport.Core.Composing;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Records;

namespace Rapport.Engine.Composing.Writing;

/// <summary>A template with the facts of one reader put in, each sentence beside the facts that it rests on.</summary>
/// <param name="Case">Why this reader was chosen, such as <c>longest name</c>.</param>
/// <param name="IsInvented">True where no patient at hand fits, so that invented facts stand in.</param>
/// <param name="Held">Why it would not be sent to this reader; null where it would.</param>
public sealed record TrialRendering(string Case, bool IsInvented, string? Subject, string Body, ValueList<Sentence> Sentences, string? Held)
{
    public override string ToString() => Case;
}

/// <summary>Finds the readers with whom a template is most likely to go wrong, and renders it for them.</summary>
public sealed class TemplateTrial(Pictures pictures, Planner planner, Composer composer, Func<PlanningContext> context)
{
    public const int Renderings = 5;

    // Enough to meet every case in a practice of usual size, and quick in any.
    private const int MostHouseholds = 5_000;
    private const int AdultAge = 18;

    public IReadOnlyList<TrialRendering> Run(Template template, CancellationToken ct)
    {
        var now = context();
        var cast = new Cast(template, now.Today);
        foreach (var household in pictures.Read(new ChartFilter.Everyone(), now.Today, ct).Take(MostHouseholds))
        {
            foreach (var group in planner.Plan(household, now).Touches.Where(t => t.Status is TouchStatus.Planned).GroupBy(t => t.GroupKey, StringComparer.Ordinal))
            {
                List<Touch> touches = [.. group];
                if (Composer.WantedBy(touches, household, now, Voices.None).Situation == template.Situation && composer.Try(template, touches, household, now) is { } composed)
                {
                    cast.Consider(composed, Lead(touches, household), touches[0]);
                }
            }
        }

        var chosen = cast.Chosen();
        return [.. chosen, .. Invented(template).Take(Renderings - chosen.Count)];
    }

    private static PatientPicture Lead(List<Touch> touches, Household household) => household.Members.First(m => m.Id == touches[0].Patient);

    private static IEnumerable<TrialRendering> Invented(Template template)
    {
        foreach (var (name, fields) in new[] { ("all facts known, long names", SampleFacts.Long(template.Situation)), ("only the sure facts known", SampleFacts.Sparse(template.Situation)) })
        {
            var words = Renderer.Render(template, fields);
            yield return new TrialRendering(name, IsInvented: true, words.Subject, words.Body, words.Sentences, null);
        }
    }

    // One reader for each way in which words go wrong, never the same one twice.
    private sealed class Cast(Template template, DateOnly today)
    {
        private const int MostReaders = 2_000;

        private readonly List<Reader> _readers = [];
        private readonly HashSet<string> _bodies = new(StringComparer.Ordinal);

        public void Consider(Composed composed, PatientPicture lead, Touch touch)
        {
            var (words, held) = composed switch
            {
                Composed.Message message => (message.Words, null),
                Composed.Held { Words: { } spoilt } reason => (spoilt, reason.Because),
                _ => (null, null),
            };
            if (words is not null && _readers.Count < MostReaders && _bodies.Add(words.Body))
            {
                _readers.Add(new Reader(words, held, lead.AgeOn(today) < AdultAge, !touch.Recipient.IsPatient, touch.Id.ToString()));
            }
        }

        public IReadOnlyList<TrialRendering> Chosen()
        {
            var all = template.Body.Fields.Distinct(StringComparer.Ordinal).Count();
            (string Case, Func<Reader, int> Weight)[] cases =
            [
                ("held back", r => r.Held is null ? 0 : 1),
                ("longest names", r => r.Words.Body.Length),
                ("a fact is missing", r => all - r.Words.Sentences.SelectMany(s => s.Facts).DistinctBy(f => f.Name).Count()),
                ("a child", r => r.IsChild ? r.Words.Body.Length : 0),
                ("a caregiver reads", r => r.IsCaregiver ? r.Words.Body.Length : 0),
                ("shortest", r => int.MaxValue - r.Words.Body.Length),
                ("anybody", r => 1 + (int)(Chance.Of(r.Mark) % 1_000)),
            ];
            var chosen = new List<TrialRendering>();
            foreach (var (name, weight) in cases)
            {
                if (chosen.Count < Renderings && _readers.Where(r => weight(r) > 0).MaxBy(weight) is { } reader)
                {
                    _readers.Remove(reader);
                    chosen.Add(new TrialRendering(name, IsInvented: false, reader.Words.Subject, reader.Words.Body, reader.Words.Sentences, reader.Held));
                }
            }

            return chosen;
        }

        private sealed record Reader(Rendered Words, string? Held, bool IsChild, bool IsCaregiver, string Mark)
        {
            public override string ToString() => "reader";
        }
    }
}
