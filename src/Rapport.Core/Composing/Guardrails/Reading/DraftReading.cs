using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>A draft and its facts, taken apart once for all guardrails.</summary>
internal sealed class DraftReading
{
    private static readonly PhraseBook Phrases = new(LexiconFile.Lines("phrases.txt").Concat(LexiconFile.Lines("health.txt")));

    private readonly HashSet<int> _emergencies = [];
    private readonly bool[] _courteous;
    private readonly bool[] _courteousByFacts;

    private DraftReading(Draft draft, FactSheet sheet, bool isTemplate, IReadOnlySet<string>? fields = null)
    {
        Draft = draft;
        IsTemplate = isTemplate;
        Fields = fields;
        Passage = Passage.Of(draft, isTemplate);
        Facts = KnownFacts.Of(sheet, Passage.IsSpanish);
        Mentions = MentionReader.Read(Passage, Facts.Today);
        Hits = Phrases.Find(Passage);
        Hits.RemoveAll(hit => hit.Tag.Code is "courtesy" && hit.Tag.Topics.Length > 0 && !Facts.AllowsAny(hit.Tag.Topics));
        Explained = new bool[Passage.Count];
        (_courteous, _courteousByFacts) = (new bool[Passage.Count], new bool[Passage.Count]);
        foreach (var hit in Hits)
        {
            if (hit.Tag.Code is "courtesy")
            {
                _courteous.AsSpan(hit.From, hit.To - hit.From).Fill(true);
                if (hit.Tag.Topics.Length > 0)
                {
                    _courteousByFacts.AsSpan(hit.From, hit.To - hit.From).Fill(true);
                }
            }

            if (hit.Tag.Code is "courtesy" || (hit.Tag.Topics.Length > 0 && Facts.AllowsAny(hit.Tag.Topics)))
            {
                Explained.AsSpan(hit.From, hit.To - hit.From).Fill(true);
            }
        }

        IsSmallTalk = isTemplate && Facts.AllowsAny(["smalltalk"]);
        ExplainEmergencyLines();
    }

    // "If this feels like an emergency, call 911": what such a line says of emergencies is no claim about the reader.
    public bool IsEmergencyLine(int at) => _emergencies.Contains(Passage[at].Sentence);

    private void ExplainEmergencyLines()
    {
        for (var i = 1; i < Passage.Count; i++)
        {
            var start = Passage.SentenceStart(i);
            if (Passage[i].Norm is "911" or "988" && Passage[start].Norm is "if" or "in" or "for" or "call" or "dial" or "si" or "en" or "para" or "llame" or "marque" or "please" or "trouble" or "emergency" or "emergencies" or "emergencia" or "emergencias" || (Passage[i].Norm is "911" && Passage[start].Norm is "no" && Passage.WordAt(start + 1, start) is "espere"))
            {
                _emergencies.Add(Passage[i].Sentence);
                Explained.AsSpan(start, Passage.SentenceEnd(i) - start).Fill(true);
                if (start > 0 && Passage[start].Norm is "call" or "dial" or "llame" or "marque" && Passage.Asks(start - 1))
                {
                    // "Trouble breathing? Call 911."
                    _emergencies.Add(Passage[start - 1].Sentence);
                    Explained.AsSpan(Passage.SentenceStart(start - 1), start - Passage.SentenceStart(start - 1)).Fill(true);
                }
            }
        }
    }

    public Draft Draft { get; }

    public bool IsTemplate { get; }

    /// <summary>A template of a light note about a season or a day of the year, whose one fact is a vetted snippet.</summary>
    public bool IsSmallTalk { get; }

