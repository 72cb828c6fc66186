using Rapport.Core.Planning;
using Rapport.Core.Planning.Calendar;
using Rapport.Core.Planning.Programs;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Planning.Programs;

public sealed class MomentsProgramTests
{
    [Fact]
    public void A_birthday_is_greeted_on_its_morning() =>
        Plans.Of(new MomentsProgram()).At(A.Morning, A.Patient().BornOn("1980-03-05")).Step("birthday").BestAt().ShouldBe("2026-03-05 10:30");

    [Fact]
    public void A_birthday_on_a_Sunday_is_left_in_peace() =>
        Plans.Of(new MomentsProgram()).At(A.Morning, A.Patient().BornOn("1980-03-08")).SilenceOf("birthday").ShouldBe("expired");

    [Fact]
    public void Who_was_born_on_the_twenty_ninth_of_February_is_greeted_on_the_first_of_March()
    {
        var patient = A.Patient().BornOn("1984-02-29");

        Plans.Of(new MomentsProgram()).At(At("2027-02-27T09:00-05:00"), patient).Step("birthday").BestAt().ShouldBe("2027-03-01 10:30");
        Plans.Of(new MomentsProgram()).At(At("2028-02-27T09:00-05:00"), patient).Step("birthday").BestAt().ShouldBe("2028-02-29 10:30");
    }

    [Fact]
    public void A_birthday_of_which_only_the_year_is_known_is_not_guessed() =>
        Plans.Of(new MomentsProgram()).At(A.Morning, A.Patient().BornOn("1980")).Touches.ShouldBeEmpty();

    [Fact]
    public void Around_new_year_the_coming_birthday_counts() =>
        Plans.Of(new MomentsProgram()).At(At("2026-12-29T09:00-05:00"), A.Patient().BornOn("1980-01-04")).Step("birthday").Subject.ShouldBe("birthday 2027");

    [Fact]
    public void After_the_first_visit_somebody_is_welcomed_once()
    {
        var isNew = A.Patient().NeverSeen().SeenOn("2026-03-02");

        Plans.Of(new MomentsProgram()).At(A.Morning, isNew).Step("welcome").BestAt().ShouldBe("2026-03-04 10:30");
        Plans.Of(new MomentsProgram()).At(A.Morning, isNew.Told("moments", "welcome", "welcome", "2026-03-02T10:30-05:00")).Touches.ShouldBeEmpty();
    }

    [Fact]
    public void A_cancelled_first_visit_years_ago_makes_nobody_an_old_patient()
    {
        var patient = A.Patient().NeverSeen().SeenOn("2024-03-02").With(p => p with { Encounters = [p.Encounters[0] with { Status = "cancelled" }] }).SeenOn("2026-03-02");

        Plans.Of(new MomentsProgram()).At(A.Morning, patient).Steps().ShouldBe(["welcome"]);
    }

    [Fact]
    public void Without_consent_to_kind_words_none_are_said() =>
        Plans.Of(new MomentsProgram()).Plan(A.Household(A.Patient().BornOn("1980-03-05")), A.Context(practice: A.Practice() with { IsRelationshipConsentAssumed = false }))
            .SilenceOf("birthday").ShouldBe("no-consent");
}

public sealed class FollowUpProgramTests
{
    [Fact]
    public void The_day_after_a_visit_we_ask_how_somebody_is() =>
        Plans.Of(new FollowUpProgram()).At(A.Morning, A.Patient().SeenOn("2026-03-02")).Step("how-are-you").BestAt().ShouldBe("2026-03-03 11:00");

    [Fact]
    public void A_visit_that_stands_twice_in_the_export_is_asked_about_once()
    {
        var visit = A.Visit("v9").Starting("2026-03-02T10:00-05:00").Being(VisitStatus.Finished);
        var patient = A.Patient().SeenOn("2026-03-02").Seeing(visit).With(p => p with { Encounters = [p.Encounters[^1] with { Appointment = "Appointment/v9" }] });

        Plans.Of(new FollowUpProgram()).At(A.Morning, patient).Step("how-are-you").Subject.ShouldBe("Appointment/v9");
    }

    [Fact]
    public void After_a_sensitive_visit_only_a_person_asks() =>
        Plans.Of(new FollowUpProgram()).At(A.Morning, A.Patient().SeenOn("2026-03-02", type: "womens-health")).SilenceOf("how-are-you").ShouldBe("sensitive-visit");

    [Fact]
    public void After_grave_news_only_a_person_asks() =>
        Plans.Of(new FollowUpProgram()).At(A.Morning, A.Patient().SeenOn("2026-03-02").Warned(WarningKind.BadNews)).SilenceOf("how-are-you").ShouldBe("grave-news");

    [Fact]
    public void After_a_hospital_stay_a_clinician_follows_up() =>
        Plans.Of(new FollowUpProgram()).At(A.Morning, A.Patient().SeenOn("2026-03-02", encounterClass: "IMP")).SilenceOf("how-are-you").ShouldBe("not-an-office-visit");

    [Fact]
    public void Who_comes_every_week_is_not_asked_every_week() =>
        Plans.Of(new FollowUpProgram()).At(A.Morning, A.Patient().SeenOn("2026-03-02").Told("follow-up", "Encounter/x", "how-are-you", "2026-02-20T11:00-05:00"))
            .SilenceOf("how-are-you").ShouldBe("asked-lately");
}

