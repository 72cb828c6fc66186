using Rapport.Core.Composing;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Composing.Replies;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Intake;
using Rapport.Engine.Records;

namespace Rapport.Engine.Composing.Replies;

/// <summary>Suggests an answer to a patient's message. It has no sender: a person reads, changes and sends.</summary>
/// <remarks>What may be clinical or dangerous never reaches a model and gets fixed words; the rest goes there de-identified (ADR 0010). Works without a model.</remarks>
public sealed class ReplyDesk(Pictures pictures, IHouseholdStore households, IRecordStore records, FactLines facts, ILanguageModel? model, Func<PlanningContext> context)
{
    public const string ModelNotice = "Suggested by AI; read it before you send it";
    public const string FixedNotice = "Fixed words, not written by AI; read them before you send them";

    private const int MostLines = 12;
    private const int LongestLine = 1_000;
    private const int MostTries = 2;

    /// <param name="patient">The record's id, or an identifier such as a medical record number.</param>
    /// <param name="thread">The conversation, the oldest line first; the last is the patient's.</param>
    /// <param name="channel">Where the answer will be read.</param>
    /// <param name="signer">The staff member who will send it; null where the name is not to be said.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>Null where nobody is known by it.</returns>
    public async Task<ReplySuggestion?> SuggestAsync(string patient, IReadOnlyList<ThreadLine> thread, Channel channel, string? signer, CancellationToken ct)
    {
        var now = context();
        if (Find(patient, now, ct) is not var (household, picture))
        {
            return null;
        }

        var language = ReplyLanguage.Of(thread, picture.Language);
        var known = facts.Of(picture, now, channel, language, signer);
        var question = new Question(thread, ClinicalQuestion.In(thread), language, channel, known, now.Practice);
        if (question.Triage.Concern is not ReplyConcern.Arrangements)
        {
            return Fixed(question, question.Triage.Because, []);
        }

        return picture.IsDeceased ? Fixed(question with { Triage = new ReplyTriage(ReplyConcern.Death, "The record says that the patient has died.") }, "The record says that the patient has died.", [])
            : model is null ? Fixed(question, "No language model is set up, so these are our fixed words.", [])
            : await AskAsync(model, question, Hide(question, household, ct), ct);
    }

    private (Household Household, PatientPicture Picture)? Find(string patient, PlanningContext now, CancellationToken ct)
    {
        var household = pictures.Find(new PatientId(patient), now.Today, ct);
        if (household is null && records.FindPatient(null, patient) is { } id)
        {
            patient = id;
            household = pictures.Find(new PatientId(id), now.Today, ct);
        }

        return household?.Members.FirstOrDefault(m => m.Id.Value == patient) is { } picture ? (household, picture) : null;
    }

    // An earlier message of the patient that may be clinical is left out as a whole.
    private (ValueList<HiddenLine> Lines, Placeholders Map) Hide(Question question, Household household, CancellationToken ct)
    {
        List<ThreadLine> shown = [.. question.Thread.TakeLast(MostLines).Where(line => !line.IsFromPatient || ClinicalQuestion.Of(line.Text, null).Concern is ReplyConcern.Arrangements)];
        var named = NamedValues.Read(households, household, ct);
        var hidden = Deidentifier.For(household, question.Practice, named.People, named.Places).Hide(shown.Select(line => line.Text.Length > LongestLine ? line.Text[..LongestLine] : line.Text));
        return ([.. shown.Select((line, i) => new HiddenLine(line.IsFromPatient, hidden.Texts[i]))], hidden.Map);
    }

    private static async Task<ReplySuggestion> AskAsync(ILanguageModel model, Question question, (ValueList<HiddenLine> Lines, Placeholders Map) hidden, CancellationToken ct)
    {
        var brief = new ReplyBrief { Language = question.Language, Channel = question.Channel, Fields = question.Facts.Fields, Thread = hidden.Lines };
        var findings = new List<Violation>();
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var answer = await model.AskAsync(RequestFor(brief), ct);
            if (answer is ModelAnswer.Missing missing)
            {
                return Fixed(question, missing.Because, findings);
            }

            if (ReplyBrief.ReadAnswer(((ModelAnswer.Given)answer).Json) is not { } reply)
            {
                return Fixed(question, "The model's answer could not be read.", findings);
            }

            var (words, verdict) = Judge(reply, question, hidden.Map);
            if (verdict.IsFit)
            {
                return FromModel(model, words!, question);
            }

            findings.AddRange(verdict.Violations);
            brief = brief with { SentBack = new ReplySentBack(reply, [.. verdict.Violations.Select(v => v.Code).Distinct(StringComparer.Ordinal)]) };
        }

        return Fixed(question, "What the model wrote did not pass the checks.", findings);
    }

    public static ModelRequest RequestFor(ReplyBrief brief) => new()
    {
        Task = ModelTask.ReplyDraft,
        Program = "replies",
        Instructions = ReplyBrief.Instructions,
        Input = brief.ToJson(),
        SchemaName = "reply",
        Schema = ReplyBrief.Schema,
        MaxOutputTokens = 400,
    };

    private static (Rendered? Words, Verdict Verdict) Judge(string reply, Question question, Placeholders map)
    {
        if (ReplyText.Restore(reply, question.Facts.Values, map, question.Channel) is not { } words)
        {
            return (null, new Verdict([new Violation(Codes.BrokenPlaceholder, "It holds braces or brackets that stand for nothing we gave.")]));
        }

        var verdict = GuardrailSet.Judge(new Draft(question.Channel, question.Language, null, words.Body), question.Facts.Values.Facts);
        return (words, verdict);
    }

    private static ReplySuggestion FromModel(ILanguageModel model, Rendered words, Question question) => new()
    {
        Words = words.Body,
        IsFromModel = true,
        Notice = ModelNotice,
        Sentences = words.Sentences,
        Findings = [],
        Why = question.Triage.Because,
        Concern = question.Triage.Concern,
        Writer = $"{model.Name}, {ReplyBrief.PromptVersion}",
    };

    private static ReplySuggestion Fixed(Question question, string why, IReadOnlyList<Violation> findings)
    {
        var words = FixedReplies.Words(question.Triage.Concern, question.Language, question.Channel, question.Practice.Phone);
        return new ReplySuggestion
        {
            Words = words,
            IsFromModel = false,
            Notice = FixedNotice,
            Sentences = [new Sentence(words, [.. question.Facts.Values.Facts.Facts.Where(f => f.Name is "phone" && words.Contains(question.Practice.Phone, StringComparison.Ordinal))])],
            Findings = [.. findings],
            Why = why,
            Concern = question.Triage.Concern,
            IsUrgent = question.Triage.IsUrgent,
            ForStaff = FixedReplies.ForStaff(question.Triage.Concern),
        };
    }

    private sealed record Question(IReadOnlyList<ThreadLine> Thread, ReplyTriage Triage, Language Language, Channel Channel, ReplyFacts Facts, Practice Practice)
    {
        public override string ToString() => Triage.ToString();
    }
}