    /// <summary>Whether a sentence of small talk is mere picture: it tells nothing of the practice, its people or what they did.</summary>
    public bool IsPicture(int at)
    {
        if (!IsSmallTalk)
        {
            return false;
        }

        var (speaksOfUs, wishes) = (false, false);
        for (var i = Passage.SentenceStart(at); i < Passage.SentenceEnd(at); i++)
        {
            var norm = Passage[i].Norm;
            if (Passage[i].Kind is TokenKind.Field)
            {
                speaksOfUs |= norm is "practice" && i + 1 < Passage.SentenceEnd(i) && Passage[i + 1].Gap is Gap.Space && Passage[i + 1].Norm is not ("here" or "aqui" or "wishes" or "le" or "les" or "desea");
                continue;
            }

            speaksOfUs |= norm is "we" or "our" or "ours" or "practice" or "clinic" or "office" or "nosotros" or "nuestro" or "nuestra" or "nuestros" or "nuestras" or "clinica" or "consultorio" or "clinician" || (Passage.IsSpanish && norm.EndsWith("mos", StringComparison.Ordinal) && Passage[i].Kind is TokenKind.Word);
            wishes |= norm is "wish" or "hope" or "leave" or "deseamos" or "esperamos" or "dejamos" or "ojala" or "celebramos" or "mandamos";
        }

        return !speaksOfUs || wishes;
    }

    /// <summary>The merge fields that a template may use; null where any may be.</summary>
    public IReadOnlySet<string>? Fields { get; }

    public Passage Passage { get; }

    public KnownFacts Facts { get; }

    public List<Mention> Mentions { get; }

    public List<PhraseHit> Hits { get; }

    /// <summary>Tokens that a courtesy or an allowed phrase accounts for.</summary>
    public bool[] Explained { get; }

    public bool IsOpenChannel => Draft.Channel is Channel.Sms or Channel.Email;

    public static DraftReading Of(Draft draft, FactSheet sheet) => new(draft, sheet, isTemplate: false);

    public static DraftReading OfTemplate(Draft template, FactSheet known, IReadOnlySet<string>? fields) => new(template, known, isTemplate: true, fields);

    /// <summary>Hits of one code that neither a courtesy nor the facts themselves account for.</summary>
    public IEnumerable<PhraseHit> Unexcused(string code)
    {
        foreach (var hit in Hits)
        {
            if (string.Equals(hit.Tag.Code, code, StringComparison.Ordinal) && !IsExcused(hit))
            {
                yield return hit;
            }
        }
    }

    /// <summary>Whether a courtesy covers the words, or the facts hold every one of them.</summary>
    private bool IsExcused(PhraseHit hit)
    {
        if (hit.Tag.Code is not "medical-advice" && IsEmergencyLine(hit.From))
        {
            return true;
        }

        if (Enumerable.Range(hit.From, hit.To - hit.From).All(IsInCourtesyOfTheFacts))
        {
            return true;   // a courtesy that the facts open is meant for just these words
        }

        if (hit.Tag.Topics.Length > 0 && Facts.AllowsAny(hit.Tag.Topics))
        {
            return true;
        }

        if (hit.To - hit.From is 1 && Topics.Shared.Of(Passage[hit.From].Norm).Exists(Facts.Allows))
        {
            return true;
        }

        var (courteous, stated) = (true, true);
        for (var i = hit.From; i < hit.To; i++)
        {
            courteous &= IsInCourtesy(i);
            stated &= Facts.StatesStem(Passage[i].Norm) || Facts.IsCapitalised(Passage[i].Norm) || Little.Contains(Passage[i].Norm);
        }

        // What the facts must hold is not excused by a mere courtesy.
        return stated || (courteous && !(hit.Tag.Topics.Length > 0 && hit.Tag.Code is "invented-fact"));
    }

    /// <summary>Whether a courtesy holds the word.</summary>
    public bool IsInCourtesy(int at) => _courteous[at];

    private bool IsInCourtesyOfTheFacts(int at) => _courteousByFacts[at];

    private static readonly HashSet<string> Little = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "to", "of", "in", "on", "for", "and", "or", "you", "your", "we", "is", "are", "it", "el", "la", "los", "las", "un", "una", "de", "en", "y", "o", "su", "le", "se", "con", "por", "para", "al", "del",
    };
}
