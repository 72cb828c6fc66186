using Rapport.Core.Composing;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Composing;

public sealed class TemplateTests
{
    private static readonly Situation Text = new("appointment.confirm", Audience.Self, Channel.Sms, Language.English);
    private static readonly Situation Mail = Text with { Channel = Channel.Email };

    [Fact]
    public void A_passage_is_said_only_when_all_its_facts_are_known()
    {
        Render("Hi[ {name}], come at {visit.time}[ to see {clinician} in {visit.place}].", ("visit.time", "2:15 PM"), ("clinician", "Dr. Lee")).Body
            .ShouldBe("Hi, come at 2:15 PM.");
        Render("Hi[ {name}], come.", ("name", "Ana")).Body.ShouldBe("Hi Ana, come.");
    }

    [Fact]
    public void A_sentence_that_lost_its_greeting_begins_with_a_capital() =>
        Render("[{name}, ]your visit is soon. {patient} knows.", ("patient", "your baby")).Body.ShouldBe("Your visit is soon. Your baby knows.");

    [Fact]
    public void A_full_stop_inside_a_name_begins_no_sentence() =>
        Render("{clinician} {patient} meet.", ("clinician", "Dr."), ("patient", "your baby")).Body.ShouldBe("Dr. your baby meet.");

    [Fact]
    public void Words_that_need_an_unknown_fact_cannot_be_used()
    {
        Renderer.CanRender(Template.Of(Text, null, "Come at {visit.time}."), new MergeFields()).ShouldBeFalse();
        Renderer.CanRender(Template.Of(Text, null, "Come[ at {visit.time}]."), new MergeFields()).ShouldBeTrue();
        Renderer.CanRender(Template.Of(Mail, "{visit.date}", "Come."), new MergeFields()).ShouldBeFalse();
    }

    [Fact]
    public void Every_sentence_names_the_facts_that_it_rests_on()
    {
        var words = Render("Hi Ana. Your visit with {clinician} is at {visit.time}. See you.", ("clinician", "Dr. Lee"), ("visit.time", "2 PM"));

        words.Sentences.Select(s => s.Words).ShouldBe(["Hi Ana.", "Your visit with Dr. Lee is at 2 PM.", "See you."]);
        words.Sentences[1].Facts.Select(f => f.Name).ShouldBe(["clinician", "visit.time"]);
        words.Sentences[2].Facts.ShouldBeEmpty();
        words.Sentences.ShouldAllBe(s => words.Body.Contains(s.Words));
    }

    [Fact]
    public void A_text_loses_the_accents_that_would_double_its_price_and_a_mail_keeps_them()
    {
        Render("Hola {name}.", ("name", "María José")).Body.ShouldBe("Hola Maria José.");
        Renderer.Render(Template.Of(Mail, "Hola", "Hola {name}."), Fields(("name", "María José"))).Body.ShouldBe("Hola María José.");
    }

    [Theory]
    [InlineData("Hi {name")]
    [InlineData("Hi [name")]
    [InlineData("Hi name]")]
    [InlineData("Hi {Name}")]
    [InlineData("Hi {}")]
    [InlineData("Hi [a [b]]")]
    [InlineData("Hi } you")]
    public void A_template_that_is_not_whole_is_refused(string source) => Should.Throw<FormatException>(() => TemplateText.Parse(source));

    [Fact]
    public void Changed_words_are_another_template()
    {
        Template.Of(Text, null, "Come.").Id.ShouldNotBe(Template.Of(Text, null, "Come!").Id);
        Template.Of(Text, null, "Come.").Id.ShouldBe(Template.Of(Text, null, "Come.").Id);
        Enumerable.Range(0, 400).Select(i => Template.Of(Text, null, $"Come {(char)('a' + (i % 26))} {new string('x', i)}.").Id).ShouldAllBe(id => id.Length == $"{Text}/".Length + 8);
    }

    [Fact]
    public void The_same_words_in_another_shade_or_voice_are_another_template()
    {
        Template[] templates =
        [
            Template.Of(Text, null, "Come."),
            Template.Of(Text, null, "Come.", Shade.FirstVisit),
            Template.Of(Text, null, "Come.", Shade.GapOfYears),
            Template.Of(Text, null, "Come.", voice: "0123abcd"),
            Template.Of(Text, null, "Come.", Shade.FirstVisit, "0123abcd"),
        ];

        templates.Select(t => t.Id).ShouldBeUnique();
        templates[0].Id.ShouldBe("en/appointment.confirm/self/sms/e3211dea", "messages that left name it");
        templates[4].ShouldSatisfyAllConditions(t => t.Shade.ShouldBe(Shade.FirstVisit), t => t.Voice.ShouldBe("0123abcd"));
    }

    [Fact]
    public void A_pack_file_is_headings_and_variants()
    {
        var templates = TemplatePack.Read(Language.Spanish, "# Citas\n\nPara personas.\n\n## appointment.confirm · self · email\nAsunto: Su cita\n\nHola.\n\n---\nAsunto: Otra\n\nBuenas.\n\n## appointment.confirm · self · sms\nHola.\n").ToList();

        templates.Count.ShouldBe(3);
        templates[0].Subject!.Source.ShouldBe("Su cita");
        templates[0].Body.Source.ShouldBe("Hola.");
        templates[2].Situation.ShouldBe(new Situation("appointment.confirm", Audience.Self, Channel.Sms, Language.Spanish));
        Should.Throw<FormatException>(() => TemplatePack.Read(Language.English, "## appointment.confirm · everybody · sms\nHi.\n").ToList());
    }

    private static Rendered Render(string body, params (string Name, string Words)[] fields) => Renderer.Render(Template.Of(Text, null, body), Fields(fields));

    private static MergeFields Fields(params (string Name, string Words)[] fields)
    {
        var merged = new MergeFields();
        foreach (var (name, words) in fields)
        {
            merged.Add(name, words);
        }

        return merged;
    }
}
