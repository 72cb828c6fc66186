using Rapport.Core.Composing.Writing;
using Rapport.Engine.Composing.Writing;

namespace Rapport.Storage.Tests.Contract;

public abstract class VoiceStoreContract : StoreContract
{
    private static readonly VoiceCard Plain = new() { Warmth = Warmth.Plain, Greeting = Greeting.Dear, SaysWe = false };

    [Fact]
    public void The_practice_and_each_clinician_have_a_card_of_their_own()
    {
        Stores.Voices.Propose("Dr. Núñez", Plain, A.Monday.AddTicks(1));
        Stores.Voices.Propose(null, new VoiceCard(), A.Monday);

        Stores.Voices.Read().ShouldBe(
        [
            new KeptVoice(null, new VoiceCard(), A.Monday, null, null),
            new KeptVoice("Dr. Núñez", Plain, A.Monday.AddTicks(1), null, null),
        ]);
    }

    [Fact]
    public void An_approved_card_names_who_stands_behind_it()
    {
        Stores.Voices.Propose(null, Plain, A.Monday);
        Stores.Voices.Propose("Dr. Núñez", Plain, A.Monday);

        Stores.Voices.Approve("Dr. Núñez", Plain.Id, "Ana", A.Monday.AddHours(1)).ShouldBeTrue();
        Stores.Voices.Approve("Dr. Nunez", Plain.Id, "Ana", A.Monday.AddHours(1)).ShouldBeFalse();

        Stores.Voices.Read().ShouldBe(
        [
            new KeptVoice(null, Plain, A.Monday, null, null),
            new KeptVoice("Dr. Núñez", Plain, A.Monday, "Ana", A.Monday.AddHours(1)),
        ]);
    }

    [Fact]
    public void A_new_proposal_takes_the_place_of_an_approved_card_and_waits_again()
    {
        Stores.Voices.Propose(null, new VoiceCard(), A.Monday);
        Stores.Voices.Approve(null, new VoiceCard().Id, "Ana", A.Monday).ShouldBeTrue();

        Stores.Voices.Propose(null, Plain, A.Monday.AddDays(1));

        Stores.Voices.Read().ShouldBe([new KeptVoice(null, Plain, A.Monday.AddDays(1), null, null)]);
    }

    [Fact]
    public void Nobody_approves_a_card_that_was_replaced_while_they_read_it()
    {
        Stores.Voices.Propose(null, new VoiceCard(), A.Monday);
        Stores.Voices.Propose(null, Plain, A.Monday.AddMinutes(1));

        Stores.Voices.Approve(null, new VoiceCard().Id, "Ana", A.Monday.AddMinutes(2)).ShouldBeFalse();

        Stores.Voices.Read().ShouldHaveSingleItem().ApprovedBy.ShouldBeNull();
    }

    [Fact]
    public void A_clinician_without_a_name_is_not_taken_for_the_practice()
    {
        Should.Throw<ArgumentException>(() => Stores.Voices.Propose("", Plain, A.Monday));

        Stores.Voices.Read().ShouldBeEmpty();
    }

    [Fact]
    public void Another_practice_sees_no_card_of_this_one()
    {
        Stores.Voices.Propose(null, Plain, A.Monday);
        using var oak = OpenFor("oak");

        oak.Voices.Read().ShouldBeEmpty();
        oak.Voices.Approve(null, Plain.Id, "Ben", A.Monday).ShouldBeFalse();
        oak.Voices.Propose(null, new VoiceCard(), A.Monday);

        Stores.Voices.Read().ShouldHaveSingleItem().Card.ShouldBe(Plain);
    }
}
