using Rapport.Core.Composing;
using Rapport.Core.Planning;
using Rapport.Core.Planning.Programs;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Core.Tests.Planning;

namespace Rapport.Core.Tests.Composing;

public sealed class ComposerTests
{
    [Fact]
    public void A_reminder_says_when_and_fits_one_text()
    {
        var words = Composing.ComposeVisit("remind", A.Patient().Seeing(A.Visit()));

        words.Body.ShouldContain("2:00 PM");
        words.Body.ShouldContain("Cedar Lane");
        words.Body.ShouldEndWith("\nReply STOP to end.");
        SmsText.Measure(words.Body).Segments.ShouldBe(1);
    }

    [Fact]
    public void A_sensitive_visit_is_just_a_visit_of_a_neutral_office()
    {
        var words = Composing.ComposeVisit("remind", A.Patient().WithEmail("a@example.org").Seeing(A.Visit().Sensitive()));

        words.Body.ShouldNotContain("women", Case.Insensitive);
        words.Body.ShouldNotContain("Dr. Lee");
        words.Body.ShouldNotContain("Cedar");
    }

    [Fact]
    public void On_a_phone_of_two_adults_no_name_and_no_kind_of_visit_is_said()
    {
        var words = Composing.ComposeVisit("remind", A.Patient().WithMobile(isShared: true).Seeing(A.Visit().For("cleaning")));

        words.Body.ShouldNotContain("Ana");
        words.Body.ShouldNotContain("cleaning");
        words.Body.ShouldNotContain("Dr. Lee");
        words.Body.ShouldContain("2:00 PM");
    }

    [Fact]
    public void On_a_parents_shared_phone_the_parent_is_not_named_either()
    {
        var mother = A.Mother() with { Contacts = [new ContactPoint(Channel.Sms, PatientBuilder.Mobile, ContactState.Usable, 10, IsShared: true)] };

        Composing.ComposeVisit("remind", Child("c1", "Luis").CaredForBy(mother).Seeing(A.Visit())).Body.ShouldNotContain("Rosa");
    }

    [Fact]
    public void The_visits_of_a_family_stand_in_one_message()
    {
        var body = Composing.ComposeVisit("remind", Child("c1", "Luis").Seeing(A.Visit("v1")), Child("c2", "Mia").Seeing(A.Visit("v2").Starting("2026-03-06T14:30-05:00"))).Body;

        body.ShouldContain("Luis at 2:00 PM and Mia at 2:30 PM");
    }

    [Fact]
    public void Two_visits_of_one_person_on_one_day_name_both_hours() =>
        Composing.ComposeVisit("remind", A.Patient().Seeing(A.Visit("v1"), A.Visit("v2").Starting("2026-03-06T15:00-05:00"))).Body.ShouldContain("2:00 PM and 3:00 PM");

    [Fact]
    public void A_newborn_without_a_name_is_your_baby() =>
        Composing.ComposeVisit("remind", Child("c1", null).Aged(0).Seeing(A.Visit())).Body.ShouldContain("your baby", Case.Insensitive);

    [Fact]
    public void A_moved_visit_names_the_old_and_the_new_time()
    {
        var body = Composing.ComposeVisit("moved", A.Patient().Seeing(A.Visit().MovedFrom("2026-03-05T09:30-05:00", "2026-03-03T08:30-05:00"))).Body;

        body.ShouldContain("9:30 AM");
        body.ShouldContain("2:00 PM");
    }

    [Fact]
    public void A_visit_that_moved_twice_names_the_time_that_they_know()
    {
        var known = A.Visit().Starting("2026-03-05T11:15-05:00").Visit;
        var patient = A.Patient().Told("appointment", AppointmentProgram.SubjectOf(known), "confirm", "2026-03-02T10:00-05:00")
            .Seeing(A.Visit().MovedFrom("2026-03-09T09:30-04:00", "2026-03-03T08:30-05:00"));

        var body = Composing.ComposeVisit("moved", patient).Body;

        body.ShouldContain("11:15 AM");
        body.ShouldNotContain("9:30 AM");
    }

