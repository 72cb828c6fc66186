using FsCheck;
using FsCheck.Fluent;
using Rapport.Core.Composing;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Composing.Writing;

public sealed class WritingPlanTests
{
    private static readonly WritingPolicy Policy = new();

    [Fact]
    public void What_most_messages_want_is_written_first()
    {
        var plan = Make([Wants("recall.invite", 40), Wants("appointment.remind", 90), Wants("moments.birthday", 60)], messages: 100);

        plan.Jobs.Select(j => j.Demand.Key.Situation.Name).ShouldBe(["appointment.remind", "moments.birthday"]);
        plan.Later.ShouldHaveSingleItem().Demand.Key.Situation.Name.ShouldBe("recall.invite");
    }

    [Fact]
    public void Somebody_who_gets_many_gets_each_in_other_words() =>
        Make([Wants("appointment.remind", 90, mostPerPerson: 7)], live: 4).Jobs.ShouldHaveSingleItem().Variants.ShouldBe(3);

    [Fact]
    public void Where_there_are_words_enough_nothing_is_asked() => Make([Wants("appointment.remind", 90)], live: 4).Jobs.ShouldBeEmpty();

    [Fact]
    public void Calls_already_made_count() => Make([Wants("appointment.remind", 90), Wants("recall.invite", 90)], messages: 180, callsMade: 2).Jobs.Count.ShouldBe(1);

    [Fact]
    public void What_nobody_has_said_the_purpose_of_is_not_written() => Make([Wants("feedback.survey", 900)]).Jobs.ShouldBeEmpty();

    [Fact]
    public void However_many_patients_there_are_a_thousand_messages_want_twenty_calls_at_most() => Properties.Hold(
        from messages in Gen.Choose(1, 100_000) from situations in Gen.Choose(0, 300) from made in Gen.Choose(0, 2_000) select (messages, situations, made),
        some =>
        {
            var demands = Enumerable.Range(0, some.situations).Select(i => Wants(i % 2 is 0 ? "recall.invite" : "appointment.confirm", some.messages / (i + 1), 1, (Channel)(i % 3)));

            var calls = Make([.. demands], some.messages, callsMade: some.made).Jobs.Count;

            (calls is 0 || calls + some.made <= some.messages * 20L / 1_000).ShouldBeTrue();
        });

    private static WritingPlan Make(Demand[] demands, long messages = 10_000, int live = 0, long callsMade = 0) => WritingPlan.Make(demands, _ => live, messages, callsMade, Policy);

    private static Demand Wants(string situation, long messages, int mostPerPerson = 1, Channel channel = Channel.Sms) =>
        new(new TemplateKey(new Situation(situation, Audience.Self, channel, Language.English), Shade.None, null), messages, mostPerPerson);
}
