using Rapport.Core.Composing;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Composing.Guardrails;

public sealed class TemplateTests
{
    private static readonly FactSheet VisitBooked = new([A.Yes("visit.start"), A.Yes("practice.name")]);

    [Theory]
    [InlineData("{patient.name}, your visit with {clinician.name} is {visit.day} at {visit.time}. - {practice.name}")]
    [InlineData("{patient.name}, see you {visit.day} at {visit.time}.[ There is parking at {visit.parking}.] Reply Y to confirm. - {practice.name}")]
    public void Facts_stand_as_fields(string body) =>
        GuardrailSet.JudgeTemplate(A.Sms(body), VisitBooked).Violations.Select(violation => violation.Why).ShouldBeEmpty();

    [Theory]
    [InlineData("{patient.name}, see you Wednesday at {visit.time}. - {practice.name}")]
    [InlineData("{patient.name}, see you {visit.day} at 2 PM. - {practice.name}")]
    [InlineData("{patient.name}, Dr. Marsh will see you {visit.day}. - {practice.name}")]
    [InlineData("{patient.name}, see you {visit.day}. Call 555-0142. - {practice.name}")]
    [InlineData("{patient.name}, see you {visit.day}. It costs $40. - {practice.name}")]
    public void A_fact_of_its_own_is_refused(string body) => GuardrailSet.JudgeTemplate(A.Sms(body), VisitBooked).IsFit.ShouldBeFalse();

    [Theory]
    [InlineData("{patient.name}, see you {visit.day. - {practice.name}")]
    [InlineData("{patient.name}, see you {visit.day}.[ Please come.] - {practice.name}")]
    [InlineData("{patient.name}, see you {visit.day}.[ At {visit.place} - {practice.name}")]
    [InlineData("{patient.name}, see you <day>. - {practice.name}")]
    public void A_brace_or_bracket_that_does_not_close_is_refused(string body) =>
        GuardrailSet.JudgeTemplate(A.Sms(body), VisitBooked).Violations.Select(violation => violation.Code).ShouldContain(Codes.BrokenPlaceholder);

    [Fact]
    public void A_template_is_held_to_the_same_kindness() =>
        GuardrailSet.JudgeTemplate(A.Sms("{patient.name}, do not miss {visit.day}. - {practice.name}"), VisitBooked).Violations.Select(violation => violation.Code).ShouldContain(Codes.PressureOrGuilt);

