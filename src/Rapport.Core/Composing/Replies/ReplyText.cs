using System.Text;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Replies;

/// <summary>Puts values into an answer of a model: facts for fields, and what was taken out of the thread for its placeholders.</summary>
public static class ReplyText
{
    private const string Thread = "the patient's own words";

    /// <summary>The finished words with the facts that each sentence rests on; null where the answer holds a placeholder that we never gave.</summary>
    /// <param name="answer">What the model wrote. Nothing about it is trusted.</param>
    /// <param name="facts">The fields that it may use.</param>
    /// <param name="map">What was taken out of the thread.</param>
    /// <param name="channel">A text goes without á, í, ó, ú.</param>
    public static Rendered? Restore(string answer, MergeFields facts, Placeholders map, Channel channel)
    {
        var text = new StringBuilder(answer.Length);
        var spans = new List<(int Start, int End, Fact Fact)>();
        for (var at = 0; at < answer.Length;)
        {
            var open = answer.AsSpan(at).IndexOfAny("{}[]");
            if (open < 0)
            {
                text.Append(Plain(answer[at..], channel));
                break;
            }

            text.Append(Plain(answer.Substring(at, open), channel));
            var close = answer.IndexOf('}', at + open);
            if (answer[at + open] is not '{' || close < 0 || Value(answer[(at + open + 1)..close], facts, map) is not { } merged)
            {
                return null;
            }

            var start = text.Length;
            text.Append(Plain(merged.Words, channel));
            spans.Add((start, text.Length, merged.Fact));
            at = close + 1;
        }

        var body = text.ToString();
        return new Rendered(null, body.Trim()) { SentencesFrom = () => Sentences(body, spans) };
    }

    private static Merged? Value(string name, MergeFields facts, Placeholders map) =>
        facts.TryGet(name, out var merged) ? merged
        : map.TryGet(name, out var value) ? new Merged(value, new Fact { Name = name, Value = new FactValue.Text(value), Source = Thread })
        : null;

    private static string Plain(string words, Channel channel)
    {
        var composed = PlainText.Composed(PlainText.Of(words));
        return channel is Channel.Sms ? SmsText.ToGsm7(composed, dropAccents: true) : composed;
    }

    private static ValueList<Sentence> Sentences(string text, List<(int Start, int End, Fact Fact)> spans)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isMark = text[i] is '.' or '?' or '!' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])) && !spans.Exists(s => s.Start <= i && i < s.End);
            if (isMark || text[i] is '\n' || i + 1 == text.Length)
            {
                var words = text[start..(i + 1)].Trim();
                if (words.Length > 0)
                {
                    sentences.Add(new Sentence(words, [.. spans.Where(s => s.Start >= start && s.Start <= i).Select(s => s.Fact).DistinctBy(f => f.Name, StringComparer.Ordinal)]));
                }

                start = i + 1;
            }
        }

        return [.. sentences];
    }
}