    [Fact]
    public void The_same_words_are_not_read_twice_in_a_year()
    {
        var read = new HashSet<string>();
        var patient = A.Patient().BornOn("1980-03-05");
        var variants = TemplatePack.BuiltIn.For(new Situation("moments.birthday", Audience.Self, Channel.Sms, Language.English)).Length;
        for (var i = 0; i < variants; i++)
        {
            var plan = Plans.Of(new MomentsProgram()).At(A.Morning, patient);
            var message = Composing.With().Compose(plan.Touches, A.Household(patient), A.Context()).ShouldBeOfType<Composed.Message>();

            read.Add(message.Template.Id).ShouldBeTrue();
            patient.Told("moments", $"past {i}", "birthday", $"2025-06-{i + 1:00}T10:00-04:00", template: message.Template.Id);
        }
    }

    [Fact]
    public void Words_that_were_kept_are_used_again()
    {
        var patient = A.Patient().Seeing(A.Visit());
        var touch = Plans.ForVisits(patient).Step("remind");
        foreach (var template in TemplatePack.BuiltIn.For(new Situation("appointment.remind", Audience.Self, Channel.Sms, Language.English)))
        {
            var again = Composing.With().Compose([touch], A.Household(patient), A.Context(), keep: template.Id).ShouldBeOfType<Composed.Message>();
            (again.Template.Id == template.Id || SmsText.Measure(again.Words.Body).Segments is 1).ShouldBeTrue();
        }
    }

    [Fact]
    public void However_a_store_hands_over_a_group_the_words_are_the_same()
    {
        PatientBuilder[] family = [Child("c1", "Luis").Seeing(A.Visit("v1")), Child("c2", "Mia").Seeing(A.Visit("v2"))];
        Touch[] touches = [.. Plans.ForVisits(family).Touches.Where(t => t.Step is "remind")];

        var there = Composing.With().Compose(touches, A.Household(family), A.Context()).Words();
        var back = Composing.With().Compose([.. touches.Reverse()], A.Household(family), A.Context()).Words();

        back.ShouldBe(there);
    }

    [Fact]
    public void Where_there_are_no_words_nothing_is_made_up() =>
        Composing.With(pack: new TemplatePack([])).Compose(Plans.ForVisits(A.Patient().Seeing(A.Visit())).Touches.Take(1).ToList(), A.Household(A.Patient().Seeing(A.Visit())), A.Context())
            .ShouldBeOfType<Composed.Held>().Code.ShouldBe("no-template");

    [Fact]
    public void An_interest_is_said_only_where_it_may_be_and_in_the_readers_language()
    {
        var patient = A.Patient().Noted("gardening", "interest", mayBeMentioned: true);

        Interests.Of(patient)!.Value.Word.ShouldBe("gardening");
        Interests.InWords("gardening", Language.Spanish).ShouldBe("el jardín");
        Interests.Of(A.Patient().Noted("gardening", "interest")).ShouldBeNull();
        Interests.Of(A.Patient().Noted("collects rare stamps", "interest", mayBeMentioned: true)).ShouldBeNull();
    }

    [Fact]
    public void A_clinician_has_an_article_in_Spanish_where_the_title_tells_which()
    {
        PersonFacts.ClinicianIn("Dra. Soto", Language.Spanish).ShouldBe("la Dra. Soto");
        PersonFacts.ClinicianIn("Dra. Soto", Language.English).ShouldBe("Dr. Soto");
        PersonFacts.ClinicianIn("Dr. Lee", Language.English).ShouldBe("Dr. Lee");
        PersonFacts.ClinicianIn(null, Language.Spanish).ShouldBeNull();
    }

    [Theory]
    [InlineData("en", "Reply STOP", "(518) 555-0142")]
    [InlineData("es", "Responda ALTO", "(518) 555-0142")]
    public void A_mail_names_the_way_out_and_the_way_to_a_person(string language, string wayOut, string phone)
    {
        var body = Composing.ComposeVisit("remind", A.Patient().Speaking(language).Unreachable().WithEmail().Seeing(A.Visit())).Body;

        body.ShouldContain(wayOut);
        body.ShouldContain(phone);
        body.ShouldContain("12 Main Street");
    }

    private static PatientBuilder Child(string id, string? name) => A.Patient(id).Called(name).Aged(8).Unreachable().CaredForBy(A.Mother($"r-{id}"));
}
