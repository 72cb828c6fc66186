using Rapport.Core.Composing.Guardrails;

namespace Rapport.Core.Tests.Composing.Guardrails;

public sealed class PrivacyTests
{
    [Fact]
    public void No_illness_is_named_by_text_or_email()
    {
        var facts = A.Facts(A.Text("condition", "gout"), A.Text("due_service", "labs"));

        A.Sms("Ada, it is time for your gout labs. - Fern Clinic").ShouldBeRefused(facts, Codes.SensitiveDisclosure);
        A.Email("Gout labs", "Ada, it is time for your labs.\n\nFern Clinic").ShouldBeRefused(facts, Codes.SensitiveDisclosure);
        A.Sms("Ada, it is time for your labs. - Fern Clinic").ShouldBeFit(facts);
    }

    [Fact]
    public void The_portal_names_it_only_where_it_may()
    {
        var draft = A.Portal("Ada, for your asthma plan: how was your week?");

        draft.ShouldBeFit(A.Facts(A.Text("condition", "asthma"), A.Yes("portal_ok_to_name"), A.Text("question", "how was your week")));
        draft.ShouldBeRefused(A.Facts(A.Text("condition", "asthma"), A.Text("question", "how was your week")), Codes.SensitiveDisclosure);
    }

    [Fact]
    public void A_safe_name_takes_the_place_of_the_full_one()
    {
        var facts = new Rapport.Core.Composing.FactSheet([A.Text("practice", "Iris Women's Center"), A.Text("sms_safe_name", "Iris"), A.Text("preferred_name", "Ada"), A.Text("due_service", "visit")]);

        A.Sms("Ada, it is time for your visit. - Iris").ShouldBeFit(facts);
        A.Sms("Ada, it is time for your visit. - Iris Women's Center").ShouldBeRefused(facts, Codes.SensitiveDisclosure);
    }

    [Fact]
    public void A_person_without_authority_hears_nothing_of_a_visit() =>
        A.Sms("Rick, Ada will be at Fern Clinic on Wednesday at 2:45 PM.").ShouldBeRefused(
            A.VisitOnWednesday(A.Group("caregiver", A.Text("name", "Rick"), A.Text("relation", "friend"), A.No("authority"))), Codes.SensitiveDisclosure);

    [Fact]
    public void Where_care_is_sensitive_the_kind_of_visit_is_not_told() =>
        A.Sms("Ada, your group is on Wednesday at 2:45 PM. - Fern Clinic").ShouldBeRefused(
            A.VisitOnWednesday(A.Text("sensitive", "substance use"), A.Text("visit_type", "group")), Codes.SensitiveDisclosure);
}
