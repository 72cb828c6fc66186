using Rapport.Core.Composing;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Composing;

public sealed class PhrasesTests
{
    private static readonly Language English = Language.English;
    private static readonly Language Spanish = Language.Spanish;

    [Fact]
    public void Days_are_said_as_a_front_desk_says_them()
    {
        Phrases.Day(On("2026-04-09"), English).ShouldBe("Thursday, April 9");
        Phrases.Day(On("2026-04-09"), Spanish).ShouldBe("jueves 9 de abril");
        Phrases.Month(On("2025-03-15"), English).ShouldBe("March 2025");
        Phrases.Month(On("2025-03-15"), Spanish).ShouldBe("marzo de 2025");
        Phrases.Time(new TimeOnly(14, 5)).ShouldBe("2:05 PM");
        SmsText.Measure(Phrases.Time(new TimeOnly(0, 30))).Encoding.ShouldBe(SmsEncoding.Gsm7);
    }

    [Theory]
    [InlineData("Ana y Luis", "Ana", "Luis")]
    [InlineData("Ana e Inés", "Ana", "Inés")]
    [InlineData("agua e higos", "agua", "higos")]
    [InlineData("agua y hielo", "agua", "hielo")]
    [InlineData("Ana y Ian", "Ana", "Ian")]
    public void And_is_y_in_Spanish_and_e_before_the_sound_of_i(string list, string first, string second) =>
        Phrases.List([first, second], Spanish).ShouldBe(list);

    [Fact]
    public void Lists_read_as_people_speak()
    {
        Phrases.List([], English).ShouldBe("");
        Phrases.List(["Ana"], English).ShouldBe("Ana");
        Phrases.List(["Ana", "Luis", "Mia"], English).ShouldBe("Ana, Luis and Mia");
    }
}
