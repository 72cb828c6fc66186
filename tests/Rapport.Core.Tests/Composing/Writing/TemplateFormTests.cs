using Rapport.Core.Composing;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Composing.Writing;

public sealed class TemplateFormTests
{
    private static readonly Situation Remind = new("appointment.remind", Audience.Self, Channel.Sms, Language.English);
    private static readonly Situation RemindInSpanish = Remind with { Language = Language.Spanish };
    private static readonly Situation ByMail = Remind with { Channel = Channel.Email };

    [Fact]
    public void Every_built_in_template_has_the_form_that_is_asked_of_a_model() =>
        TemplatePack.BuiltIn.All.SelectMany(t => TemplateForm.Check(t).Violations.Select(v => $"{t.Id}: {v.Why}")).ShouldBeEmpty();

    [Theory]
    [InlineData("{practice}: see you {visit.day}, {visit.time}.", "")]
    [InlineData("See you {visit.day}, {visit.time}.", "{practice}")]
    [InlineData("{practice}: see you {visit.time}.", "the day")]
    [InlineData("{practice}: see you {visit.day}.", "{visit.time}")]
    [InlineData("{practice}: {name}, see you {visit.day}, {visit.time}.", "inside […]")]
    [InlineData("{practice}: see you {visit.day}, {visit.time}.\nBye.", "one paragraph")]
    [InlineData("{practice}: see you {visit.day}, {visit.time}!", "exclamation")]
    [InlineData("{practice}: see you {visit.day}, {visit.time}. Reply CANCEL if not.", "CANCEL")]
    [InlineData("{practice}: see you {visit.day}, {visit.time}. Reply NO if not.", "NO means")]
    [InlineData("{practice}: see you {visit.day}, {visit.time}. Reply MAYBE if not.", "MAYBE")]
    [InlineData("{practice}: a {visit.label} on {visit.day}, {visit.time}.", "does not fit every value")]
    [InlineData("{practice}: see you {visit.day}, {visit.time} 😊.", "GSM")]
    public void A_text_says_who_what_and_when_in_a_form_that_any_value_fits(string body, string finding) =>
        Findings(Template.Of(Remind, null, body)).ShouldContain(finding);

    [Theory]
    [InlineData("{practice}: tiene la {visit.label} el {visit.day}, {visit.time}.")]
    [InlineData("{practice}: su {visit.label} es el {visit.day} a las {visit.time}.")]
    [InlineData("{practice}: su {visit.label} el {visit.day}, {visit.time}[, pregunte a {clinician}].")]
    public void Spanish_words_fit_every_gender_hour_and_title(string body) =>
        Findings(Template.Of(RemindInSpanish, null, body)).ShouldContain("does not fit every value");

    [Theory]
    [InlineData("{practice}: tu {visit.label} es el {visit.day}, {visit.time}.")]
    [InlineData("{practice}: le esperamos el {visit.day}, {visit.time}. Responde CAMBIO si no le queda bien.")]
    public void A_reader_is_called_usted_unless_the_voice_says_tu(string body)
    {
        var template = Template.Of(RemindInSpanish, null, body);

        Findings(template).ShouldContain("Say usted");
        TemplateForm.Check(template, SpanishAddress.Tu).Violations.ShouldNotContain(v => v.Why.Contains("usted"));
    }

    [Fact]
    public void Sorry_is_said_once() =>
        Findings(Template.Of(Remind, null, "{practice}: sorry, {visit.day}, {visit.time} has changed. We apologize.")).ShouldContain("more than once");

    [Fact]
    public void A_text_that_long_names_push_past_two_messages_is_too_long() =>
        Findings(Template.Of(Remind, null, "{practice}: see you {visit.day}, {visit.time}. " + string.Concat(Enumerable.Repeat("We look forward to it. ", 12)))).ShouldContain("2 is the most here");

    [Fact]
    public void A_model_s_text_that_takes_two_messages_is_not_worth_a_reviewer_s_time()
    {
        const string Body = "Hello[ {name}], this is {practice}. We look forward to seeing you for your {visit.label} on {visit.day}, {visit.time}. Reply CHANGE for another time.";

        Findings(Template.Of(Remind, null, Body) with { Origin = TemplateOrigin.Model }).ShouldContain("1 is the most here");
        Findings(Template.Of(Remind, null, Body)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Happy birthday from {practice}. Why not book a visit?", "book a visit")]
    [InlineData("es", "{practice} le desea un feliz cumple. Haga una cita.", "Haga una cita")]
    public void A_kind_note_suggests_no_visit(string language, string body, string found) =>
        Findings(Template.Of(new Situation("moments.birthday", Audience.Self, Channel.Sms, new Language(language)), null, body)).ShouldContain(found);

    [Fact]
    public void A_subject_tells_no_name_and_no_kind_of_care()
    {
        Findings(Template.Of(ByMail, "{visit.label} for you", "{practice}: {visit.day}, {visit.time}.")).ShouldContain("A subject is one line");
        Findings(Template.Of(ByMail, "See you on {visit.weekday}", "{practice}: {visit.day}, {visit.time}.")).ShouldBeEmpty();
        Findings(Template.Of(ByMail, null, "{practice}: {visit.day}, {visit.time}.")).ShouldContain("An email needs a subject");
    }

    private static string Findings(Template template) => string.Join(' ', TemplateForm.Check(template).Violations.Select(v => v.Why));
}
