using Rapport.Core.Intake;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Records;

public sealed class PictureBuilderTests
{
    private static readonly DateOnly Today = On("2026-03-03");

    [Fact]
    public void A_number_that_stands_twice_once_ended_and_once_current_is_current()
    {
        var ended = Phone("518-555-0111") with { Until = On("2025-01-01") };

        Picture(Patient() with { Telecoms = [ended, Phone("518-555-0111")] }).Contacts.ShouldHaveSingleItem().State.ShouldBe(ContactState.Usable);
    }

    [Fact]
    public void A_home_phone_is_not_texted() => Picture(Patient() with { Telecoms = [Phone("518-555-0111", "home")] }).Contacts.ShouldBeEmpty();

    [Fact]
    public void A_suppressed_address_is_suppressed_for_everybody_who_shares_it()
    {
        var pictures = Build([new Chart { Patient = Adult("a") }, new Chart { Patient = Adult("b") }], new() { ["+15185550111"] = "wrong number" });

        pictures.SelectMany(p => p.Contacts).ShouldAllBe(c => c.State == ContactState.Suppressed);
    }

    [Fact]
    public void A_phone_of_two_adults_is_shared_and_one_of_a_mother_and_her_child_is_not()
    {
        Build([new Chart { Patient = Adult("a") }, new Chart { Patient = Adult("b") }]).ShouldAllBe(p => p.Contacts[0].IsShared);
        Build([new Chart { Patient = Adult("a") }, new Chart { Patient = Adult("b") with { BornOn = new PartialDate(2020, 5, 5) } }]).ShouldAllBe(p => !p.Contacts[0].IsShared);
    }

    [Fact]
    public void A_widow_has_the_phone_to_herself() =>
        Build([new Chart { Patient = Adult("a") }, new Chart { Patient = Adult("b") with { IsDeceased = true } }])[0].Contacts[0].IsShared.ShouldBeFalse();

    [Fact]
    public void A_number_that_a_former_partner_gave_up_is_not_shared() =>
        Build([new Chart { Patient = Adult("a") }, new Chart { Patient = Adult("b") with { Telecoms = [Phone("518-555-0111") with { Until = On("2025-01-01") }] } }])[0].Contacts[0].IsShared.ShouldBeFalse();

    [Fact]
    public void A_date_of_death_means_dead_whatever_else_the_record_says() =>
        Picture(Patient() with { DeceasedOn = new PartialDate(2025) }).IsDeceased.ShouldBeTrue();

    [Fact]
    public void A_record_that_was_replaced_by_another_is_closed() => Picture(Patient() with { ReplacedBy = "Patient/p2" }).IsActive.ShouldBeFalse();

    [Fact]
    public void A_caregiver_whose_time_is_over_or_has_not_come_does_not_count()
    {
        var ended = new SourceRelatedPerson { Id = "r1", Patient = "p", Until = On("2025-01-01") };
        var coming = new SourceRelatedPerson { Id = "r2", Patient = "p", From = On("2026-05-01") };
        var present = new SourceRelatedPerson { Id = "r3", Patient = "p", Relations = [new Code("x", "GUARD")] };

        var caregiver = Picture(Patient(), ended, coming, present).Caregivers.ShouldHaveSingleItem();

        caregiver.Id.ShouldBe("r3");
        caregiver.MayActForPatient.ShouldBeTrue();
    }

    [Theory]
    [InlineData("booked", "needs-action", VisitStatus.Booked)]
    [InlineData("booked", null, VisitStatus.Booked)]
    [InlineData("booked", "accepted", VisitStatus.Confirmed)]
    [InlineData("booked", "declined", VisitStatus.CancelledByPatient)]
    [InlineData("pending", null, VisitStatus.Proposed)]
    [InlineData("fulfilled", null, VisitStatus.Finished)]
    [InlineData("noshow", null, VisitStatus.Missed)]
    [InlineData("entered-in-error", null, VisitStatus.EnteredInError)]
    [InlineData("cancelled", null, VisitStatus.Cancelled)]
    [InlineData("nonsense", null, VisitStatus.Unknown)]
    public void A_visit_stands_where_the_front_desk_says(string status, string? answer, VisitStatus expected) =>
        Picture(Patient(), new SourceAppointment { Id = "v", Patient = "p", Status = status, PatientStatus = answer }).Visits[0].Status.ShouldBe(expected);

