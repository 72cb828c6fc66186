using System.Text.Json;
using Rapport.Core.Composing;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Composing.Writing;

public sealed class WritingTests
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Situation Invite = new("recall.invite", Audience.Self, Channel.Email, Language.Spanish);

    [Fact]
    public void The_whole_of_what_a_model_is_told_has_been_read_by_a_person()
    {
        var brief = new WritingBrief
        {
            Situation = Invite,
            Shade = Shade.GapOfYears,
            Voice = new VoiceCard { Warmth = Warmth.Playful, HasHumour = true, Signature = Signature.Team },
            AvoidOpenings = ["Hola[, {name}]:"],
            SentBack = [new SentBack("Una nota", "{practice}: venga el martes.", ["\"martes\" must be a merge field."])],
        };

        Snapshot.Match($"{WritingBrief.Instructions}\n\n---\n\n{Indented(brief.ToJson())}\n\n---\n\n{Indented(WritingBrief.Schema)}\n", "brief.txt");
    }

    [Fact]
    public void Every_situation_that_a_program_can_bring_about_has_a_purpose_to_tell() =>
        TemplatePack.BuiltIn.All.Select(t => t.Situation).Where(s => SituationGuide.For(s) is null).ShouldBeEmpty();

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"variants":"many"}""")]
    [InlineData("""{"words":[]}""")]
    public void An_answer_of_another_shape_is_no_answer(string json) => WritingAnswer.Read(json).ShouldBeNull();

    [Fact]
    public void What_is_no_text_in_an_answer_is_left_out() =>
        WritingAnswer.Read("""{"variants":[7,{"body":3},{"body":""},{"subject":5,"body":"Hello."},null]}""").ShouldNotBeNull().ShouldBe([new Variant(null, "Hello.")]);

    [Fact]
    public void Two_texts_with_one_opening_are_one_text_to_a_reader()
    {
        Likeness.IsSame("Hi[ {name}], it's {practice}. Which day suits you?", "Hi[ {name}], it's {practice}. Shall we look for a time for your {service.label} this week?").ShouldBeFalse();
        Likeness.IsSame("A short note from {practice}: which day suits you?", "A short note from {practice}: what about your {service.label}, shall we plan it?").ShouldBeTrue();
        Likeness.IsSame("{practice} here. Which day would suit you for your {service.label}?", "Which day would suit you for your {service.label}? {practice} here.").ShouldBeTrue();
    }

    [Fact]
    public void A_sentence_does_not_end_inside_a_field() => Likeness.FirstSentence("Is there a day for your {service.label}? Tell us.").ShouldBe("Is there a day for your {service.label}?");

    [Fact]
    public void Every_seeded_error_is_one_that_the_guardrails_would_have_caught()
    {
        var fit = TemplatePack.BuiltIn.All.Where(t => t.Situation is { Name: "recall.invite", Channel: Channel.Email }).ToList();
        var drills = fit.SelectMany(t => Enumerable.Range(0, 6).Select(seed => SeededError.In(t, $"{seed}"))).ToList();

        drills.Select(d => d.Error).Distinct().Count().ShouldBe(6);
        drills.Where(d => GuardrailSet.JudgeTemplate(d.Template).IsFit).Select(d => d.Error).Distinct().ShouldBeEmpty();
        drills.ShouldAllBe(d => fit.All(t => t.Id != d.Template.Id));
    }

    [Theory]
    [InlineData("Dear Ana, we look forward to seeing you on Monday at our office. Kind regards, your team", Greeting.Dear, Signature.Team, SentenceLength.Medium)]
    [InlineData("Hi Ana! See you Monday.", Greeting.Hi, Signature.Practice, SentenceLength.Short)]
    [InlineData("Hello Ana. Your visit is Monday.", Greeting.Hello, Signature.Practice, SentenceLength.Short)]
    public void A_voice_is_read_from_the_practice_s_own_messages(string sample, Greeting greeting, Signature signature, SentenceLength length)
    {
        var card = VoiceReader.Read("We are a small practice.", [sample]);

        (card.Greeting, card.Signature, card.SentenceLength).ShouldBe((greeting, signature, length));
    }

    [Fact]
    public void A_practice_that_calls_itself_formal_does_not_joke() =>
        VoiceReader.Read("We are formal and love a joke.", ["Hi! Fun day!"]).ShouldSatisfyAllConditions(c => c.Warmth.ShouldBe(Warmth.Plain), c => c.HasHumour.ShouldBeFalse());

    // evidence.md §3.8
    [Theory]
    [InlineData("appointment", TemplateOrigin.Pack, false, DisclosurePolicy.Always, null, DisclosureDuty.None)]
    [InlineData("appointment", TemplateOrigin.Person, true, DisclosurePolicy.Always, null, DisclosureDuty.None)]
    [InlineData("appointment", TemplateOrigin.Model, false, DisclosurePolicy.Always, "CA", DisclosureDuty.Assisted)]
    [InlineData("appointment", TemplateOrigin.Model, true, DisclosurePolicy.Always, "CA", DisclosureDuty.AssistedAndChecked)]
    [InlineData("appointment", TemplateOrigin.Model, true, DisclosurePolicy.WhereRequired, "CA", DisclosureDuty.None)]
    [InlineData("appointment", TemplateOrigin.Model, false, DisclosurePolicy.WhereRequired, "TX", DisclosureDuty.Assisted)]
    [InlineData("appointment", TemplateOrigin.Model, false, DisclosurePolicy.WhereRequired, "EU", DisclosureDuty.Assisted)]
    [InlineData("appointment", TemplateOrigin.Model, false, DisclosurePolicy.WhereRequired, null, DisclosureDuty.Assisted)]
    [InlineData("education", TemplateOrigin.Model, true, DisclosurePolicy.WhereRequired, "CA", DisclosureDuty.AssistedAndChecked)]
    [InlineData("education", TemplateOrigin.Model, false, DisclosurePolicy.WhereRequired, "CA", DisclosureDuty.NotPermitted)]
    [InlineData("follow-up", TemplateOrigin.Model, false, DisclosurePolicy.Always, "IL", DisclosureDuty.NotPermitted)]
    public void What_is_said_of_a_model_s_help_follows_the_matrix(string program, TemplateOrigin origin, bool isApproved, DisclosurePolicy policy, string? place, DisclosureDuty duty) =>
        Disclosure.DutyOf(program, origin, isApproved, policy, place).ShouldBe(duty);

    private static string Indented(string json) =>
        JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Options);
}
