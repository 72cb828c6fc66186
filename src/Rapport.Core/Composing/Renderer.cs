using System.Text;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>A sentence of a message and the facts it rests on; a sentence without facts is courtesy.</summary>
public sealed record Sentence(string Words, ValueList<Fact> Facts)
{
    public override string ToString() => $"sentence on {Facts.Count} facts";
}

/// <summary>Words with the facts put in.</summary>
public sealed record Rendered(string? Subject, string Body)
{
    private readonly Lazy<ValueList<Sentence>> _sentences = new([]);

    internal Func<ValueList<Sentence>> SentencesFrom
    {
        init => _sentences = new(value, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Where every sentence comes from; worked out only for words that are kept.</summary>
    public ValueList<Sentence> Sentences => _sentences.Value;

    public bool Equals(Rendered? other) => other is not null && Subject == other.Subject && Body == other.Body;

    public override int GetHashCode() => HashCode.Combine(Subject, Body);

    public override string ToString() => "words";
}

/// <summary>Puts facts into templates, here and nowhere else: the model never sees them.</summary>
public static class Renderer
{
    /// <summary>True if every field that the words cannot do without is known.</summary>
    public static bool CanRender(Template template, MergeFields fields) =>
        KnowsAll(template.Body.Required, fields) && (template.Subject is null || KnowsAll(template.Subject.Required, fields));

    /// <summary>How many characters the words will have, without making them.</summary>
    public static int LengthOf(TemplateText text, MergeFields fields) => LengthOf(text.Parts, fields);

    public static Rendered Render(Template template, MergeFields fields)
    {
        var mayUseAccents = template.Situation.Channel is not Channel.Sms;
        var writer = new Writer(fields, mayUseAccents);
        writer.Write(template.Body.Parts);
        var subject = template.Subject is null ? null : new Writer(fields, mayUseAccents).Write(template.Subject.Parts).Text();
        return new Rendered(subject, writer.Text()) { SentencesFrom = writer.Sentences };
    }

    private static int LengthOf(ValueList<TemplateText.Part> parts, MergeFields fields)
    {
        var length = 0;
        foreach (var part in parts)
        {
            length += part switch
            {
                TemplateText.Part.Words words => words.Text.Length,
                TemplateText.Part.Field field when fields.TryGet(field.Name, out var merged) => merged.Words.Length,
                TemplateText.Part.Passage passage when KnowsAll(passage.Fields, fields) => LengthOf(passage.Parts, fields),
                _ => 0,
            };
        }

        return length;
    }

    private static bool KnowsAll(ValueList<string> required, MergeFields fields)
    {
        foreach (var field in required)
        {
            if (!fields.Knows(field))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Writer(MergeFields fields, bool mayUseAccents)
    {
        private readonly StringBuilder _text = new(256);
        private readonly List<(int Start, int End, Fact Fact)> _spans = [];

        public Writer Write(ValueList<TemplateText.Part> parts)
        {
            foreach (var part in parts)
            {
                switch (part)
                {
                    case TemplateText.Part.Words words:
                        Append(words.Text);
                        break;
                    case TemplateText.Part.Field field:
                        Write(field);
                        break;
                    case TemplateText.Part.Passage passage when KnowsAll(passage.Fields, fields):
                        Write(passage.Parts);
                        break;
                    default:
                        break;   // a passage whose facts are not all known is not said
                }
            }

            return this;
        }

        public string Text() => _text.ToString().Trim(' ', '\n');

        public ValueList<Sentence> Sentences()
        {
            var text = _text.ToString();
            var sentences = new List<Sentence>();
            var start = 0;
            for (var i = 0; i < text.Length; i++)
            {
                if (IsSentenceEnd(text, i))
                {
                    AddSentence(text, start, i + 1, sentences);
                    start = i + 1;
                }
            }

            AddSentence(text, start, text.Length, sentences);
            return [.. sentences];
        }

        private void Write(TemplateText.Part.Field field)
        {
            if (!fields.TryGet(field.Name, out var merged))
            {
                throw new InvalidOperationException($"The merge field {field.Name} has no fact.");
            }

            var start = _text.Length;
            Append(mayUseAccents ? merged.Words : SmsText.ToGsm7(merged.Words, dropAccents: true));
            _spans.Add((start, _text.Length, merged.Fact));
        }

        // A greeting that fell away leaves a small letter, and so does "your baby" or "jueves" at the start of a sentence.
        private void Append(string words)
        {
            var isStart = IsAtStart();
            var first = isStart ? words.AsSpan().IndexOfAnyExcept(" \n¿¡") : -1;
            if (first < 0 || !char.IsLower(words[first]))
            {
                _text.Append(words);
                return;
            }

            _text.Append(words, 0, first).Append(char.ToUpperInvariant(words[first])).Append(words, first + 1, words.Length - first - 1);
        }

        private bool IsAtStart()
        {
            for (var at = _text.Length - 1; at >= 0; at--)
            {
                if (_text[at] is '\n' or '?' or '!' || (_text[at] is '.' && !IsInFact(at)))
                {
                    return true;
                }

                if (_text[at] is not (' ' or '¿' or '¡'))
                {
                    return false;
                }
            }

            return true;
        }

        private bool IsInFact(int at)
        {
            foreach (var (start, end, _) in _spans)
            {
                if (start <= at && at < end)
                {
                    return true;
                }
            }

            return false;
        }

        // A full stop inside a merged value ("Dr. Lee", "10 a. m.") ends no sentence.
        private bool IsSentenceEnd(string text, int at) =>
            text[at] is '\n' || (text[at] is '.' or '?' or '!' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && !IsInFact(at));

        private void AddSentence(string text, int start, int end, List<Sentence> sentences)
        {
            var words = text[start..end].Trim();
            if (words.Length > 0)
            {
                sentences.Add(new Sentence(words, FactsBetween(start, end)));
            }
        }

        private ValueList<Fact> FactsBetween(int start, int end)
        {
            var facts = new List<Fact>();
            foreach (var span in _spans)
            {
                if (span.Start >= start && span.Start < end && !facts.Contains(span.Fact))
                {
                    facts.Add(span.Fact);
                }
            }

            return [.. facts];
        }
    }
}