    [Fact]
    public void Accepted_at_booking_is_no_answer_unless_the_practice_says_so()
    {
        var visit = new SourceAppointment { Id = "v", Patient = "p", Status = "booked", PatientStatus = "accepted" };
        var charts = new HouseholdCharts(new HouseholdId("p"), [new Chart { Patient = Patient(), Records = [visit] }], new Dictionary<string, string>(StringComparer.Ordinal));

        new PictureBuilder(A.Practice() with { AcceptedMeansConfirmed = false }, new PracticeDirectory([])).Build(charts, On("2026-03-03")).Members[0].Visits[0].Status.ShouldBe(VisitStatus.Booked);
    }

    [Theory]
    [InlineData("pat", VisitStatus.CancelledByPatient)]
    [InlineData("pat-crs", VisitStatus.CancelledByPatient)]
    [InlineData("prov", VisitStatus.CancelledByPractice)]
    [InlineData("oth-weath", VisitStatus.CancelledByPractice)]
    public void Who_cancelled_is_read_from_the_reason(string reason, VisitStatus expected) =>
        Picture(Patient(), new SourceAppointment { Id = "v", Patient = "p", Status = "cancelled", CancelledBecause = [new Code("x", reason)] }).Visits[0].Status.ShouldBe(expected);

    [Fact]
    public void Flags_become_warnings_while_they_are_active()
    {
        var grief = new SourceFlag { Id = "f", Patient = "p", Status = "active", Codes = [new Code("urn:rapport:flag", "grief")] };

        Picture(Patient(), grief).Warnings.ShouldHaveSingleItem().Kind.ShouldBe(WarningKind.Grief);
        Picture(Patient(), grief with { Status = "inactive" }).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_consent_about_a_channel_becomes_a_rule_and_one_about_research_does_not()
    {
        var consent = new SourceConsent { Id = "c", Patient = "p", Status = "active", IsPermit = false, About = [new Code("urn:rapport:channel", "sms")] };

        Picture(Patient(), consent).Consents.ShouldHaveSingleItem().IsAbout(Channel.Sms, Purpose.Care).ShouldBeTrue();
        Picture(Patient(), consent with { About = [new Code("urn:other", "research")] }).Consents.ShouldBeEmpty();
        Picture(Patient(), consent with { Until = PointInTime.From(On("2025-12-31")) }).Consents.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_language_is_the_practices_own_and_a_region_does_not_matter()
    {
        Picture(Patient()).Language.ShouldBe(Language.English);
        Picture(Patient() with { Languages = [" "] }).Language.ShouldBe(Language.English);
        Picture(Patient() with { Languages = ["es-MX", "en"] }).Language.ShouldBe(Language.Spanish);
    }

    [Fact]
    public void The_clinician_whom_somebody_knows_is_the_one_they_saw_most_lately()
    {
        var directory = new PracticeDirectory([Clinician("lee"), Clinician("roy")]);
        SourceEncounter Seen(string id, string by, string on) => new() { Id = id, Patient = "p", Status = "finished", From = PointInTime.From(On(on)), Practitioners = [$"Practitioner/{by}"] };

        var chart = new Chart { Patient = Patient(), Records = [Seen("1", "lee", "2025-10-01"), Seen("2", "roy", "2025-11-01"), Seen("3", "lee", "2026-01-01"), Seen("4", "roy", "2019-01-01"), Seen("5", "roy", "2019-02-01")] };

        new PictureBuilder(A.Practice(), directory).Build(Charts([chart]), Today).Members[0].KnownClinician.ShouldBe("Dr. lee");
    }

    private static SourcePractitioner Clinician(string name) => new() { Id = name, Names = [new SourceName { Prefix = "Dr.", Family = name }] };

    private static SourcePatient Patient() => new() { Id = "p" };

    private static SourcePatient Adult(string id) => new() { Id = id, BornOn = new PartialDate(1980, 5, 5), Telecoms = [Phone("518-555-0111")] };

    private static SourceTelecom Phone(string number, string use = "mobile") => new() { System = "phone", Value = number, Use = use };

    private static PatientPicture Picture(SourcePatient patient, params ChartRecord[] records) => Build([new Chart { Patient = patient, Records = [.. records] }])[0];

    private static ValueList<PatientPicture> Build(Chart[] charts, Dictionary<string, string>? suppressed = null) =>
        new PictureBuilder(A.Practice(), new PracticeDirectory([])).Build(Charts(charts, suppressed), Today).Members;

    private static HouseholdCharts Charts(Chart[] charts, Dictionary<string, string>? suppressed = null) => new(new HouseholdId("h"), [.. charts], suppressed ?? []);
}