    [Fact]
    public void Every_built_in_template_passes_the_guardrails()
    {
        string[] refused =
        [
            .. from template in TemplatePack.BuiltIn.All
               let verdict = GuardrailSet.JudgeTemplate(template)
               where !verdict.IsFit
               select $"{template.Id}: {string.Join(" ", verdict.Violations.Select(violation => violation.Why))}",
        ];

        refused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Codes.InventedFact, "Hi {name}, your {visit.label} with Dr. Marsh is {visit.day} at {visit.time}. {practice}")]
    [InlineData(Codes.InventedFact, "Hi {name}, Tori will meet you {visit.day} at {visit.time}. {practice}")]
    [InlineData(Codes.InventedFact, "Hi {name}, your {visit.label} is {visit.day} at 9. {practice}")]
    [InlineData(Codes.InventedFact, "Hi {name}, your {visit.label} is Tuesday at {visit.time}. {practice}")]
    [InlineData(Codes.InventedFact, "Hi {name}, your {visit.label} is {visit.day} at {visit.time}. It takes ten minutes. {practice}")]
    [InlineData(Codes.InventedFact, "Hi {name}, your {visit.label} is {visit.day} at {visit.time}. Parking is on Elm Street. {practice}")]
    [InlineData(Codes.InventedFact, "Hi {name}, your {visit.label} is {visit.day} at {visit.time}. There is never a line. {practice}")]
    [InlineData(Codes.InventedFact, "Hi {name}, your {visit.label} is {visit.day} at {visit.time}. Your daughter may come. {practice}")]
    [InlineData(Codes.InventedFact, "Hi {name}, your {visit.label} is {visit.day}. Call 555-0142. {practice}")]
    [InlineData(Codes.MedicalAdvice, "Hi {name}, your {visit.label} is {visit.day} at {visit.time}. Drink plenty of water. {practice}")]
    [InlineData(Codes.MedicalAdvice, "Hi {name}, see you {visit.day} at {visit.time}. You will feel better soon. {practice}")]
    [InlineData(Codes.PressureOrGuilt, "Hi {name}, your {visit.label} is {visit.day} at {visit.time}. Last chance to confirm! {practice}")]
    [InlineData(Codes.Shaming, "Hi {name}, you missed your {visit.label}. Is {visit.day} at {visit.time} better? {practice}")]
    [InlineData(Codes.SalesPitch, "Hi {name}, see you {visit.day} at {visit.time}. Ask about our special offer. {practice}")]
    [InlineData(Codes.FakeIntimacy, "Hi {name}, you are our favorite. See you {visit.day} at {visit.time}. {practice}")]
    [InlineData(Codes.FalseHumanClaim, "Hi {name}, I looked at your file. See you {visit.day} at {visit.time}. {practice}")]
    [InlineData(Codes.SensitiveDisclosure, "Hi {name}, your depression visit is {visit.day} at {visit.time}. {practice}")]
    [InlineData(Codes.Discriminatory, "Hi {name}, seniors like you come {visit.day} at {visit.time}. {practice}")]
    [InlineData(Codes.WrongLanguage, "Hola {name}, su visita es {visit.day} at {visit.time}. {practice}")]
    [InlineData(Codes.TooComplex, "Pursuant to your {visit.label}, kindly attend {visit.day} at {visit.time}. {practice}")]
    [InlineData(Codes.PromptLeak, "Here is a draft: Hi {name}, see you {visit.day} at {visit.time}. {practice}")]
    [InlineData(Codes.PromptLeak, "Hi {name}, see you {visit.day} at {visit.time}. {practice} (option 2, friendlier)")]
    [InlineData(Codes.BrokenPlaceholder, "Hi {first.name}, see you {visit.day} at {visit.time}. {practice}")]
    [InlineData(Codes.BrokenPlaceholder, "Hi {name}, see you {visit.day} at {visit.time} [with care]. {practice}")]
    [InlineData(Codes.UnsafeLink, "Hi {name}, see you {visit.day} at {visit.time}: bit.ly/x1. {practice}")]
    [InlineData(Codes.BrokenText, "Hi {name}, see see you {visit.day} at {visit.time}. {practice}")]
    [InlineData(Codes.MissingSender, "Hi {name}, your {visit.label} is {visit.day} at {visit.time}. Reply YES or CHANGE.")]
    [InlineData(Codes.MissingSender, "Hi {name}, your {visit.label} is {visit.day} at {visit.time}.[ {practice}, {visit.place}]")]
    public void A_template_of_a_visit_that_does_harm_is_refused(string code, string body) =>
        GuardrailSet.JudgeTemplate(Template.Of(VisitText, null, body)).Violations.Select(violation => violation.Code).ShouldContain(code);

    [Fact]
    public void A_template_that_cannot_fit_two_segments_with_long_values_is_refused() =>
        GuardrailSet.JudgeTemplate(Template.Of(VisitText, null, $"Hi {{name}}, your {{visit.label}} is {{visit.day}} at {{visit.time}}. {string.Join(' ', Enumerable.Repeat("Reply if you have any questions.", 7))} {{practice}}"))
            .Violations.Select(violation => violation.Code).ShouldContain(Codes.TooLong);

    [Fact]
    public void A_field_is_allowed_only_where_its_situation_can_fill_it()
    {
        const string Body = "Hi {name}, it's {practice}. It's time for your {service.label}. Which day suits you?";

        GuardrailSet.JudgeTemplate(Template.Of(VisitText with { Name = "recall.invite" }, null, Body)).IsFit.ShouldBeTrue();
        GuardrailSet.JudgeTemplate(Template.Of(VisitText, null, Body)).Violations.Select(violation => violation.Code).ShouldContain(Codes.BrokenPlaceholder);
    }

    [Fact]
    public void A_light_note_may_paint_pictures_but_tells_nothing_of_the_practice()
    {
        var note = VisitText with { Name = "education.toothbrush-month" };

        GuardrailSet.JudgeTemplate(Template.Of(note, null, "Hi {name}, {practice} here. {snippet} A squirrel would agree. {phone}")).Violations.Select(violation => violation.Why).ShouldBeEmpty();
        GuardrailSet.JudgeTemplate(Template.Of(note, null, "Hi {name}, {practice} here. {snippet} Our new laser is a marvel. {phone}")).IsFit.ShouldBeFalse();
        GuardrailSet.JudgeTemplate(Template.Of(note, null, "Hi {name}, {practice} here. {snippet} Nine out of ten squirrels agree. {phone}")).IsFit.ShouldBeFalse();
    }

    private static Situation VisitText => new("appointment.confirm", Audience.Self, Channel.Sms, Language.English);

    [Theory]
    [InlineData("recall.nudge", "Waiting too long can make things harder later.")]
    [InlineData("recall.nudge", "We have not heard back.")]
    [InlineData("recall.invite", "We miss seeing you.")]
    [InlineData("recall.invite", "There is no fee for it.")]
    [InlineData("recall.invite", "There is no reason to worry.")]
    public void Words_of_arranging_open_no_door_for_harm(string step, string sentence) =>
        GuardrailSet.JudgeTemplate(Template.Of(new(step, Audience.Self, Channel.Sms, Language.English), null, $"{{practice}} here. It is time for your {{service.label}}. {sentence} Reply YES or a day.")).IsFit.ShouldBeFalse();

    [Theory]
    [InlineData("recall.nudge", "Some people like to plan early. Later is fine, and a short YES is plenty.")]
    [InlineData("recall.heads-up", "In about a month it is time. Nothing needs to happen today.")]
    public void What_is_true_of_answers_and_plans_may_be_said(string step, string sentences) =>
        GuardrailSet.JudgeTemplate(Template.Of(new(step, Audience.Self, Channel.Sms, Language.English), null, $"{{practice}} here about your {{service.label}}. {sentences}")).Violations.Select(v => v.Why).ShouldBeEmpty();
}
