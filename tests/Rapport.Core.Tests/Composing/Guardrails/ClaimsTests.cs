using Rapport.Core.Composing.Guardrails;

namespace Rapport.Core.Tests.Composing.Guardrails;

public sealed class ClaimsTests
{
    [Theory]
    [InlineData("It will be a short one.")]
    [InlineData("You were right to ask about it.")]
    [InlineData("We have put in the order.")]
    [InlineData("You can come in on any day.")]
    [InlineData("There is never a line.")]
    [InlineData("We will call you back soon.")]
    [InlineData("Your insurance will cover it.")]
    [InlineData("Parking is free.")]
    [InlineData("As we talked about, it matters.")]
    [InlineData("We are closed on some days because of training.")]
    public void A_claim_that_rests_on_no_fact_is_refused(string claim) =>
        A.Sms($"Ada, see you Wednesday at 2:45 PM. {claim} - Fern Clinic").ShouldBeRefused(A.VisitOnWednesday(), Codes.InventedFact);

    [Theory]
    [InlineData("Please let us know if you need another time.")]
    [InlineData("We look forward to seeing you.")]
    [InlineData("Reply if you have any questions.")]
    [InlineData("If the time does not work, tell us and we will find a new one.")]
    public void A_courtesy_needs_no_fact(string courtesy) =>
        A.Sms($"Ada, see you Wednesday at 2:45 PM. {courtesy} - Fern Clinic").ShouldBeFit(A.VisitOnWednesday());

    [Fact]
    public void A_ride_may_be_spoken_of_only_where_one_is_booked() =>
        A.Sms("Ada, your ride is booked. - Fern Clinic").ShouldBeRefused(A.VisitOnWednesday(), Codes.InventedFact);

    [Fact]
    public void An_answer_rests_on_an_answer()
    {
        var asked = A.Text("asked", "can my dog come along");

        A.Portal("Ada, yes, that is fine.").ShouldBeRefused(A.Facts(asked), Codes.MedicalAdvice);
        A.Sms("Ada, you owe nothing. - Fern Clinic").ShouldBeRefused(A.Facts(A.Text("balance", "$40"), A.Text("asked", "do I owe anything")), Codes.WrongFact);
        A.Sms("Ada, please come in Wednesday at 2:45 PM. - Fern Clinic").ShouldBeRefused(A.VisitOnWednesday(A.Text("mode", "video")), Codes.WrongFact);
    }
}
