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

        return [.. cast.Chosen(), .. Invented(template).Take(Renderings - cast.Count)];
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

    private sealed class Cast(Template template, DateOnly today)
    {
        private readonly Dictionary<string, (int Weight, TrialRendering Rendering)> _byCase = new(StringComparer.Ordinal);
        private readonly HashSet<string> _bodies = new(StringComparer.Ordinal);

        public int Count => Chosen().Count();

        public IEnumerable<TrialRendering> Chosen() => _byCase.Values.Select(c => c.Rendering).DistinctBy(r => r.Body).Take(Renderings);

        public void Consider(Composed composed, PatientPicture lead, Touch touch)
        {
            var (words, held) = composed switch
            {
                Composed.Message message => (message.Words, null),
                Composed.Held { Words: { } spoilt } reason => (spoilt, reason.Because),
                _ => (null, null),
            };
            if (words is null || !_bodies.Add(words.Body))
            {
                return;
            }

            Offer("longest name", words.Body.Length, words, held);
            Offer("a fact is missing", held is null ? template.Body.Fields.Distinct().Count() - words.Sentences.SelectMany(s => s.Facts).DistinctBy(f => f.Name).Count() : 0, words, held);
            Offer("a child", lead.AgeOn(today) < AdultAge ? 1 : 0, words, held);
            Offer("a caregiver reads", touch.Recipient.IsPatient ? 0 : 1, words, held);
            Offer("held back", held is null ? 0 : 1, words, held);
            Offer("shortest", 10_000 - words.Body.Length, words, held);
            Offer("anybody", (int)(Chance.Of(touch.Id.ToString()) % 1_000), words, held);
        }

        private void Offer(string name, int weight, Rendered words, string? held)
        {
            if (weight > 0 && (!_byCase.TryGetValue(name, out var best) || weight > best.Weight))
            {
                _byCase[name] = (weight, new TrialRendering(name, IsInvented: false, words.Subject, words.Body, words.Sentences, held));
            }
        }
    }
}
