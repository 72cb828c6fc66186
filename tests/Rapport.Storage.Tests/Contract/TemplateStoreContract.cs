using Rapport.Core.Composing;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Engine.Composing.Writing;
using Rapport.Engine.Planning;

namespace Rapport.Storage.Tests.Contract;

public abstract class TemplateStoreContract : StoreContract
{
    private static readonly Situation Birthday = new("moments.birthday", Audience.Self, Channel.Email, Language.Spanish);
    private static readonly DateTimeOffset Ten = A.Monday.AddHours(1);
    private static readonly TemplateText Nothing = TemplateText.Parse("");

    [Fact]
    public void Written_words_come_back_letter_for_letter()
    {
        var whole = new WrittenTemplate
        {
            Template = Template.Of(Birthday, "¡Feliz cumpleaños, {name}!", "¿Qué tal, {name}?\n\nEl jardín también está de fiesta[ — le escribe {practice}]. Ñandú, pingüino. 🌷", Shade.Likes("gardening"), "0123abcd")
                with { Origin = TemplateOrigin.Model },
            Status = TemplateStatus.Approved,
            Writer = "openai/gpt",
            Prompt = "templates/3",
            WrittenAt = A.Monday.AddTicks(1),
            EditedFrom = "es/moments.birthday/self/email/0000aaaa",
            Drill = "Promises a gift.",
            DecidedBy = "María Ñ.",
            DecidedAt = A.Monday.AddTicks(2),
            Reason = "Suena bien.",
        };
        var plain = Written("Come.", A.Monday);

        Stores.Templates.Add([whole, plain]).ShouldBe(2);

        AreSame(Stores.Templates.Read(), [plain, whole]);
    }

    [Fact]
    public void The_same_words_in_another_shade_or_voice_are_kept_beside_each_other()
    {
        Stores.Templates.Add([Written("Come."), Written("Come.", shade: Shade.FirstVisit), Written("Come.", voice: "0123abcd")]).ShouldBe(3);

        Stores.Templates.Read().Select(t => (t.Template.Shade.Name, t.Template.Voice))
            .ShouldBe([("", null), ("first-visit", null), ("", "0123abcd")], ignoreOrder: true);
    }

    [Fact]
    public void Words_that_are_added_twice_are_kept_once_with_what_was_decided_about_them()
    {
        var words = Written("Come.");
        Stores.Templates.Add([words, words]).ShouldBe(1);
        Decide(words, TemplateStatus.Held, TemplateStatus.Rejected).ShouldBeTrue();

        Stores.Templates.Add([words with { Writer = "another" }, Written("Come soon.")]).ShouldBe(1);

        Stores.Templates.Read().Single(t => t.Template.Id == words.Template.Id).ShouldSatisfyAllConditions(
            t => t.Status.ShouldBe(TemplateStatus.Rejected), t => t.Writer.ShouldBe(words.Writer));
    }

    [Fact]
    public void A_decision_is_kept_with_who_when_and_why()
    {
        var words = Written("Come.");
        Stores.Templates.Add([words]);

        Stores.Templates.Decide(words.Template.Id, TemplateStatus.Held, TemplateStatus.Approved, "Ana", "kind", Ten).ShouldBeTrue();
        AreSame(Stores.Templates.Read(), [words with { Status = TemplateStatus.Approved, DecidedBy = "Ana", DecidedAt = Ten, Reason = "kind" }]);
        Stores.Templates.Read()[0].IsSendable.ShouldBeTrue();

        Stores.Templates.Decide(words.Template.Id, TemplateStatus.Approved, TemplateStatus.Retired, "Rapport", null, Ten.AddDays(90)).ShouldBeTrue();
        AreSame(Stores.Templates.Read(), [words with { Status = TemplateStatus.Retired, DecidedBy = "Rapport", DecidedAt = Ten.AddDays(90) }]);
    }

    [Fact]
    public void What_is_rejected_or_retired_never_comes_back()
    {
        var words = Written("Come.");
        Stores.Templates.Add([words]);
        Decide(words, TemplateStatus.Held, TemplateStatus.Rejected).ShouldBeTrue();

        Decide(words, TemplateStatus.Held, TemplateStatus.Approved).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => Decide(words, TemplateStatus.Rejected, TemplateStatus.Approved));
        Should.Throw<InvalidOperationException>(() => Decide(words, TemplateStatus.Retired, TemplateStatus.Held));

