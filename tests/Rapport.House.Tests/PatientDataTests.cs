using System.Reflection;
using Rapport.Core;
using Rapport.Core.Primitives;
using Rapport.Engine.Work;

namespace Rapport.House.Tests;

/// <summary>A record's generated text prints names and birth dates into logs; ours print an id.</summary>
public sealed class PatientDataTests
{
    // One more assembly is one more line.
    private static readonly Assembly[] Assemblies = [typeof(Stage).Assembly, typeof(SimulatedClock).Assembly];

    // These say what they hold, and what they hold is of nobody.
    private static readonly Dictionary<string, string> MaySpeak = new(StringComparer.Ordinal)
    {
        ["Code"] = "a code alone belongs to nobody, and records that hold one do not print it",
        ["PartialDate"] = "a date alone belongs to nobody, and records that hold one do not print it",
        ["PointInTime"] = "as PartialDate",
        ["Practice"] = "the practice's public name",
        ["Label"] = "approved words of the practice's settings",
        ["VisitLabel"] = "approved words of the practice's settings",
        ["ContactLimits"] = "numbers of the practice's settings",
        ["SendHours"] = "hours of the settings",
        ["PlanningContext"] = "the practice and the moment",
        ["SendWindow"] = "instants without a person",
        ["SmsSize"] = "counts",
        ["VisitHistory"] = "instants without a person",
    };

    [Fact]
    public void No_record_prints_what_it_knows_of_a_patient() =>
        Assemblies.SelectMany(Specimen.RecordsOf).Where(t => !MaySpeak.ContainsKey(t.Name)).SelectMany(Leaks).ToList().ShouldBeEmpty();

    [Fact]
    public void Every_record_can_be_filled_for_this_test() => Assemblies.SelectMany(Specimen.RecordsOf).Count().ShouldBeGreaterThan(80);

    [Fact]
    public void A_record_that_prints_a_name_a_date_or_a_number_is_found()
    {
        Leaks(typeof(NameCanary)).ShouldHaveSingleItem();
        Leaks(typeof(DateCanary)).ShouldHaveSingleItem();
        Leaks(typeof(NestedCanary)).ShouldHaveSingleItem();
        Leaks(typeof(QuietCanary)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Leaks(Type type)
    {
        var text = Specimen.Of(type).ToString() ?? "";
        return Specimen.Marks.Any(mark => text.Contains(mark, StringComparison.Ordinal)) ? [$"{type} prints {text}"] : [];
    }

    private sealed record NameCanary(string Id, string Name);

    private sealed record DateCanary
    {
        public required PartialDate? BornOn { get; init; }
    }

    private sealed record NestedCanary(ValueList<string> Counted, DateCanary Inner);

    private sealed record QuietCanary(PatientId Id, string Name, DateOnly BornOn)
    {
        public override string ToString() => Id.ToString();
    }
}
