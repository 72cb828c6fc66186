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

    // These say what they hold, and what they hold is of nobody. A name that ends with a dot or a plus stands for all inside it.
    private static readonly Dictionary<string, string> MaySpeak = new(StringComparer.Ordinal)
    {
        ["Rapport.Core.Primitives.Code"] = "a code alone belongs to nobody, and records that hold one do not print it",
        ["Rapport.Core.Primitives.PartialDate"] = "as a code",
        ["Rapport.Core.Primitives.PointInTime"] = "as a code",
        ["Rapport.Core.Records.Practice"] = "the practice's public name",
        ["Rapport.Core.Records.Label"] = "words of the practice's settings",
        ["Rapport.Core.Records.VisitLabel"] = "words of the practice's settings",
        ["Rapport.Core.Records.ContactLimits"] = "numbers of the practice's settings",
        ["Rapport.Core.Planning.SendHours"] = "hours of the practice's settings",
        ["Rapport.Core.Planning.PlanningContext"] = "the practice and the moment",
        ["Rapport.Core.Planning.SendWindow"] = "instants without a person",
        ["Rapport.Core.Planning.Rules."] = "a rule is its settings",
        ["Rapport.Core.Planning.Schedules.Rules."] = "rules are the same for everybody; what they found is a Fact, which prints its id",
        ["Rapport.Core.Planning.Schedules.Needs.DoneByRule"] = "as rules",
        ["Rapport.Core.Planning.Schedules.Needs.DoneByVaccine"] = "as rules",
        ["Rapport.Core.Planning.Schedules.Needs.DoneTest"] = "as rules",
        ["Rapport.Core.Planning.Schedules.Vaccines."] = "the tables are the same for everybody; doses given and forecasts print no date",
        ["Rapport.Core.Planning.Schedules.AuthorityChoice"] = "the schedule is the same for everybody",
        ["Rapport.Core.Planning.Schedules.CodeLine"] = "as the schedule",
        ["Rapport.Core.Planning.Schedules.Exclusion"] = "as the schedule",
        ["Rapport.Core.Planning.Schedules.RowLabel"] = "as the schedule",
        ["Rapport.Core.Planning.Schedules.Schedule"] = "as the schedule",
        ["Rapport.Core.Planning.Schedules.ScheduleRow"] = "as the schedule",
        ["Rapport.Core.Planning.Schedules.Season"] = "as the schedule",
        ["Rapport.Core.Planning.Schedules.Span"] = "a length of time without a person",
        ["Rapport.Core.Planning.Calendar."] = "the calendar is the same for everybody",
        ["Rapport.Core.Composing.TemplateText+"] = "words before any fact is put in",
        ["Rapport.Core.Composing.SmsSize"] = "counts",
        ["Rapport.Core.Composing.Shade"] = "a word of a closed list, of nobody",
        ["Rapport.Core.Composing.SituationField"] = "the name of a field, never its value",
        ["Rapport.Core.Composing.Writing.SituationGuide"] = "fixed words, the same for everybody",
        ["Rapport.Core.Composing.Writing.TemplateKey"] = "as Shade and situation",
        ["Rapport.Core.Composing.Writing.Demand"] = "a count and a TemplateKey",
        ["Rapport.Core.Composing.Writing.WritingJob"] = "as Demand",
        ["Rapport.Core.Composing.Writing.SeededError+"] = "fixed words, the same for everybody",
        ["Rapport.Core.Intake.IntakeIssue"] = "file, place and kind of fault; by its contract never a value",
        ["Rapport.Engine.Intake.FeedItem+"] = "as IntakeIssue; records in it print their ids",
        ["Rapport.Engine.Intake.ImportResult"] = "counts",
        ["Rapport.Engine.Intake.WriteResult"] = "counts",
        ["Rapport.Engine.Planning.PlanningResult"] = "counts",
        ["Rapport.Engine.Planning.SaveResult"] = "counts",
        ["Rapport.Engine.Composing.ComposingResult"] = "counts",
        ["Rapport.Engine.Composing.Writing.Evaluation"] = "the name of a writer",
        ["Rapport.Engine.Composing.Writing.Forecast"] = "counts",
        ["Rapport.Engine.Composing.Writing.DrillScore"] = "counts",
        ["Rapport.Engine.Composing.Writing.TrialRendering"] = "which kind of reader, in fixed words",
        ["Rapport.Engine.Composing.Writing.Written"] = "counts",
        ["Rapport.Engine.Composing.Writing.WritingResult"] = "counts",
        ["Rapport.Engine.Composing.Writing.Decision+NotFound"] = "counts",
        ["Rapport.Engine.Delivery.DeliveryResult"] = "counts",
        ["Rapport.Engine.Composing.ModelUsage"] = "counts of a provider",
        ["Rapport.Engine.Composing.ModelAccount"] = "prices of the practice's settings",
    };

    [Fact]
    public void No_record_prints_what_it_knows_of_a_patient() =>
        Assemblies.SelectMany(Specimen.RecordsOf).Where(MustBeSilent).SelectMany(Leaks).ToList().ShouldBeEmpty();

    [Fact]
    public void Every_exception_to_that_is_still_needed() =>
        MaySpeak.Keys.Where(key => key[^1] is not ('.' or '+') && !Assemblies.Any(a => a.GetType(key) is not null)).ShouldBeEmpty();

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

    private static bool MustBeSilent(Type type) =>
        !MaySpeak.Keys.Any(key => key[^1] is '.' or '+' ? type.FullName!.StartsWith(key, StringComparison.Ordinal) : type.FullName == key);

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