        Stores.Templates.Read().ShouldHaveSingleItem().Status.ShouldBe(TemplateStatus.Rejected);
    }

    [Fact]
    public async Task Of_two_who_decide_at_the_same_time_one_decides()
    {
        WrittenTemplate[] words = [.. Enumerable.Range(0, 20).Select(i => Written($"Come {new string('o', i)}."))];
        Stores.Templates.Add(words);
        using var other = Open();

        var decisions = await Task.WhenAll(
            Task.Run(() => DecideAll(Stores, words, TemplateStatus.Approved, "Ana")),
            Task.Run(() => DecideAll(other, words, TemplateStatus.Rejected, "Ben")));

        var kept = Stores.Templates.Read().ToDictionary(t => t.Template.Id);
        for (var i = 0; i < words.Length; i++)
        {
            decisions[0][i].ShouldNotBe(decisions[1][i]);
            kept[words[i].Template.Id].DecidedBy.ShouldBe(decisions[0][i] ? "Ana" : "Ben");
            kept[words[i].Template.Id].Status.ShouldBe(decisions[0][i] ? TemplateStatus.Approved : TemplateStatus.Rejected);
        }
    }

    [Fact]
    public void A_drill_is_never_sendable_even_if_somebody_approves_it()
    {
        var drill = Written("Your results are fine.") with { Drill = "States a result." };
        Stores.Templates.Add([drill]);

        Decide(drill, TemplateStatus.Held, TemplateStatus.Approved).ShouldBeTrue();
        Stores.Templates.Add([drill with { Drill = null }]).ShouldBe(0);

        Stores.Templates.Read().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            t => t.Status.ShouldBe(TemplateStatus.Approved), t => t.IsSendable.ShouldBeFalse());
    }

    [Fact]
    public void Uses_are_messages_that_left_not_touches()
    {
        Stores.Records.Write([A.Patient(), A.Patient("ben")], A.Monday);
        Approve("one", "birthday/1", A.Touch("v1", group: "g"), A.Touch("v2", group: "g"));
        Approve("two", "birthday/1", A.Touch("v3", patient: "ben"));
        Approve("three", "birthday/2", A.Touch("v4", patient: "ben"));
        Stores.Templates.UsesSince(A.Monday).ShouldBeEmpty();

        Stores.Outbox.Claim(Ten, 10, TimeSpan.FromMinutes(5), A.SendAll).Count.ShouldBe(4);
        Stores.Outbox.Record([new(A.Touch("v1").Id, TouchStatus.Sent, null), new(A.Touch("v4", patient: "ben").Id, TouchStatus.Failed, "no such address")], Ten);

        Uses(Ten).ShouldBe([("birthday/1", 2L)]);
        Uses(Ten.AddTicks(1)).ShouldBeEmpty();
    }

    [Fact]
    public void Another_practice_sees_no_words_of_this_one()
    {
        var words = Written("Come.");
        Stores.Templates.Add([words]);
        Approve("one", "birthday/1", A.Touch());
        Stores.Records.Write([A.Patient()], A.Monday);
        Stores.Outbox.Claim(Ten, 10, TimeSpan.FromMinutes(5), A.SendAll).Count.ShouldBe(1);
        using var oak = OpenFor("oak");

        oak.Templates.Read().ShouldBeEmpty();
        oak.Templates.UsesSince(A.Monday).ShouldBeEmpty();
        oak.Templates.Decide(words.Template.Id, TemplateStatus.Held, TemplateStatus.Rejected, "Ben", null, Ten).ShouldBeFalse();
        oak.Templates.Add([words]).ShouldBe(1);

        Stores.Templates.Read().ShouldHaveSingleItem().Status.ShouldBe(TemplateStatus.Held);
    }

    private static WrittenTemplate Written(string body, DateTimeOffset? at = null, Shade shade = default, string? voice = null) =>
        new() { Template = Template.Of(Birthday, null, body, shade, voice), Writer = "openai/gpt", WrittenAt = at ?? A.Monday };

    // Words that were read have no equality of their own: they are compared as they were written.
    private static void AreSame(IEnumerable<WrittenTemplate> kept, IEnumerable<WrittenTemplate> expected)
    {
        kept.Select(Words).ShouldBe(expected.Select(Words));

        static (WrittenTemplate Written, string? Subject, string Body) Words(WrittenTemplate t) =>
            (t with { Template = t.Template with { Subject = null, Body = Nothing } }, t.Template.Subject?.Source, t.Template.Body.Source);
    }

    private bool Decide(WrittenTemplate words, TemplateStatus from, TemplateStatus to) =>
        Stores.Templates.Decide(words.Template.Id, from, to, "Ana", null, Ten);

    private static bool[] DecideAll(Stores stores, IEnumerable<WrittenTemplate> words, TemplateStatus to, string by) =>
        [.. words.Select(w => stores.Templates.Decide(w.Template.Id, TemplateStatus.Held, to, by, null, Ten))];

    private void Approve(string key, string template, params Touch[] touches)
    {
        var others = Stores.Touches.TouchesOf([touches[0].Patient]).Select(t => t.Touch);
        Stores.Touches.Save([A.Plan([.. others, .. touches])], A.Monday);
        StoredMessage message = A.Message(key: key) with { Template = template };
        Stores.Messages.Save([A.Approved(message, touches)], A.Monday);
    }

    private (string Template, long Messages)[] Uses(DateTimeOffset since) =>
        [.. Stores.Templates.UsesSince(since).Select(u => (u.Key, u.Value))];
}
