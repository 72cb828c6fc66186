using Rapport.Core.Intake;
using Rapport.Core.Planning;
using Rapport.Engine.Intake;

namespace Rapport.Storage.Tests.Contract;

public abstract class RecordStoreContract : StoreContract
{
    [Fact]
    public void The_same_export_read_twice_changes_nothing()
    {
        SourceRecord[] export = [A.Patient() with { UpdatedAt = A.Monday }, A.Appointment(), A.Condition("c1"), new SourceLocation { Id = "main" }];

        Stores.Records.Write(export, A.Monday).ShouldBe(new WriteResult(4, 0, 0, 0));
        var before = Stores.Everyone();
        Stores.Records.Write(export, A.Monday.AddDays(1)).ShouldBe(new WriteResult(0, 0, 4, 0));

        Stores.ChartOf("ana").Records.ShouldBe(before[0].Charts[0].Records);
        Stores.ChartOf("ana").Visits.ShouldBeEmpty();
    }

    [Fact]
    public void A_record_sent_again_with_only_a_new_date_is_unchanged_but_its_date_is_known()
    {
        Stores.Records.Write([A.Patient() with { UpdatedAt = A.Monday }], A.Monday);

        Stores.Records.Write([A.Patient() with { UpdatedAt = A.Monday.AddDays(2) }], A.Monday).Changed.ShouldBe(0);
        var older = A.Patient() with { UpdatedAt = A.Monday.AddDays(1), Gender = "female" };
        Stores.Records.Write([older], A.Monday).ShouldBe(new WriteResult(0, 0, 1, 0));

        Stores.ChartOf("ana").Patient.Gender.ShouldBeNull();
        Stores.ChartOf("ana").Patient.UpdatedAt.ShouldBe(A.Monday.AddDays(2));
    }

    [Fact]
    public void A_newer_record_replaces_and_an_older_one_never_does()
    {
        Stores.Records.Write([A.Patient() with { UpdatedAt = A.Monday }], A.Monday);

        Stores.Records.Write([A.Patient() with { UpdatedAt = A.Monday.AddHours(1), Gender = "female" }], A.Monday).Changed.ShouldBe(1);
        Stores.Records.Write([A.Patient() with { UpdatedAt = A.Monday.AddHours(-1), Gender = "male" }], A.Monday).Unchanged.ShouldBe(1);

        Stores.ChartOf("ana").Patient.Gender.ShouldBe("female");
    }

    [Fact]
    public void A_procedure_and_an_observation_may_have_the_same_id()
    {
        var observation = new SourceService { Id = "1", Patient = "ana", Kind = ServiceKind.Observation };

        Stores.Records.Write([A.Patient(), observation, observation with { Kind = ServiceKind.Procedure }], A.Monday).Added.ShouldBe(3);
    }

    [Fact]
    public void A_moved_visit_takes_back_its_reminders_and_remembers_where_it_stood()
    {
        var (reminder, other) = (A.Touch("visit-1@2026-03-12"), A.Touch("visit-10"));
        Stores.Records.Write([A.Patient(), A.Appointment("visit-1"), A.Appointment("visit-10")], A.Monday);
        Stores.Touches.Save([A.Plan(reminder, other)], A.Monday);

        Stores.Records.Write([A.Appointment(day: 12)], A.Monday.AddDays(1)).ShouldBe(new WriteResult(0, 1, 0, 1));

        Stores.Touch(reminder).Touch.Status.ShouldBe(TouchStatus.Withdrawn);
        Stores.Touch(reminder).Reason.ShouldBe("visit moved");
        Stores.Touch(other).Touch.Status.ShouldBe(TouchStatus.Planned);
        var history = Stores.ChartOf("ana").Visits.ShouldHaveSingleItem();
        history.Key.ShouldBe("visit-1");
        history.Value.MovedFrom.ShouldBe(A.Monday.AddDays(10));
        history.Value.MovedAt.ShouldBe(A.Monday.AddDays(1));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("noshow")]
    [InlineData("entered-in-error")]
    public void A_visit_that_is_off_the_book_takes_back_its_reminders(string status)
    {
        var reminder = A.Touch();
        Stores.Records.Write([A.Patient(), A.Appointment()], A.Monday);
        Stores.HasApproved(reminder);

        Stores.Records.Write([A.Appointment(status: status)], A.Monday.AddDays(1)).TouchesWithdrawn.ShouldBe(1);

        Stores.Touch(reminder).Reason.ShouldBe("visit cancelled");
        Stores.ChartOf("ana").Visits["visit-1"].CancelledAt.ShouldBe(A.Monday.AddDays(1));
        Stores.Outbox.NextDueAt().ShouldBeNull();
    }

