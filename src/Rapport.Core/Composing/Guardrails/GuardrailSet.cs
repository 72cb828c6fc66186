using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>All guardrails together: the one judge between words and a reader.</summary>
public static class GuardrailSet
{
    private static readonly Guardrail[] ForTemplates =
    [
        new NoUnsupportedClaims(), new EverySentenceIsGrounded(), new NoUnfoundedActions(), new RelationsAreGiven(), new NoSensitiveDisclosure(), new NoMedicalAdvice(), new NoSalesPitch(), new NoPressureOrGuilt(),
        new NoShaming(), new NoFakeIntimacy(), new NoFalseHumanClaim(), new NoPromptLeak(), new NoDiscrimination(), new RightLanguage(), new PlainWords(),
        new NoBrokenPlaceholder(), new NoBrokenText(), new OnlyGivenLinks(),
    ];

    // What only a template can get wrong.
    private static readonly Guardrail[] ForFields = [new FactsAreFields(), new FieldsAreKnown(), new SaysWhoWrites(), new FitsWithLongValues()];

    private static readonly Guardrail[] ForFieldsAndWords = [.. ForFields, .. ForTemplates];

    private static readonly Guardrail[] ForText =
    [
        .. ForTemplates, new NoInventedDates(), new NoInventedTimes(), new NoInventedAmounts(), new NamesAreGiven(), new AnswersRestOnFacts(), new ValuesStayWithTheirNames(), new NoRevealingSender(),
        new NoDetailsWithoutAuthority(), new FitsTheChannel(), new OffersAWayOut(),
    ];

    // What facts can spoil in words that were approved: a name that is a diagnosis, a place that is a link.
    private static readonly Guardrail[] ForMerged = [new NoSensitiveDisclosure(), new NoRevealingSender(), new NoBrokenPlaceholder(), new OnlyGivenLinks()];


    /// <summary>Judges plain text, written by a model or edited by a person, against the only facts that it may state.</summary>
    public static Verdict Judge(Draft draft, FactSheet facts) => Judge(DraftReading.Of(draft, facts), ForText);

    /// <summary>Judges a template by what its situation is sure to know and the merge fields that it may use.</summary>
    public static Verdict JudgeTemplate(Template template)
    {
        var situation = template.Situation;
        return JudgeTemplate(new Draft(situation.Channel, situation.Language, template.Subject?.Source, template.Body.Source), SituationFacts.SureOf(situation), SituationFacts.FieldsOf(situation));
    }

    /// <summary>Judges a template: facts stand only as merge fields such as <c>{visit.time}</c>, and what may be missing in <c>[…]</c>.</summary>
    /// <param name="template">The words with their fields.</param>
    /// <param name="known">Facts that the situation is sure to have; their names open topics (<c>birthday_today</c>), their values are not read.</param>
    /// <param name="fields">The merge fields that can be filled; null where any may be.</param>
    public static Verdict JudgeTemplate(Draft template, FactSheet known, IReadOnlySet<string>? fields = null)
    {
        var reading = DraftReading.OfTemplate(template, FactsAreFields.Opened(template, known), fields);
        return Judge(reading, ForFieldsAndWords);
    }

    /// <summary>Judges the facts that are put into an approved template, one after the other in a text, for what they may spoil.</summary>
    public static Verdict JudgeMerged(Draft message, FactSheet facts) => Judge(DraftReading.Of(message, facts), ForMerged);

    private static Verdict Judge(DraftReading reading, Guardrail[] guardrails)
    {
        List<Violation>? found = null;
        foreach (var guardrail in guardrails)
        {
            foreach (var violation in guardrail.Check(reading))
            {
                (found ??= []).Add(violation);
            }
        }

        return found is null ? Verdict.Pass : new Verdict(new ValueList<Violation>(found.Distinct().ToArray()));
    }
}
