using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A text message takes two segments at most.</summary>
public sealed record FitsTheChannel : Guardrail
{
    private const int MostSegments = 2;

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        if (reading.Draft.Channel is Channel.Sms && SmsText.Measure(reading.Draft.Body).Segments is > MostSegments and var segments)
        {
            yield return new(Codes.TooLong, $"Takes {segments} text segments, {MostSegments} at most. Say less, or leave out emoji and letters such as á, which halve what fits.");
        }
    }
}
