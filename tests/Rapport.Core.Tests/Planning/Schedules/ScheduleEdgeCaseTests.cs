using System.Collections.Frozen;
using Rapport.Core.Intake;
using Rapport.Core.Planning.Schedules;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using static Rapport.Core.Tests.Planning.Schedules.Person;

namespace Rapport.Core.Tests.Planning.Schedules;

/// <summary>The edge cases that every schedule must get right (evidence.md §1.10).</summary>
public sealed class ScheduleEdgeCaseTests
{
    [Fact]
    public void Someone_born_on_29_February_turns_forty_on_1_March()
    {
        var woman = Woman("1984-02-29");

        woman.Asked("breast_mammo", "2024-02-28").Status.ShouldBe(DueStatus.NotEligible);
        woman.Asked("breast_mammo", "2024-02-29").Status.ShouldBe(DueStatus.Due);
        Woman("1985-02-28").Asked("breast_mammo", "2025-02-28").Status.ShouldBe(DueStatus.Due);
        Woman("1988-02-29").Asked("breast_mammo", "2028-02-28").NextDueOn.ShouldBe(Day("2028-02-29"));
    }

    [Fact]
    public void A_year_after_29_February_is_1_March()
    {
        var man = Man("1950-05-05").With(Done(Cpt, "3074F", "2024-02-29"));

        man.Asked("bp_screen_40", "2025-02-28").Status.ShouldBe(DueStatus.NotDue);
        man.Asked("bp_screen_40", "2025-03-01").Status.ShouldBe(DueStatus.Due);
    }

    [Theory]
    [InlineData("breast_mammo", "1986-06-15", "2026-06-14", DueStatus.NotEligible)]
    [InlineData("breast_mammo", "1986-06-15", "2026-06-15", DueStatus.Due)]
    [InlineData("zoster", "1976-06-15", "2026-06-14", DueStatus.NotDue)]
    [InlineData("zoster", "1976-06-15", "2026-06-15", DueStatus.Due)]
    [InlineData("osteoporosis_65", "1961-06-15", "2026-06-14", DueStatus.NotEligible)]
    [InlineData("osteoporosis_65", "1961-06-15", "2026-06-15", DueStatus.Due)]
    [InlineData("breast_mammo", "1951-06-15", "2026-06-14", DueStatus.Due)]
    [InlineData("breast_mammo", "1951-06-15", "2026-06-15", DueStatus.NotEligible)]
    public void A_service_begins_and_ends_on_the_very_birthday(string service, string born, string asOf, DueStatus expected) =>
        Woman(born).Asked(service, asOf).Status.ShouldBe(expected);

    [Fact]
    public void Nothing_is_due_for_someone_who_has_died() =>
        (Woman("1970-01-01") with { IsDeceased = true }).AskedAll("2026-06-01").ShouldAllBe(a => a.Status == DueStatus.Excluded);

    [Fact]
    public void A_visit_within_two_weeks_of_discharge_is_due_on_the_day_of_discharge()
    {
        var stay = new SourceEncounter { Id = "stay", Patient = "p", Status = "finished", Class = "IMP", From = Dated("2026-05-28"), Until = Dated("2026-06-01") };
        var seen = new SourceEncounter { Id = "seen", Patient = "p", Status = "finished", Class = "AMB", From = Dated("2026-06-05"), Until = Dated("2026-06-05") };
        var man = Man("1950-01-01") with { Encounters = [stay] };

        man.Asked("tcm", "2026-06-01").Status.ShouldBe(DueStatus.Due);
        (man with { Encounters = [stay, seen] }).Asked("tcm", "2026-06-06").Status.ShouldBe(DueStatus.NotDue);
    }

    [Fact]
    public void When_two_authorities_differ_the_one_that_the_practice_follows_decides_and_not_the_strictest()
    {
        var woman = Woman("1990-01-01").With(Done(Cpt, "92014", "2024-06-01"));

        woman.Asked("eye_adult_18", "2026-06-01").Status.ShouldBe(DueStatus.NotDue);
        woman.Asked("eye_adult", "2026-06-01", new DueAssessor(Schedule.BuiltIn.Following("adult-eye", "AOA"))).Status.ShouldBe(DueStatus.Due);
    }

    [Fact]
    public void The_same_vaccine_is_due_by_one_authority_and_a_talk_by_another()
    {
        var child = Woman("2025-06-01");
        var january = new DueAssessor(Schedule.BuiltIn.Following("child-immunisation", "CDC-JAN-2026"));

        child.Asked("child_hepa", "2026-07-01").Mode.ShouldBe(RowMode.Due);
        child.Asked("child_hepa", "2026-07-01", january).Mode.ShouldBe(RowMode.InviteToTalk);
        child.Asked("child_hepa", "2026-07-01", january).Status.ShouldBe(DueStatus.Due);
    }

    [Fact]
    public void An_outside_record_dated_in_the_future_is_not_believed() =>
        Woman("1970-01-01").With(Done(Cpt, "77067", "2027-01-01")).Asked("breast_mammo", "2026-06-01").Status.ShouldBe(DueStatus.Due);

    [Fact]
    public void The_interval_counts_from_the_day_of_the_service_and_not_of_its_result()
    {
        var scan = Done(Loinc, "24606-6", "2024-05-20", ServiceKind.DiagnosticReport) with { RecordedAt = Dated("2024-06-20") };
        var woman = Woman("1970-01-01").With(scan);

        woman.Asked("breast_mammo", "2026-05-20").Since.ShouldBe(Day("2026-05-20"));
        woman.Asked("breast_mammo", "2026-05-19").NextDueOn.ShouldBe(Day("2026-05-20"));
    }

