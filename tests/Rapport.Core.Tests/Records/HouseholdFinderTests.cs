using FsCheck.Fluent;
using Rapport.Core.Intake;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Records;

public sealed class HouseholdFinderTests
{
    [Fact]
    public void People_who_share_a_phone_are_one_household() =>
        Found(Person("a", phone: "518-555-0111"), Person("b", phone: "(518) 555-0111"), Person("c", phone: "518-555-0122")).ShouldBe(["a:a", "b:a", "c:c"]);

    [Fact]
    public void A_home_ties_only_people_of_one_family_name() =>
        Found(Person("a", home: "5 Elm St"), Person("b", home: "5 ELM ST."), Person("c", home: "5 Elm St", family: "Reed")).ShouldBe(["a:a", "b:a", "c:c"]);

    [Fact]
    public void A_work_phone_or_an_old_one_ties_nobody() =>
        Found(Person("a", phone: "518-555-0111", use: "work"), Person("b", phone: "518-555-0111", use: "work"), Person("c", phone: "518-555-0122", use: "old"), Person("d", phone: "518-555-0122")).ShouldBe(["a:a", "b:b", "c:c", "d:d"]);

    [Fact]
    public void A_number_that_means_none_ties_nobody() =>
        Found(Person("a", phone: "555-555-5555"), Person("b", phone: "555-555-5555")).ShouldBe(["a:a", "b:b"]);

    [Fact]
    public void A_guardian_ties_the_children_whom_they_act_for()
    {
        var finder = new HouseholdFinder("US");
        finder.Add(Person("child1"), [Guardian("r1", "child1")]);
        finder.Add(Person("child2"), [Guardian("r2", "child2")]);

        Names(finder).ShouldBe(["child1:child1", "child2:child1"]);
    }

    [Fact]
    public void The_order_of_records_does_not_matter() => Properties.Hold(Gen.Choose(0, 1_000_000), seed =>
    {
        SourcePatient[] people = [.. Enumerable.Range(0, 12).Select(i => Person(
            $"p{Core.Primitives.Chance.Pick(1000, $"{seed}", $"id{i}")}-{i}",
            phone: $"518-555-01{Core.Primitives.Chance.Pick(8, $"{seed}", $"phone{i}") + 10}",
            home: $"{Core.Primitives.Chance.Pick(6, $"{seed}", $"home{i}")} Elm St"))];

        Found(people).ShouldBe(Found([.. people.OrderBy(p => Core.Primitives.Chance.Of($"{seed}", p.Id))]));
    }, tests: 100);

    private static string[] Found(params SourcePatient[] people)
    {
        var finder = new HouseholdFinder("US");
        foreach (var person in people)
        {
            finder.Add(person, []);
        }

        return Names(finder);
    }

    private static string[] Names(HouseholdFinder finder) => [.. finder.Found().Select(f => $"{f.Patient}:{f.Household}").Order(StringComparer.Ordinal)];

    private static SourcePatient Person(string id, string? phone = null, string? home = null, string family = "Vega", string use = "mobile") => new()
    {
        Id = id,
        Names = [new SourceName { Family = family, Given = ["Ana"] }],
        Telecoms = phone is null ? [] : [new SourceTelecom { System = "phone", Value = phone, Use = use }],
        Addresses = home is null ? [] : [new SourceAddress { Lines = [home], City = "Troy", PostalCode = "12180" }],
    };

    private static SourceRelatedPerson Guardian(string id, string patient) => new()
    {
        Id = id,
        Patient = patient,
        Telecoms = [new SourceTelecom { System = "phone", Value = "518-555-0111", Use = "mobile" }],
    };
}
