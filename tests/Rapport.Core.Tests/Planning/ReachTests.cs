using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Planning;

public sealed class ReachTests
{
    [Fact]
    public void A_first_question_goes_by_mail_with_its_calendar_file_and_the_reminder_by_text()
    {
        var plan = Plans.ForVisits(Friday(A.Patient().WithEmail()));

        plan.Step("confirm").Channel.ShouldBe(Channel.Email);
        plan.Step("remind").Channel.ShouldBe(Channel.Sms);
    }

    [Fact]
    public void Who_ranked_their_mail_first_is_mailed() => Reached(A.Patient().WithEmail(rank: 1)).Channel.ShouldBe(Channel.Email);

    [Fact]
    public void A_suppressed_number_is_passed_over_for_the_mail() =>
        Reached(A.Patient().WithMobile(state: ContactState.Suppressed).WithEmail()).Channel.ShouldBe(Channel.Email);

    [Fact]
    public void Who_has_only_a_suppressed_number_is_called_by_a_person()
    {
        var plan = Plans.ForVisits(Friday(A.Patient().WithMobile(state: ContactState.Suppressed)));

        plan.SilenceOf("confirm").ShouldBe("suppressed-address");
        plan.TaskCodes().ShouldContain("suppressed-address");
    }

    [Fact]
    public void Nobody_reachable_is_work_for_a_person_and_not_silence() =>
        Plans.ForVisits(Friday(A.Patient().Unreachable())).TaskCodes().ShouldBe(["unreachable"]);

    [Fact]
    public void A_reminder_is_never_sent_by_post() =>
        Plans.Visits.Plan(A.Household(Friday(A.Patient().Unreachable().WithHome())), A.Context(practice: A.Practice() with { Channels = [Channel.Sms, Channel.Email, Channel.Letter] }))
            .Touches.ShouldBeEmpty();

    [Fact]
    public void A_child_is_reached_through_the_guardian_even_with_a_phone_of_their_own()
    {
        var touch = Plans.ForVisits(Friday(A.Patient().Aged(10).WithMobile("+15185550133").CaredForBy(A.Mother("r2", mobile: "+15185550122"), A.Relative("GUARD", "r1")))).Step("confirm");

        touch.Recipient.ShouldBe(new Recipient("r1", PatientBuilder.Mobile));
    }

    [Fact]
    public void A_child_without_a_guardian_on_record_is_work_for_a_person() =>
        Plans.ForVisits(Friday(A.Patient().Aged(10))).TaskCodes().ShouldBe(["no-guardian"]);

    [Fact]
    public void An_aunt_is_no_guardian() =>
        Plans.ForVisits(Friday(A.Patient().Aged(10).CaredForBy(A.Relative("AUNT")))).SilenceOf("confirm").ShouldBe("no-guardian");

    [Fact]
    public void Nothing_is_addressed_to_a_mother_who_has_died()
    {
        var mother = A.Patient("p2").Called("Rosa").Deceased("2026-02-01");
        var plan = Plans.ForVisits(Friday(A.Patient().Aged(10).CaredForBy(A.Mother())), mother);

        plan.Touches.ShouldBeEmpty();
        plan.TaskCodes().ShouldContain("no-guardian");
    }

    [Fact]
    public void A_father_who_took_over_the_number_is_written_to()
    {
        var mother = A.Patient("p2").Called("Rosa").Deceased("2026-02-01");

        Plans.ForVisits(Friday(A.Patient().Aged(10).CaredForBy(A.Relative("FTH", name: "Luis"))), mother).Steps().ShouldBe(["confirm", "remind"]);
    }

    [Fact]
    public void A_caregiver_is_written_to_in_their_own_language() =>
        Plans.ForVisits(Friday(A.Patient().Aged(10).CaredForBy(A.Mother(language: "es")))).Step("confirm").Language.ShouldBe(Language.Spanish);

    [Fact]
    public void A_language_without_approved_words_becomes_work_and_never_an_English_message()
    {
        var plan = Plans.ForVisits(Friday(A.Patient().Speaking("vi")));

        plan.Touches.ShouldBeEmpty();
        plan.TaskCodes().ShouldContain("no-template-in-language");
    }

    [Fact]
    public void A_grown_person_with_an_attorney_is_reached_through_them_when_not_directly() =>
        Plans.ForVisits(Friday(A.Patient().Aged(84).Unreachable().CaredForBy(A.Relative("HPOWATT")))).Step("confirm").Recipient.PersonId.ShouldBe("r1");

