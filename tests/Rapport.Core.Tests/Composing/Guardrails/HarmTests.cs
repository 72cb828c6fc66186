using Rapport.Core.Composing.Guardrails;

namespace Rapport.Core.Tests.Composing.Guardrails;

public sealed class HarmTests
{
    [Theory]
    [InlineData("Take two ibuprofen tonight.", Codes.MedicalAdvice)]
    [InlineData("That is common and nothing to worry about.", Codes.MedicalAdvice)]
    [InlineData("Your results are normal.", Codes.MedicalAdvice)]
    [InlineData("Enjoy 20% off, our best deal.", Codes.SalesPitch)]
    [InlineData("Hurry, spots are filling fast.", Codes.PressureOrGuilt)]
    [InlineData("Your children need you to come.", Codes.PressureOrGuilt)]
    [InlineData("You missed your last one and never called.", Codes.Shaming)]
    [InlineData("At your age this matters.", Codes.Shaming)]
    [InlineData("You are like family to us.", Codes.FakeIntimacy)]
    [InlineData("I was just looking at your chart.", Codes.FalseHumanClaim)]
    [InlineData("A real person wrote this.", Codes.FalseHumanClaim)]
    [InlineData("Here is a draft under 160 characters.", Codes.PromptLeak)]
    [InlineData("Patients on Medicaid wait longer.", Codes.Discriminatory)]
    public void Harmful_words_are_refused_under_their_name(string words, string code) =>
        A.Sms($"Ada, see you Wednesday at 2:45 PM. {words} - Fern Clinic").ShouldBeRefused(A.VisitOnWednesday(), code);

    [Theory]
    [InlineData("Ada, tome dos pastillas y descanse.", Codes.MedicalAdvice)]
    [InlineData("Ada, aproveche nuestra oferta.", Codes.SalesPitch)]
    [InlineData("Ada, es su última oportunidad.", Codes.PressureOrGuilt)]
    [InlineData("Ada, usted faltó a su cita.", Codes.Shaming)]
    [InlineData("Ada, es como de la familia.", Codes.FakeIntimacy)]
    [InlineData("Ada, soy su enfermera.", Codes.FalseHumanClaim)]
    public void So_they_are_in_Spanish(string body, string code) => A.SpanishSms(body + " Fern Clinic").ShouldBeRefused(A.VisitOnWednesday(), code);

    [Fact]
    public void A_person_who_signs_may_say_I() =>
        A.Letter("Dear Ada,\n\nI was so sorry to hear about your loss.\n\nDr. Marsh").ShouldBeFit(A.Facts(A.Text("condolence_for", "father"), A.Text("signer", "Dr. Marsh")));

    [Fact]
    public void Only_approved_preparation_is_told()
    {
        var facts = A.VisitOnWednesday(A.Text("approved_prep", "nothing to eat after midnight"));

        A.Portal("Ada, for Wednesday at 2:45 PM: nothing to eat after midnight.").ShouldBeFit(facts);
        A.Portal("Ada, for Wednesday at 2:45 PM: nothing to eat or drink after midnight.").ShouldBeRefused(facts, Codes.MedicalAdvice);
    }
}
