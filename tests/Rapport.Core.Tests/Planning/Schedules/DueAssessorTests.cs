using Rapport.Core.Intake;
using Rapport.Core.Planning.Schedules;
using Rapport.Core.Primitives;
using static Rapport.Core.Tests.Planning.Schedules.Person;

namespace Rapport.Core.Tests.Planning.Schedules;

public sealed class DueAssessorTests
{
    [Fact]
    public void A_man_who_was_born_female_is_asked_about_breast_screening() =>
        (Man("1970-01-01") with { BirthSex = "F" }).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Due);

    [Fact]
    public void Without_a_recorded_sex_the_record_does_not_tell() =>
        (Man("1970-01-01") with { Gender = "unknown" }).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Unknown);

    [Fact]
    public void Without_a_birth_date_the_record_does_not_tell() =>
        (Woman("1970-01-01") with { BornOn = null }).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Unknown);

    [Fact]
    public void A_birth_year_is_enough_where_no_birthday_can_change_the_answer()
    {
        (Woman("1970-01-01") with { BornOn = new PartialDate(1970) }).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Due);
        (Woman("1970-01-01") with { BornOn = new PartialDate(1986) }).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Unknown);
    }

    [Theory]
    [InlineData("27865001")]
    [InlineData("428529004")]
    public void After_both_breasts_were_removed_there_is_nothing_to_screen(string code) =>
        Woman("1970-01-01").With(Done(Snomed, code, "2020-01-01")).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Excluded);

    [Fact]
    public void One_breast_removed_leaves_the_other_to_screen_and_both_one_by_one_leave_none()
    {
        var left = Woman("1970-01-01").With(Has(Icd10, "Z90.12", "2015-01-01"));

        left.Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Due);
        left.With(Has(Icd10, "Z90.11", "2019-01-01")).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Excluded);
    }

    [Fact]
    public void A_mastectomy_without_a_side_in_its_code_takes_it_from_the_body_site()
    {
        var left = Has(Snomed, "172043006", "2015-01-01") with { Id = "l", BodySites = [new Code(Snomed, "7771000")] };
        var right = Has(Snomed, "172043006", "2015-01-01") with { Id = "r", BodySites = [new Code(Snomed, "24028007")] };

        Woman("1970-01-01").With(left, right).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Excluded);
        Woman("1970-01-01").With(left, left).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Due);
    }

    [Fact]
    public void Without_a_cervix_there_is_no_smear() =>
        Woman("1980-01-01").With(Has(Icd10, "Z90.710", "2015-01-01")).Asked("cervical_30_65", "2026-06-01").Status.ShouldBe(DueStatus.Excluded);

    [Fact]
    public void Any_of_several_tests_will_do_and_each_protects_for_its_own_time()
    {
        var woman = Woman("1980-01-01");

        woman.With(Done(Cpt, "88142", "2022-01-01")).Asked("cervical_30_65", "2026-06-01").Since.ShouldBe(Day("2025-01-01"));
        woman.With(Done(Cpt, "87624", "2022-01-01")).Asked("cervical_30_65", "2026-06-01").NextDueOn.ShouldBe(Day("2027-01-01"));
        woman.With(Done(Cpt, "87624", "2022-01-01"), Done(Cpt, "88142", "2025-01-01")).Asked("cervical_30_65", "2026-06-01").NextDueOn.ShouldBe(Day("2028-01-01"));
    }

    [Fact]
    public void A_record_entered_in_error_or_expressly_not_done_is_no_evidence()
    {
        var woman = Woman("1970-01-01");

        woman.With(Done(Cpt, "77067", "2026-01-01", status: "entered-in-error")).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Due);
        woman.With(Done(Cpt, "77067", "2024-01-01", status: "not-done")).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Due);
    }

    [Fact]
    public void Someone_who_declined_is_left_alone_for_twelve_months()
    {
        var woman = Woman("1970-01-01").With(Done(Cpt, "77067", "2025-07-01", status: "not-done"));

        woman.Asked("breast_mammo", "2026-06-30").Because[0].Code.ShouldBe("declined");
        woman.Asked("breast_mammo", "2026-07-01").Status.ShouldBe(DueStatus.Due);
    }

    [Fact]
    public void A_vaccine_that_was_declined_is_not_asked_for_again_at_once() =>
        Man("1960-01-01").With(Vaccine(187, "2026-03-01") with { Status = "not-done" }).Asked("zoster", "2026-06-01").Because[0].Code.ShouldBe("declined");

    [Fact]
    public void What_the_patient_says_was_done_counts_at_once_and_is_shown_as_their_word()
    {
        var told = Done(CodeSystems.Service, "breast_mammo", "2026-05-01") with { Categories = [new Code(CodeSystems.Origin, "patient-reported")] };

        var answer = Woman("1970-01-01").With(told).Asked("breast_mammo", "2026-06-01");

        answer.Status.ShouldBe(DueStatus.NotDue);
        answer.IsPatientReported.ShouldBeTrue();
        answer.LastDoneOn.ShouldBe(Day("2026-05-01"));
    }

    [Fact]
    public void A_decision_to_make_together_is_an_invitation_and_never_due_by_itself()
    {
        Man("1966-01-01").Asked("prostate", "2026-06-01").Mode.ShouldBe(RowMode.InviteToTalk);
        Woman("1948-01-01").Asked("crc_76_85", "2026-06-01").Mode.ShouldBe(RowMode.InviteToTalk);
        Woman("1990-01-01").Asked("hpv_27_45", "2026-06-01").Mode.ShouldBe(RowMode.InviteToTalk);
        Woman("1990-01-01").Asked("covid_adult", "2026-10-01").Mode.ShouldBe(RowMode.InviteToTalk);
    }

    [Theory]
    [InlineData("170935008")]
    [InlineData("103735009")]
    public void Someone_in_hospice_or_palliative_care_is_not_screened(string code)
    {
        var woman = Woman("1956-01-01").With(Has(Snomed, code, "2026-01-01")).With(Done(Snomed, code, "2026-01-01"));

        woman.Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Excluded);
    }

    [Fact]
    public void Frail_and_gravely_ill_at_sixty_six_is_spared_and_at_sixty_five_is_not_yet()
    {
        SourceCondition[] ill = [Has(Icd10, "R54", "2025-01-01"), Has(Icd10, "G30.9", "2025-01-01")];

        Woman("1960-06-01").With(ill).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Excluded);
        Woman("1960-06-02").With(ill).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Due);
    }

    [Fact]
    public void Whether_a_smoker_needs_a_lung_scan_is_not_guessed_without_pack_years() =>
        Man("1960-01-01").Asked("lung_ldct", "2026-06-01").Status.ShouldBe(DueStatus.Unknown);

    [Fact]
    public void Diabetes_asks_for_both_kidney_tests_within_the_year()
    {
        var man = Man("1970-01-01").With(Has(Icd10, "E11.9", "2015-01-01")).With(Done(Cpt, "82043", "2026-01-10"));

        man.Asked("dm_kidney", "2026-06-01").Status.ShouldBe(DueStatus.Due);
        man.With(Done(Cpt, "80053", "2025-06-10")).Asked("dm_kidney", "2026-06-01").Status.ShouldBe(DueStatus.NotDue);
        Man("1970-01-01").Asked("dm_kidney", "2026-06-01").Status.ShouldBe(DueStatus.NotEligible);
    }

    [Fact]
    public void The_answer_cites_the_records_that_it_rests_on()
    {
        var answer = Woman("1970-01-01").With(Done(Cpt, "77067", "2025-07-01")).Asked("breast_mammo", "2026-06-01");

        answer.Records.ShouldBe(["Procedure/77067-2025-07-01"]);
        answer.Because[0].Because.ShouldContain("Procedure/77067-2025-07-01");
    }

    [Fact]
    public void A_row_past_its_last_day_answers_nothing()
    {
        var schedule = Schedule.BuiltIn with { Rows = [.. Schedule.BuiltIn.Rows.Select(r => r with { ValidTo = Day("2026-01-01") })] };

        Woman("1970-01-01").Asked("breast_mammo", "2026-06-01", new DueAssessor(schedule)).Status.ShouldBe(DueStatus.Unknown);
    }
}
