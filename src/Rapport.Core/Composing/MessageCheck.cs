using System.Buffers;
using System.Text;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>Judges a finished message for what the merged facts may have spoiled; its template was judged and approved before.</summary>
public sealed class MessageCheck : IMessageCheck
{
    private const int MaxSmsSegments = 2;

    private static readonly SearchValues<char> Unfilled = SearchValues.Create("{}[]<>");

    // What records and settings say in their own words. Dates and times are phrased by us, snippets and service labels are vetted.
    private static readonly string[] Spoken = ["name", "visits", "clinician", "practice", "visit.label", "visit.place", "interest"];

    public Verdict CheckFacts(ComposeRequest request, MergeFields fields)
    {
        var words = new StringBuilder(128);
        foreach (var field in Spoken)
        {
            if (fields.TryGet(field, out var merged))
            {
                words.Append(merged.Words).Append(". ");
            }
        }

        // By the name on record and not by our own word for a child who has none yet.
        foreach (var patient in request.Patients)
        {
            words.Append(patient.NameToUse).Append(". ");
        }

        return GuardrailSet.JudgeMerged(new Draft(request.First.Channel, request.First.Language, null, words.ToString()), fields.Facts);
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