    [Fact]
    public void A_visit_that_is_booked_for_certain_keeps_its_reminders()
    {
        Stores.Records.Write([A.Patient(), A.Appointment(status: "pending")], A.Monday);
        Stores.Touches.Save([A.Plan(A.Touch())], A.Monday);

        Stores.Records.Write([A.Appointment(status: "booked")], A.Monday).TouchesWithdrawn.ShouldBe(0);
    }

    [Fact]
    public void A_touch_that_left_is_not_taken_back()
    {
        var touch = A.Touch();
        Stores.Records.Write([A.Patient(), A.Appointment()], A.Monday);
        Stores.HasApproved(touch);
        Stores.Outbox.Claim(A.Monday.AddHours(2), 10, TimeSpan.FromMinutes(1), A.SendAll);

        Stores.Records.Write([A.Appointment(status: "cancelled")], A.Monday).TouchesWithdrawn.ShouldBe(0);

        Stores.Touch(touch).Touch.Status.ShouldBe(TouchStatus.Claimed);
    }

    [Fact]
    public void When_one_visit_of_a_shared_message_is_cancelled_the_rest_is_written_anew()
    {
        var (mine, hers) = (A.Touch("visit-1", group: "family"), A.Touch("visit-2", group: "family"));
        Stores.Records.Write([A.Patient(), A.Appointment("visit-1"), A.Appointment("visit-2")], A.Monday);
        Stores.HasApproved(mine, hers);

        Stores.Records.Write([A.Appointment("visit-2", status: "cancelled")], A.Monday);

        Stores.Touch(mine).Touch.Status.ShouldBe(TouchStatus.Planned);
        Stores.Touch(mine).Message.ShouldBeNull();
        Stores.Touch(hers).Touch.Status.ShouldBe(TouchStatus.Withdrawn);
    }

    public static TheoryData<string, string> Departures => new()
    {
        { "deceased", "patient is deceased" }, { "inactive", "patient record is closed" }, { "merged", "patient record was merged" },
    };

    [Theory]
    [MemberData(nameof(Departures))]
    public void Nothing_unsent_is_left_for_a_patient_who_is_gone(string how, string reason)
    {
        var recall = A.Touch("mammogram", program: "recall");
        Stores.Records.Write([A.Patient(), A.Patient("ana-2")], A.Monday);
        Stores.HasApproved(recall);
        var gone = how switch
        {
            "deceased" => A.Patient() with { IsDeceased = true },
            "inactive" => A.Patient() with { IsActive = false },
            _ => A.Patient() with { ReplacedBy = "ana-2" },
        };

        Stores.Records.Write([gone], A.Monday).TouchesWithdrawn.ShouldBe(1);

        Stores.Touch(recall).Reason.ShouldBe(reason);
    }

    [Fact]
    public void Only_a_newer_dated_record_brings_a_deceased_patient_back()
    {
        var dead = A.Patient() with { IsDeceased = true, DeceasedOn = new(2026, 2), UpdatedAt = A.Monday };
        Stores.Records.Write([dead], A.Monday);

        Stores.Records.Write([A.Patient() with { Gender = "female" }], A.Monday);
        Stores.ChartOf("ana").Patient.ShouldSatisfyAllConditions(
            p => p.IsDeceased.ShouldBeTrue(), p => p.DeceasedOn.ShouldBe(dead.DeceasedOn), p => p.Gender.ShouldBe("female"));
        Stores.Records.Write([A.Patient() with { UpdatedAt = A.Monday }], A.Monday);
        Stores.ChartOf("ana").Patient.IsDeceased.ShouldBeTrue();

        Stores.Records.Write([A.Patient() with { UpdatedAt = A.Monday.AddDays(1) }], A.Monday);
        Stores.ChartOf("ana").Patient.IsDeceased.ShouldBeFalse();
    }

