using Rapport.Core.Composing;
using Rapport.Core.Composing.Replies;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Composing.Replies;

public sealed class ReplyTextTests
{
    private static readonly Deidentified Hidden = Deidentifier.For(A.Household(A.Patient()), A.Practice(), [], []).Hide(["It is Zorblatt on 5/6."]);

    [Fact]
    public void Fields_get_their_values_here_and_each_sentence_names_its_facts()
    {
        var words = ReplyText.Restore("Your {visit.label} is at {visit.time}. See you then.", Facts().Values, Hidden.Map, Channel.Email)!;

        words.Body.ShouldBe("Your check-up is at 2:00 PM. See you then.");
        words.Sentences.Select(s => string.Join('+', s.Facts.Select(f => f.Name))).ShouldBe(["visit.label+visit.start", ""]);
    }

    [Fact]
    public void What_was_taken_out_is_put_back() =>
        ReplyText.Restore("About {word-1}: I will ask.", Facts().Values, Hidden.Map, Channel.Email)!.Body.ShouldBe("About Zorblatt: I will ask.");

    [Theory]
    [InlineData("Hello {name-9}.")]
    [InlineData("Hello {.")]
    [InlineData("Hello }.")]
    [InlineData("Hello {}.")]
    [InlineData("[Hello {practice}]")]
    [InlineData("{{practice}}")]
    public void A_placeholder_that_we_never_gave_is_refused(string answer) =>
        ReplyText.Restore(answer, Facts().Values, Hidden.Map, Channel.Sms).ShouldBeNull();

    [Fact]
    public void On_a_shared_phone_no_name_kind_place_or_clinician_is_a_fact()
    {
        var shared = Facts(A.Patient().Aged(40).With(p => p with { Contacts = [] }).WithMobile(isShared: true).Seeing(A.Visit()), Channel.Sms);

        shared.Fields.Select(f => f.Name).ShouldNotContain(name => name == "name" || name == "clinician" || name == "visit.place" || name == "service.label");
        shared.Values.TryGet("visit.label", out var label).ShouldBeTrue();
        label.Words.ShouldBe("visit");
    }

    [Fact]
    public void A_sensitive_visit_is_a_visit_with_a_day_and_a_time_at_a_neutral_name()
    {
        var facts = Facts(A.Patient().Aged(40).Seeing(A.Visit().Sensitive()), Channel.Sms);

        facts.Fields.Select(f => f.Name).ShouldNotContain(name => name == "clinician" || name == "visit.place" || name == "practice.address");
        facts.Values.TryGet("practice", out var practice).ShouldBeTrue();
        practice.Words.ShouldBe("The Lane office");
    }

    [Theory]
    [InlineData(WarningKind.SafeContact)]
    [InlineData(WarningKind.Confidential)]
    public void Where_only_neutral_words_may_go_there_is_no_fact_of_the_patient(WarningKind warning) =>
        Facts(A.Patient().Aged(40).Warned(warning).Seeing(A.Visit()), Channel.Sms).Fields.Select(f => f.Name).ShouldBe(["practice", "phone"]);

    [Fact]
    public void A_writer_learns_kinds_of_facts_and_no_value()
    {
        var json = new ReplyBrief { Language = Language.English, Channel = Channel.Sms, Fields = Facts().Fields, Thread = [new HiddenLine(true, "what {word-1}?")] }.ToJson();

        foreach (var value in new[] { "Cedar", "2:00", "March", "Friday", "Lee", "Main Street", "555" })
        {
            json.ShouldNotContain(value);
        }
    }

    [Fact]
    public void The_prompt_and_the_brief_are_what_a_person_has_read() =>
        Snapshot.Match(
            $"{ReplyBrief.Instructions}\n{ReplyBrief.Schema}\n{new ReplyBrief { Language = Language.Spanish, Channel = Channel.Sms, Fields = Facts().Fields, Thread = [new HiddenLine(false, "Su cita es el {date-1}."), new HiddenLine(true, "¿A qué hora, {name-1}?")], SentBack = new ReplySentBack("Es a las {time-1}.", ["invented-fact"]) }.ToJson()}\n",
            "reply.v1.snapshot.txt");

    [Theory]
    [InlineData("""{"reply":"Yes."}""", "Yes.")]
    [InlineData("""{"reply":""}""", null)]
    [InlineData("""{"answer":"Yes."}""", null)]
    [InlineData("""{"reply":["Yes."]}""", null)]
    [InlineData("""["Yes."]""", null)]
    [InlineData("""{"reply":"\ud800"}""", null)]
    [InlineData("Yes.", null)]
    [InlineData("", null)]
    public void An_answer_in_another_shape_is_no_answer(string json, string? reply) => ReplyBrief.ReadAnswer(json).ShouldBe(reply);

    private static ReplyFacts Facts(PatientBuilder? patient = null, Channel channel = Channel.Email) =>
        new FactLines(new ScriptedDueServices(ScriptedDueServices.Due("cleaning", "2026-02-01"))).Of((patient ?? A.Patient().Aged(40).Seeing(A.Visit())).Picture, A.Context(), channel, Language.English, null);
}