    [Fact]
    public void A_result_without_a_day_of_its_own_counts_from_the_day_it_was_issued()
    {
        var report = Done(Loinc, "24606-6", "2024-06-20", ServiceKind.DiagnosticReport);

        Woman("1970-01-01").With(report with { From = null, RecordedAt = Dated("2024-06-20") })
            .Asked("breast_mammo", "2026-06-01").LastDoneOn.ShouldBe(Day("2024-06-20"));
    }

    [Fact]
    public void An_adult_catches_up_on_a_series_begun_as_a_child()
    {
        var adult = Man("1990-01-01").With(Vaccine(3, "1991-02-01"));

        adult.Asked("mmr_adult", "2026-06-01").Status.ShouldBe(DueStatus.NotDue);
        Man("1990-01-01").Asked("mmr_adult", "2026-06-01").Status.ShouldBe(DueStatus.Due);
        Man("1950-01-01").Asked("mmr_adult", "2026-06-01").Status.ShouldBe(DueStatus.NotDue);
    }

    [Fact]
    public void A_pregnancy_that_begins_stops_a_live_vaccine_and_one_that_ended_does_not()
    {
        var woman = Woman("1995-01-01");

        woman.With(Has(Snomed, "77386006", "2026-04-01")).Asked("mmr_adult", "2026-06-01").Status.ShouldBe(DueStatus.Excluded);
        woman.With(Has(Snomed, "77386006", "2025-01-01", until: "2025-09-30")).Asked("mmr_adult", "2026-06-01").Status.ShouldBe(DueStatus.Due);
    }

    [Fact]
    public void After_the_loss_of_a_pregnancy_nobody_is_asked_to_come_for_the_check_after_birth()
    {
        var mother = Woman("1995-01-01").With(Done(Cpt, "59400", "2026-04-15"));

        mother.Asked("postpartum", "2026-06-01").Status.ShouldBe(DueStatus.Due);
        (mother with { Warnings = [new Warning(WarningKind.PregnancyLoss, Day("2026-04-15"), null, "Flag/1")] })
            .Asked("postpartum", "2026-06-01").Status.ShouldBe(DueStatus.Excluded);
    }

    [Fact]
    public void Moving_to_another_state_changes_nothing_since_the_practice_chooses_the_schedule()
    {
        var woman = Woman("1970-01-01");

        (woman with { TimeZones = ["America/Los_Angeles"] }).AskedAll("2026-06-01").Select(a => (a.ServiceId, a.Status))
            .ShouldBe((woman with { TimeZones = ["America/New_York"] }).AskedAll("2026-06-01").Select(a => (a.ServiceId, a.Status)));
    }

    [Fact]
    public void A_service_taken_early_moves_the_next_one_and_nobody_nags()
    {
        var woman = Woman("1950-01-01").With(Done("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "G0439", "2026-03-01"));

        woman.Asked("awv", "2026-06-01").NextDueOn.ShouldBe(Day("2027-03-01"));
        woman.Asked("awv", "2026-06-01").Status.ShouldBe(DueStatus.NotDue);
    }

    [Fact]
    public void A_service_booked_anywhere_is_not_asked_for_again()
    {
        var kind = new Code("urn:practice", "MAMMO");
        var assessor = new DueAssessor(Schedule.BuiltIn, new Dictionary<string, ValueList<Code>>(StringComparer.Ordinal) { ["breast_mammo"] = [kind] }.ToFrozenDictionary(StringComparer.Ordinal));
        var visit = new Visit { Id = "v1", Status = VisitStatus.Booked, StartsAt = new DateTimeOffset(2026, 6, 20, 9, 0, 0, TimeSpan.FromHours(-5)), ServiceTypes = [kind], Place = "another site" };
        var woman = Woman("1970-01-01");

        var answer = (woman with { Visits = [visit] }).Asked("breast_mammo", "2026-06-01", assessor);
        answer.Status.ShouldBe(DueStatus.NotDue);
        answer.BookedVisit.ShouldBe("v1");
        (woman with { Visits = [visit with { Status = VisitStatus.CancelledByPatient }] }).Asked("breast_mammo", "2026-06-01", assessor).Status.ShouldBe(DueStatus.Due);
    }

    [Fact]
    public void A_positive_stool_test_asks_for_a_person_and_never_for_another_stool_test()
    {
        var positive = Done(Loinc, "57905-2", "2024-03-01", ServiceKind.Observation) with { Value = new SourceValue(Codes: [new Code(Snomed, "10828004")]) };
        var man = Man("1965-01-01").With(positive);

        var answer = man.Asked("crc_45_75", "2026-06-01");
        answer.Status.ShouldBe(DueStatus.Excluded);
        answer.Because[0].Code.ShouldBe("positive-stool-test");
        man.With(Done(Cpt, "45378", "2024-04-01")).Asked("crc_45_75", "2026-06-01").Status.ShouldBe(DueStatus.NotDue);
    }

    [Theory]
    [InlineData("2026-07-01", DueStatus.NotDue)]
    [InlineData("2026-08-31", DueStatus.NotDue)]
    [InlineData("2026-09-01", DueStatus.Due)]
    [InlineData("2027-03-31", DueStatus.Due)]
    [InlineData("2027-04-01", DueStatus.NotDue)]
    public void Last_seasons_flu_dose_does_not_count_after_1_July_and_nobody_is_asked_before_September(string asOf, DueStatus expected) =>
        Man("1960-01-01").With(Vaccine(140, "2025-10-01")).Asked("flu_adult", asOf).Status.ShouldBe(expected);

    [Fact]
    public void A_flu_dose_of_this_season_is_enough() =>
        Man("1960-01-01").With(Vaccine(140, "2026-09-15")).Asked("flu_adult", "2026-11-24").Status.ShouldBe(DueStatus.NotDue);
}