    [Fact]
    public void A_failing_batch_leaves_neither_its_records_nor_its_withdrawals()
    {
        var reminder = A.Touch();
        Stores.Records.Write([A.Patient(), A.Appointment()], A.Monday);
        Stores.Touches.Save([A.Plan(reminder)], A.Monday);

        Should.Throw<Exception>(() => Stores.Records.Write([A.Appointment(day: 12), A.Condition(null!)], A.Monday));

        Stores.Touch(reminder).Touch.Status.ShouldBe(TouchStatus.Planned);
        Stores.ChartOf("ana").Records.ShouldBe([A.Appointment()]);
        Stores.Records.Write([A.Appointment(day: 12)], A.Monday).ShouldBe(new WriteResult(0, 1, 0, 1));
    }

    [Fact]
    public void A_record_whose_patient_is_named_by_an_identifier_waits_until_the_patient_arrives()
    {
        var visit = A.Appointment(patient: "?urn:mrn|17");
        Stores.Records.Write([visit, A.Condition("c1", "?urn:mrn|17"), A.Condition("c2", "?|18")], A.Monday).Added.ShouldBe(3);
        Stores.Records.CountWithoutPatient().ShouldBe(3);

        Stores.Records.Write([A.Patient("ana", new SourceIdentifier("urn:mrn", "17")), A.Patient("ben", new SourceIdentifier("urn:mrn", "18"))], A.Monday);

        Stores.Records.CountWithoutPatient().ShouldBe(0);
        Stores.ChartOf("ana").Records.ShouldBe([A.Appointment(), A.Condition("c1")]);
        Stores.ChartOf("ben").Records.ShouldBe([A.Condition("c2", "ben")]);
        Stores.Records.Write([visit], A.Monday).ShouldBe(new WriteResult(0, 0, 1, 0));
    }

    [Fact]
    public void A_record_about_a_patient_who_comes_later_is_kept()
    {
        Stores.Records.Write([A.Condition("c1")], A.Monday);
        Stores.Records.CountWithoutPatient().ShouldBe(1);

        Stores.Records.Write([A.Patient()], A.Monday);

        Stores.ChartOf("ana").Records.Count.ShouldBe(1);
    }

    [Fact]
    public void An_identifier_finds_its_one_patient_and_never_guesses()
    {
        Stores.Records.Write(
            [A.Patient("ana", new SourceIdentifier("urn:a", "17")), A.Patient("ben", new SourceIdentifier("urn:b", "17"), new SourceIdentifier("urn:b", "18"))],
            A.Monday);

        Stores.Records.FindPatient("urn:a", "17").ShouldBe("ana");
        Stores.Records.FindPatient(null, "18").ShouldBe("ben");
        Stores.Records.FindPatient(null, "17").ShouldBeNull();
        Stores.Records.FindPatient("urn:a", "18").ShouldBeNull();
    }

    [Fact]
    public void An_identifier_that_was_taken_from_a_patient_no_longer_finds_it()
    {
        Stores.Records.Write([A.Patient("ana", new SourceIdentifier("urn:a", "17"))], A.Monday);
        Stores.Records.Write([A.Patient("ana", new SourceIdentifier("urn:a", "19"))], A.Monday);

        Stores.Records.FindPatient("urn:a", "17").ShouldBeNull();
        Stores.Records.FindPatient("urn:a", "19").ShouldBe("ana");
    }

    [Fact]
    public void Issues_of_an_import_are_kept_once()
    {
        IntakeIssue[] issues = [new("Patient.ndjson", 3, "Patient.birthDate", "is not a date", IntakeLoss.Part), new("Patient.ndjson", 9, "", "is cut off", IntakeLoss.Whole)];

        Stores.Records.Write(issues, A.Monday);
        Stores.Records.Write(issues, A.Monday.AddDays(1));

        Stores.Records.ReadIssues(10).ShouldBe(issues);
    }
}
