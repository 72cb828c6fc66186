using System.Text;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>A sentence of a message and the facts it rests on; a sentence without facts is courtesy.</summary>
public sealed record Sentence(string Words, ValueList<Fact> Facts)
{
    public override string ToString() => $"sentence on {Facts.Count} facts";
}

/// <summary>Words with the facts put in.</summary>
public sealed record Rendered(string? Subject, string Body, ValueList<Sentence> Sentences)
{
    public override string ToString() => $"{Sentences.Count} sentences";
}

/// <summary>Puts facts into templates, here and nowhere else: the model never sees them.</summary>
public static class Renderer
{
    /// <summary>True if every field that the words cannot do without is known.</summary>
    public static bool CanRender(Template template, MergeFields fields) =>
        KnowsAll(template.Body.Required, fields) && (template.Subject is null || KnowsAll(template.Subject.Required, fields));

    public static Rendered Render(Template template, MergeFields fields)
    {
        var mayUseAccents = template.Situation.Channel is not Channel.Sms;
        var writer = new Writer(fields, mayUseAccents);
        writer.Write(template.Body.Parts);
        var subject = template.Subject is null ? null : new Writer(fields, mayUseAccents).Write(template.Subject.Parts).Text();
        return new Rendered(subject, writer.Text(), writer.Sentences());
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
                        _text.Append(words.Text);
                        break;
                    case TemplateText.Part.Field field:
                        Write(field);
                        break;
                    case TemplateText.Part.Passage passage when passage.Parts.All(p => p is not TemplateText.Part.Field f || fields.Knows(f.Name)):
                        Write(passage.Parts);
                        break;
                    default:
                        break;   // a passage whose facts are not all known is not said
                }
            }

            return this;
        }

        // A greeting that fell away leaves a small letter and a blank at the start of a line.
        public string Text()
        {
            var text = _text.ToString();
            var start = text.AsSpan().IndexOfAnyExcept(' ', '\n');
            return start < 0 ? "" : string.Concat(char.ToUpperInvariant(text[start]).ToString(), text.AsSpan(start + 1).TrimEnd());
        }

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
            _text.Append(mayUseAccents ? merged.Words : SmsText.ToGsm7(merged.Words, dropAccents: true));
            _spans.Add((start, _text.Length, merged.Fact));
        }

        // A full stop inside a merged value ("Dr. Lee", "10 a. m.") ends no sentence.
        private bool IsSentenceEnd(string text, int at) =>
            text[at] is '\n' || (text[at] is '.' or '?' or '!' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && !_spans.Exists(s => s.Start <= at && at < s.End));

        private void AddSentence(string text, int start, int end, List<Sentence> sentences)
        {
            var words = text[start..end].Trim();
            if (words.Length > 0)
            {
                sentences.Add(new Sentence(words, [.. _spans.Where(s => s.Start >= start && s.Start < end).Select(s => s.Fact).Distinct()]));
            }
        }
    }
}
