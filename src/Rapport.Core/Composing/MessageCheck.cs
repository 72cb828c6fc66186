using System.Buffers;
using System.Collections.Concurrent;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>Judges a finished message for what the merged facts may have spoiled; its template was judged and approved before.</summary>
public sealed class MessageCheck : IMessageCheck
{
    private const int MaxSmsSegments = 2;
    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<(Channel, Language, string Field, string Words), Verdict> _judged = new();

    private static readonly SearchValues<char> Unfilled = SearchValues.Create("{}[]<>");

    // What records and settings say in their own words. Dates and times are phrased by us, snippets and service labels are vetted.
    private static readonly string[] Spoken = ["name", "visits", "clinician", "practice", "visit.label", "visit.place", "interest"];

    public Verdict CheckFacts(ComposeRequest request, MergeFields fields)
    {
        foreach (var field in Spoken)
        {
            if (fields.TryGet(field, out var merged) && Judge(request, field, merged.Words, merged.Fact) is { IsFit: false } spoilt)
            {
                return spoilt;
            }
        }

        // By the name on record and not by our own word for a child who has none yet.
        foreach (var patient in request.Patients)
        {
            if (patient.NameToUse is { Length: > 0 } name && Judge(request, "name", name, new Fact { Name = "name", Value = new FactValue.Text(name) }) is { IsFit: false } spoilt)
            {
                return spoilt;
            }
        }

        return Verdict.Pass;
    }

    // The same names, labels and clinicians come again and again: each is judged once.
    private Verdict Judge(ComposeRequest request, string field, string words, Fact fact)
    {
        var key = (request.First.Channel, request.First.Language, field, words);
        if (!_judged.TryGetValue(key, out var verdict))
        {
            if (_judged.Count >= MostRemembered)
            {
                _judged.Clear();
            }

            verdict = GuardrailSet.JudgeMerged(new Draft(request.First.Channel, request.First.Language, null, $"{words}."), new FactSheet([fact]));
            _judged[key] = verdict;
        }

        return verdict;
    }

    public Verdict CheckWords(Situation situation, Rendered words)
    {
        if (words.Body.AsSpan().IndexOfAny(Unfilled) >= 0 || words.Subject.AsSpan().IndexOfAny(Unfilled) >= 0)
        {
            return new Verdict([new Violation("broken-placeholder", "A field or a mark is left open in the finished words.")]);
        }

        return situation.Channel is Channel.Sms && SmsText.Measure(words.Body) is { Segments: > MaxSmsSegments } size
            ? new Verdict([new Violation("too-long", $"The text takes {size.Segments} segments; {MaxSmsSegments} is the most.")])
            : Verdict.Pass;
    }
}
