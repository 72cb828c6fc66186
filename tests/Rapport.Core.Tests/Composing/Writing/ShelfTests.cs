using System.Collections.Frozen;
using Rapport.Core.Composing;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Composing.Writing;

/// <summary>Which of the written words somebody reads.</summary>
public sealed class ShelfTests
{
    private static readonly Situation Birthday = new("moments.birthday", Audience.Self, Channel.Sms, Language.English);
    private static readonly Template ForGardeners = Written("All of us at {practice} wish you a happy birthday, with a garden full of color.", Shade.Likes("gardening"));
    private static readonly Template ForAnybody = Written("{practice} wishes you a happy birthday.", Shade.None);

    [Fact]
    public void Words_for_gardeners_reach_gardeners_and_nobody_else()
    {
        Compose([ForGardeners], A.Patient().Noted("gardening", "interest", mayBeMentioned: true)).ShouldBe(ForGardeners.Id);
        Compose([ForGardeners], A.Patient().Noted("fishing", "interest", mayBeMentioned: true)).ShouldNotBe(ForGardeners.Id);
        Compose([ForGardeners], A.Patient()).ShouldNotBe(ForGardeners.Id);
    }

    [Fact]
    public void Words_that_the_practice_approved_for_itself_go_before_the_pack_s() => Compose([ForAnybody], A.Patient()).ShouldBe(ForAnybody.Id);

    [Fact]
    public void Nobody_reads_the_same_words_twice_within_a_year()
    {
        var read = new List<string>();
        for (var year = 0; year < 4; year++)
        {
            var next = Compose([ForAnybody, ForGardeners], A.Patient().Noted("gardening", "interest", mayBeMentioned: true), [.. read]);
            read.ShouldNotContain(next);
            read.Add(next);
        }
    }

    [Fact]
    public void A_kindness_is_not_said_twice_in_the_same_words()
    {
        string[] all = [.. TemplatePack.BuiltIn.For(Birthday).ToArray().Select(t => t.Id)];

        Try([], A.Patient(), all).ShouldBeOfType<Composed.Held>().Code.ShouldBe("no-new-words");
    }

    [Fact]
    public void A_clinician_s_own_voice_is_heard_by_their_own_patients()
    {
        var own = ForAnybody with { Voice = "sato" };
        var voices = new Voices(null, new Dictionary<string, string> { ["Dr. Sato"] = "sato" }.ToFrozenDictionary());

        Compose([own], A.Patient().KnowingClinician("Dr. Sato"), voices: voices).ShouldBe(own.Id);
        Compose([own], A.Patient().KnowingClinician("Dr. Lee"), voices: voices).ShouldNotBe(own.Id);
    }

    [Fact]
    public void A_voice_that_the_practice_has_given_up_is_not_heard() => Compose([ForAnybody with { Voice = "old" }], A.Patient()).ShouldNotBe(ForAnybody.Id);

    [Fact]
    public void Health_words_that_nobody_approved_are_not_on_the_shelf()
    {
        var situation = new Situation("education.handwashing", Audience.Self, Channel.Sms, Language.English);
        var template = Template.Of(situation, null, "{practice}: {snippet}") with { Origin = TemplateOrigin.Model };
        var shelf = new TemplateShelf(TemplatePack.BuiltIn);

        shelf.Put([template], Voices.None);
        shelf.For(situation).ToArray().ShouldNotContain(template);
        shelf.Put([template with { IsChecked = true }], Voices.None);
        shelf.For(situation).ToArray().ShouldContain(template with { IsChecked = true });
    }

    private static Template Written(string body, Shade shade) => Template.Of(Birthday, null, body, shade) with { Origin = TemplateOrigin.Model, IsChecked = true };

    private static string Compose(Template[] written, PatientBuilder patient, string[]? read = null, Voices? voices = null) =>
        Try(written, patient, read, voices).ShouldBeOfType<Composed.Message>().Template.Id;

    private static Composed Try(Template[] written, PatientBuilder patient, string[]? read = null, Voices? voices = null)
    {
        var shelf = new TemplateShelf(TemplatePack.BuiltIn);
        shelf.Put(written, voices ?? Voices.None);
        var picture = patient.Picture with
        {
            History = [.. (read ?? []).Select((id, i) => A.Past(patient.Picture.Id, "moments", $"birthday@{2000 + i}", "birthday", TouchStatus.Sent, A.Morning.AddMonths(-i - 1)) with { Template = id })],
        };
        var touch = new Touch
        {
            Id = Touch.IdOf(picture.Id, "moments", "birthday@2026", "birthday"),
            Patient = picture.Id,
            Household = new HouseholdId("h1"),
            Program = "moments",
            Subject = "birthday@2026",
            Step = "birthday",
            Purpose = Purpose.Relationship,
            Recipient = new Recipient(null, PatientBuilder.Mobile),
            Channel = Channel.Sms,
            Language = Language.English,
            Window = new SendWindow(A.Morning, A.Morning, A.Morning.AddHours(9)),
            GroupKey = "g",
            RuleVersion = "test",
            Because = [],
        };
        return Composing.With(shelf).Compose([touch], new Household(new HouseholdId("h1"), [picture]), A.Context());
    }
}
