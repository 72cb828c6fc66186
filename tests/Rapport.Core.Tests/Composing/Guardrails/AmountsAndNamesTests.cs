using Rapport.Core.Composing.Guardrails;

namespace Rapport.Core.Tests.Composing.Guardrails;

public sealed class AmountsAndNamesTests
{
    [Fact]
    public void A_price_may_be_said_in_words()
    {
        var facts = A.Facts(A.Text("asked", "price of a crown"), A.Group("price_list", A.Text("crown", "$140")));

        A.Sms("Ada, a crown at Fern Clinic costs one hundred forty dollars.").ShouldBeFit(facts);
        A.Sms("Ada, a crown at Fern Clinic costs one hundred fourteen dollars.").ShouldBeRefused(facts, Codes.WrongFact);
    }

    [Fact]
    public void What_is_left_and_what_is_half_must_be_right()
    {
        var facts = A.Facts(A.Number("sessions_done", 6), A.Number("sessions_total", 12));

        A.Sms("Halfway there, Ada: six of your twelve sessions are done. - Fern Clinic").ShouldBeFit(facts);
        A.Sms("Ada, twelve sessions left. - Fern Clinic").ShouldBeRefused(facts, Codes.WrongFact);
    }

    [Fact]
    public void A_phone_number_is_one_of_the_facts()
    {
        var facts = A.Facts(A.Text("due_service", "visit"), A.Text("phone", "555-0142"));

        A.Letter("Dear Ada,\n\nIt is time for your visit. Call us at (555) 0142.\n\nFern Clinic").Body.ShouldNotBeNull();
        A.Letter("Dear Ada,\n\nIt is time for your visit. Call us at 555-0142.\n\nFern Clinic").ShouldBeFit(facts);
        A.Letter("Dear Ada,\n\nIt is time for your visit. Call us at 555-0124.\n\nFern Clinic").ShouldBeRefused(facts, Codes.WrongFact);
    }

    [Fact]
    public void A_clinician_is_named_as_the_facts_name_them()
    {
        var facts = A.VisitOnWednesday(A.Text("clinician", "Dr. Marsh"));

        A.Sms("Ada, Dr. Marsh will see you Wednesday at 2:45 PM. - Fern Clinic").ShouldBeFit(facts);
        A.Sms("Ada, Dr. March will see you Wednesday at 2:45 PM. - Fern Clinic").ShouldBeRefused(facts, Codes.WrongFact);
    }

    [Fact]
    public void A_title_is_not_guessed() =>
        A.Letter("Dear Mrs. Ada,\n\nIt is time for your visit.\n\nFern Clinic").ShouldBeRefused(A.Facts(A.Text("due_service", "visit")), Codes.WrongFact);

    [Fact]
    public void A_child_s_visit_is_not_given_to_the_parent()
    {
        var facts = A.VisitOnWednesday(A.Group("caregiver", A.Text("name", "Rosa"), A.Text("relation", "aunt")));

        A.Sms("Rosa, we will see Ada on Wednesday at 2:45 PM. - Fern Clinic").ShouldBeFit(facts);
        A.Sms("Rosa, your visit is on Wednesday at 2:45 PM. - Fern Clinic").ShouldBeRefused(facts, Codes.WrongFact);
        A.Sms("Rosa, we will see your niece Ada on Wednesday at 2:45 PM. - Fern Clinic").ShouldBeRefused(facts, Codes.InventedFact);
    }
}
