using Rapport.Core.Composing.Writing;
using Rapport.Storage.Composing;
using Rapport.Storage.Tests.Intake;

namespace Rapport.Storage.Tests.Composing;

public sealed class VoiceCardJsonTests
{
    [Fact]
    public void Every_field_of_a_card_comes_back()
    {
        var card = (VoiceCard)Filled.Instance(typeof(VoiceCard));

        VoiceCardJson.Read(VoiceCardJson.Write(card)).ShouldBe(card);
        foreach (var property in typeof(VoiceCard).GetProperties().Where(p => p.CanWrite))
        {
            property.GetValue(card).ShouldNotBe(property.GetValue(new VoiceCard()), $"or {property.Name} was not put to the test");
        }
    }

    [Fact]
    public void A_card_is_written_in_words() => VoiceCardJson.Write(new VoiceCard()).ShouldBe(
        """{"warmth":"Warm","greeting":"Hi","spanishAddress":"Usted","sentenceLength":"Short","signature":"Practice","hasHumour":false,"saysWe":true}""");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"warmth":"Icy","greeting":7,"signature":"99","spanishAddress":null,"hasHumour":"often","saysWe":1,"pace":"slow","quirks":[]}""")]
    public void What_a_card_of_another_version_lacks_or_says_beyond_us_is_as_usual(string json) => VoiceCardJson.Read(json).ShouldBe(new VoiceCard());

    [Fact]
    public void What_a_card_of_another_version_says_that_we_know_is_kept() =>
        VoiceCardJson.Read("""{"pace":"slow","warmth":"Playful","saysWe":false}""").ShouldBe(new VoiceCard { Warmth = Warmth.Playful, SaysWe = false });
}
