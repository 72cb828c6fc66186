using Rapport.Core.Composing;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Primitives;

namespace Rapport.Tests.PatientSafety;

/// <summary>Words that must never leave, whoever wrote them: rows 7 to 9 of <c>docs/safety/failures.md</c>.</summary>
public sealed class GraveWordsTests
{
    private static readonly FactSheet Facts = new(
    [
        Text("name", "Ana"), Text("practice", "Willow Office"), Text("phone", "(518) 555-0142"),
        new Fact { Name = "visit.start", Value = new FactValue.Moment(new DateTime(2026, 9, 16, 14, 15, 0, DateTimeKind.Unspecified)), Source = "Appointment/1" },
    ]);

    [Fact]
    public void Row_07_Words_that_say_only_what_is_known_do_pass() =>
        Judge("Hi Ana, it's Willow Office. See you Wednesday, September 16 at 2:15 PM. Other plans? Reply CHANGE.").IsFit.ShouldBeTrue();

    [Theory]
    [InlineData("Hi Ana, Willow Office here. You have been diagnosed with aggressive lung cancer with metastases.")]
    [InlineData("Hi Ana, Willow Office here. Please bring the DS1500 form for your terminal cancer.")]
    [InlineData("Hi Ana, Willow Office here about your diabetes.")]
    [InlineData("Hola Ana, le escribe Willow Office sobre su cáncer de pulmón.")]
    public void Row_07_No_diagnosis_passes(string words) => Judge(words).IsFit.ShouldBeFalse();

    [Theory]
    [InlineData("Ana, if you miss your visit on September 16 at 2:15 PM you will be discharged from our care. Willow Office")]
    [InlineData("Ana, failure to attend means that you go to the end of the waiting list. Willow Office")]
    [InlineData("Ana, this is your last chance to keep your place with us. Willow Office")]
    public void Row_08_No_threat_passes(string words) => Judge(words).IsFit.ShouldBeFalse();

    [Theory]
    [InlineData("Ana, a critical message is waiting in your portal. Willow Office")]
    [InlineData("URGENT Ana! Call Willow Office immediately.")]
    [InlineData("Ana, there is important news about your results. Willow Office")]
    public void Row_09_No_false_alarm_passes(string words) => Judge(words).IsFit.ShouldBeFalse();

    private static Verdict Judge(string words) => GuardrailSet.Judge(
        new Draft(Channel.Sms, words.StartsWith("Hola", StringComparison.Ordinal) ? Language.Spanish : Language.English, null, $"{words}\nReply STOP to end."), Facts);

    private static Fact Text(string name, string words) => new() { Name = name, Value = new FactValue.Text(words) };
}