    [Fact]
    public void At_nineteen_a_parents_old_guardianship_opens_no_door() =>
        Plans.ForVisits(Friday(A.Patient().Aged(19).Unreachable().CaredForBy(A.Relative("GUARD")))).Touches.ShouldBeEmpty();

    [Fact]
    public void Who_turns_eighteen_tomorrow_reads_tomorrows_message_themselves()
    {
        // Confirmed on Tuesday at seventeen, reminded on Thursday at eighteen.
        var plan = Plans.ForVisits(Friday(A.Patient().BornOn("2008-03-04").WithMobile("+15185550133").CaredForBy(A.Mother())));

        plan.Step("confirm").Recipient.PersonId.ShouldBe("r1");
        plan.Step("remind").Recipient.ShouldBe(new Recipient(null, "+15185550133"));
    }

    [Fact]
    public void Of_unknown_age_with_a_phone_is_an_adult_and_without_one_is_a_child()
    {
        Plans.ForVisits(Friday(A.Patient().BornOn(null).CaredForBy(A.Mother()))).Step("confirm").Recipient.IsPatient.ShouldBeTrue();
        Plans.ForVisits(Friday(A.Patient().BornOn(null).Unreachable().WithHome().CaredForBy(A.Mother()))).Step("confirm").Recipient.PersonId.ShouldBe("r1");
    }

    [Fact]
    public void The_latest_word_on_consent_decides()
    {
        var no = A.Patient().Allowing([Channel.Sms], [], "2025-05-01").Refusing([Channel.Sms], [], "2026-01-01");
        var yes = A.Patient().Refusing([Channel.Sms], [], "2025-05-01").Allowing([Channel.Sms], [], "2026-01-01");

        Plans.ForVisits(Friday(no)).SilenceOf("confirm").ShouldBe("no-consent");
        Plans.ForVisits(Friday(yes)).Steps().ShouldBe(["confirm", "remind"]);
    }

    [Fact]
    public void On_the_same_day_a_no_outweighs_a_yes_in_whatever_order_they_stand()
    {
        Plans.ForVisits(Friday(A.Patient().Allowing([], []).Refusing([], []))).Touches.ShouldBeEmpty();
        Plans.ForVisits(Friday(A.Patient().Refusing([], []).Allowing([], []))).Touches.ShouldBeEmpty();
    }

    [Fact]
    public void An_undated_yes_does_not_outlive_a_dated_no()
    {
        Plans.ForVisits(Friday(A.Patient().Allowing([], [], on: null).Refusing([], [], "2026-01-01"))).Touches.ShouldBeEmpty();
        Plans.ForVisits(Friday(A.Patient().Refusing([], [], "2026-01-01").Allowing([], [], on: null))).Touches.ShouldBeEmpty();
    }

    [Fact]
    public void A_no_to_texts_leaves_the_mail() =>
        Reached(A.Patient().WithEmail().Refusing([Channel.Sms], [])).Channel.ShouldBe(Channel.Email);

    [Fact]
    public void Who_said_no_is_not_chased_but_learns_of_a_moved_visit_from_a_person()
    {
        Plans.ForVisits(Friday(A.Patient().Refusing([], []))).Tasks.ShouldBeEmpty();
        Plans.ForVisits(A.Patient().Refusing([], []).Seeing(A.Visit().MovedFrom("2026-03-05T14:00-05:00", "2026-03-03T08:00-05:00")))
            .TaskCodes().ShouldBe(["no-consent"]);
    }

    [Fact]
    public void A_shared_phone_is_told_of_visits_and_of_nothing_else()
    {
        var planner = Plans.Of(new Core.Planning.Programs.AppointmentProgram(), new Core.Planning.Programs.MomentsProgram(), new Core.Planning.Programs.FollowUpProgram());
        var plan = planner.At(A.Morning, Friday(A.Patient().WithMobile(isShared: true).BornOn("1980-03-05").SeenOn("2026-03-02")));

        plan.Steps().ShouldBe(["confirm", "remind"]);
        plan.SilenceOf("birthday").ShouldBe("shared-address");
        plan.SilenceOf("how-are-you").ShouldBe("shared-address");
    }

    private static PatientBuilder Friday(PatientBuilder patient) => patient.Seeing(A.Visit());

    private static Touch Reached(PatientBuilder patient) => Plans.ForVisits(Friday(patient)).Step("confirm");
}
