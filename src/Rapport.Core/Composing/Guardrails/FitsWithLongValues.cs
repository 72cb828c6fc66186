using System.Collections.Frozen;
using System.Text;
using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>With long names, days and labels in its fields, and the line that says how to stop, the text of a template takes two segments at most.</summary>
public sealed record FitsWithLongValues : Guardrail
{
    private const int MostSegments = 2;
    private const int OfAnUnknownField = 12;

    // Long, but not absurd: one in a hundred is longer.
    private static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["practice"] = 16, ["phone"] = 14, ["name"] = 11, ["patient"] = 11, ["patients"] = 24, ["clinician"] = 14, ["visit.day"] = 24, ["visit.weekday"] = 9, ["visit.date"] = 15,
        ["visit.time"] = 8, ["visit.label"] = 14, ["visit.place"] = 24, ["visit.bring"] = 30, ["visits"] = 48, ["old.day"] = 24, ["old.time"] = 8, ["service.label"] = 20, ["service.last"] = 15,
        ["interest"] = 14, ["season"] = 9, ["snippet"] = 88,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        if (reading.Draft.Channel is Channel.Sms && SmsText.Measure(Filled(reading)).Segments is > MostSegments and var segments)
        {
            yield return new(Codes.TooLong, $"With long values in its fields this takes {segments} text segments; {MostSegments} is the most. Say less, or leave out letters such as á or —, which halve what fits.");
        }
    }

    // Fields become letters of the usual length, brackets are taken as said: the longest that it can become.
    private static string Filled(DraftReading reading)
    {
        var body = reading.Draft.Body;
        var text = new StringBuilder(body.Length * 2);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] is '{' && body.IndexOf('}', i) is > 0 and var close)
            {
                text.Append('x', Lengths.GetValueOrDefault(body[(i + 1)..close], OfAnUnknownField));
                i = close;
            }
            else if (body[i] is not ('[' or ']'))
            {
                text.Append(body[i]);
            }
        }

        return text.Append('\n').Append(reading.Passage.IsSpanish ? Footers.SpanishStop : Footers.EnglishStop).ToString();
    }
}