public sealed class EducationProgramTests
{
    private static readonly DateTimeOffset BeforeHalloween = At("2026-10-26T09:00-04:00");
    private static readonly EducationProgram Program = new(EducationCalendar.Load());

    [Fact]
    public void A_child_with_dental_visits_gets_the_Halloween_note_through_a_parent()
    {
        var touch = Plans.Of(Program).At(BeforeHalloween, Child("c1")).Step("note");

        touch.Subject.ShouldBe("halloween-teeth@2026");
        touch.Recipient.PersonId.ShouldBe("r-c1");
    }

    [Fact]
    public void A_child_without_dental_visits_does_not() =>
        Plans.Of(Program).At(BeforeHalloween, A.Patient().Aged(8).CaredForBy(A.Mother())).Touches.ShouldNotContain(t => t.Subject.StartsWith("halloween"));

    [Fact]
    public void A_mother_of_three_gets_the_note_once()
    {
        // So many topics a year that the lot leaves none of the three out.
        var practice = A.Practice() with { Limits = new ContactLimits { MaxEducationPerYear = 12 } };
        var plan = Plans.Of(Program).Plan(A.Household(Child("c1"), Child("c2"), Child("c3")), A.Context(BeforeHalloween, practice));

        plan.Touches.Count.ShouldBe(1);
        plan.Silences.Count(s => s.Decisive.Code is "told-the-family").ShouldBe(2);
    }

    [Fact]
    public void And_not_again_for_the_next_child_when_the_first_has_had_it()
    {
        var told = Child("c1").Told("education", "halloween-teeth@2026", "note", "2026-10-25T11:30-04:00");

        Plans.Of(Program).At(BeforeHalloween, told, Child("c2")).Touches.ShouldBeEmpty();
    }

    [Fact]
    public void A_second_plan_draws_the_same_topic() =>
        Plans.Of(Program).At(At("2026-10-05T09:00-04:00"), A.Patient().SeenOn("2026-09-01", type: "cleaning")).Touches
            .ShouldBe(Plans.Of(Program).At(At("2026-10-05T09:00-04:00"), A.Patient().SeenOn("2026-09-01", type: "cleaning")).Touches);

    [Fact]
    public void Two_notes_a_year_are_enough()
    {
        var patient = A.Patient().SeenOn("2026-09-01", type: "cleaning")
            .Told("education", "sunscreen@2026", "note", "2026-05-22T11:30-04:00").Told("education", "sleep-week@2026", "note", "2026-03-10T11:30-04:00");

        Plans.Of(Program).At(At("2026-10-05T09:00-04:00"), patient).Touches.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_only_posted_is_not_even_thought_of_for_a_person()
    {
        var posted = EducationCalendar.Load().Rows.Where(row => row.Audience is null).Select(row => row.Id).ToHashSet();
        var mother = A.Patient().Aged(34).SeenOn("2026-01-05", type: "well-woman").SeenOn("2026-01-06", type: "eye-exam").SeenOn("2026-01-07", type: "physical-therapy");
        var today = At("2026-01-02T09:00-05:00");
        for (var day = 0; day < 365; day += 7)
        {
            Program.Propose(mother, A.Context(today.AddDays(day))).Select(TopicOf).Where(posted.Contains).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("physical-therapy", true)]
    [InlineData("check-up", false)]
    public void World_Physical_Therapy_Day_is_for_those_who_came_for_it(string type, bool isFor) =>
        Program.Propose(A.Patient().NeverSeen().SeenOn("2026-05-04", type: type), A.Context(At("2026-09-02T09:00-04:00"))).Select(TopicOf).Contains("pt-day").ShouldBe(isFor);

    [Theory]
    [InlineData("dermatology", true)]
    [InlineData("dental", false)]
    public void A_practice_sends_what_suits_its_specialties(string specialty, bool isFor)
    {
        var context = A.Context(At("2026-07-06T09:00-04:00"), A.Practice() with { Specialties = [specialty] });

        Program.Propose(A.Patient().SeenOn("2026-05-04"), context).Select(TopicOf).Contains("sun-hours").ShouldBe(isFor);
    }

    // The plan of one practice must not be taken for that of the next.
    [Fact]
    public void Two_practices_on_one_day_are_told_apart()
    {
        var (skin, teeth) = (A.Practice() with { Specialties = ["dermatology"] }, A.Practice() with { Specialties = ["dental"] });
        var (patient, now) = (A.Patient().SeenOn("2026-05-04"), At("2026-07-06T09:00-04:00"));

        Program.Propose(patient, A.Context(now, skin)).ShouldNotBeEmpty();
        Program.Propose(patient, A.Context(now, teeth)).ShouldBeEmpty();
        Program.Propose(patient, A.Context(now, skin)).ShouldNotBeEmpty();
    }

    private static string TopicOf(Proposal proposal) => EducationProgram.TopicOf(proposal switch
    {
        Proposal.Wish wish => wish.Candidate.Subject,
        Proposal.Quiet quiet => quiet.Subject,
        _ => "",
    });

    private static PatientBuilder Child(string id) => A.Patient(id).BornOn("2018-05-05").NeverSeen().SeenOn("2026-08-03", type: "cleaning").Unreachable().CaredForBy(A.Mother($"r-{id}"));
}
