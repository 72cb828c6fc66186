using Rapport.Core.Composing;
using Rapport.Core.Composing.Guardrails;

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
}
