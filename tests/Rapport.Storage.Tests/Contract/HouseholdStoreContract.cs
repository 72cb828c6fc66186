using Rapport.Core.Intake;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Engine.Records;

namespace Rapport.Storage.Tests.Contract;

public abstract class HouseholdStoreContract : StoreContract
{
    [Fact]
    public void A_household_is_read_whole_with_its_records_touches_and_suppressed_addresses()
    {
        Stores.Records.Write([A.Patient("ben"), A.Patient("ana"), A.Patient("cleo"), A.Condition("c1", "ben"), A.Condition("c2", "ana"), A.Appointment(patient: "ben")], A.Monday);
        Stores.Households.Assign([(new("ana"), new("home")), (new("ben"), new("home"))]).ShouldBe(2);
        Stores.Touches.Save([A.Plan(A.Touch(patient: "ben", household: "home"))], A.Monday);
        Stores.Outbox.Suppress("ben@example.org", "bounced", A.Monday);

        var households = Stores.Everyone();

        households.Select(h => h.Household.Value).ShouldBe(["cleo", "home"]);
        households[1].Charts.Select(c => c.Patient.Id).ShouldBe(["ana", "ben"]);
        households[1].Charts[1].Records.ShouldBe([A.Appointment(patient: "ben"), A.Condition("c1", "ben")]);
        households[1].Charts[1].Touches.ShouldHaveSingleItem().Status.ShouldBe(nameof(TouchStatus.Suppressed));
        households[1].Charts[0].Touches.ShouldBeEmpty();
        households[1].Suppressed["ben@example.org"].ShouldBe("bounced");
    }

    [Fact]
    public void Only_the_households_asked_for_are_read_and_each_whole()
    {
        Stores.Records.Write([A.Patient("ana"), A.Patient("ben"), A.Patient("cleo"), A.Patient("dov"), A.Condition("c1", "ben")], A.Monday);
        Stores.Households.Assign([(new("ana"), new("z")), (new("ben"), new("z")), (new("cleo"), new("b"))]);

        var households = Stores.Households.Read(new ChartFilter.HouseholdsOf([new("ana"), new("cleo"), new("nobody")]), CancellationToken.None).ToArray();

        households.Select(h => h.Household.Value).ShouldBe(["b", "z"]);
        households[1].Charts.Select(c => c.Patient.Id).ShouldBe(["ana", "ben"]);
        households[1].Charts[1].Records.Count.ShouldBe(1);
    }

    [Fact]
    public void A_merged_record_is_read_as_part_of_the_survivors_chart()
    {
        Stores.Records.Write([A.Patient("old") with { ReplacedBy = "Patient/middle" }, A.Condition("c1", "old"), A.Patient("zoe"), A.Condition("c2", "zoe")], A.Monday);
        Stores.Records.Write([A.Patient("middle") with { ReplacedBy = "zoe" }, A.Condition("c3", "middle")], A.Monday);
        Stores.Households.Assign([(new("zoe"), new("home")), (new("old"), new("elsewhere"))]);

        var household = Stores.Everyone().ShouldHaveSingleItem();

        household.Household.Value.ShouldBe("home");
        var chart = household.Charts.ShouldHaveSingleItem();
        chart.Patient.Id.ShouldBe("zoe");
        chart.Records.Select(r => r.Id).ShouldBe(["c3", "c1", "c2"]);
        Stores.Records.Write([A.Patient("old")], A.Monday);
        Stores.Everyone().SelectMany(h => h.Charts).Select(c => c.Patient.Id).ShouldBe(["old", "zoe"], ignoreOrder: true);
    }

    [Fact]
    public void Records_that_replace_each_other_in_a_ring_are_still_read()
    {
        Stores.Records.Write([A.Patient("ana") with { ReplacedBy = "ben" }, A.Patient("ben") with { ReplacedBy = "ana" }, A.Patient("cy") with { ReplacedBy = "nobody" }], A.Monday);

        Stores.Everyone().SelectMany(h => h.Charts).Select(c => c.Patient.Id).ShouldBe(["ana", "ben", "cy"]);
    }

    [Fact]
    public void What_ties_people_together_is_read_without_the_rest()
    {
        var mother = new SourceRelatedPerson { Id = "r1", Patient = "ana", Names = [new SourceName { Family = "Rivera" }] };
        Stores.Records.Write([A.Patient("ana"), A.Condition("c1"), mother, A.Patient("ben")], A.Monday);

        var people = Stores.Households.ReadPeople(CancellationToken.None).ToArray();

        people.Select(p => p.Patient.Id).ShouldBe(["ana", "ben"]);
        people[0].RelatedPersons.ShouldBe([mother]);
    }

    [Fact]
    public void The_directory_holds_people_and_places_of_the_practice_but_no_slots()
    {
        SourceRecord[] directory = [new SourcePractitioner { Id = "p" }, new SourceRole { Id = "r" }, new SourceOrganization { Id = "o" }, new SourceLocation { Id = "l" }];
        Stores.Records.Write([.. directory, new SourceSchedule { Id = "s" }, new SourceSlot { Id = "s" }, A.Patient()], A.Monday);

        Stores.Households.ReadDirectory().ShouldBe(directory);
    }

    [Fact]
    public void Assigning_the_same_households_again_changes_nobody()
    {
        Stores.Records.Write([A.Patient("ana"), A.Patient("ben")], A.Monday);
        (PatientId, HouseholdId)[] homes = [(new("ana"), new("home")), (new("ben"), new("home"))];

        Stores.Households.Assign(homes).ShouldBe(2);
        Stores.Households.Assign(homes).ShouldBe(0);
    }

    [Fact]
    public void A_long_reading_sees_one_state_while_an_import_goes_on()
    {
        Stores.Records.Write([A.Patient("ana"), A.Patient("ben")], A.Monday);
        using var reading = Stores.Households.Read(new ChartFilter.Everyone(), CancellationToken.None).GetEnumerator();
        reading.MoveNext().ShouldBeTrue();

        Stores.Records.Write([A.Patient("ben") with { Gender = "male" }, A.Patient("cleo")], A.Monday);

        reading.MoveNext().ShouldBeTrue();
        reading.Current.Charts[0].Patient.Gender.ShouldBeNull();
        reading.MoveNext().ShouldBeFalse();
    }
}
