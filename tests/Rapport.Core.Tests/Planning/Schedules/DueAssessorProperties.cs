using FsCheck;
using FsCheck.Fluent;
using Rapport.Core.Intake;
using Rapport.Core.Planning.Schedules;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using static Rapport.Core.Tests.Planning.Schedules.Person;

namespace Rapport.Core.Tests.Planning.Schedules;

public sealed class DueAssessorProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(60);

    private static readonly (string System, string Code)[] Codes =
    [
        (Cpt, "77067"), (Cpt, "45378"), (Loinc, "4548-4"), (Cpt, "80061"), (Cpt, "92014"), (Cdt, "D0120"), (Snomed, "27865001"),
        (CodeSystems.Cvx, "03"), (CodeSystems.Cvx, "140"), (CodeSystems.Cvx, "187"), (Icd10, "E11.9"), (Snomed, "170935008"),
    ];

    [Fact]
    public void Asking_twice_gives_the_same_answers() => ForEverybody(person =>
        Said(person).ShouldBe(Said(person)));

    [Fact]
    public void The_order_in_which_facts_arrived_does_not_matter() => ForEverybody(person =>
        Said(person with { Services = [.. person.Services.Reverse()], Conditions = [.. person.Conditions.Reverse()] }).ShouldBe(Said(person)));

    [Fact]
    public void Nobody_who_has_died_is_due() => ForEverybody(person =>
        (person with { IsDeceased = true }).AskedAll("2026-06-01").ShouldAllBe(a => a.Status == DueStatus.Excluded));

    [Fact]
    public void Whatever_is_due_says_why() => ForEverybody(person =>
        person.AskedAll("2026-06-01").ShouldAllBe(a => a.Because.Count > 0));

    private static void ForEverybody(Action<PatientPicture> holds) =>
        Prop.ForAll(People().ToArbitrary(), person => holds(person)).Check(Runs);

    private static Gen<PatientPicture> People() =>
        from year in Gen.Choose(1935, 2025)
        from isWoman in Gen.Elements(true, false)
        from picks in Gen.ListOf(Gen.Choose(0, Codes.Length - 1))
        from days in Gen.ListOf(Gen.Choose(0, 4000), 30)
        let services = picks.Take(20).Select((pick, i) => Record(pick, Day("2026-06-01").AddDays(-days[i]), i)).ToArray()
        select (isWoman ? Woman($"{year}-05-17") : Man($"{year}-05-17")) with
        {
            Services = [.. services.OfType<SourceService>()],
            Conditions = [.. services.OfType<SourceCondition>()],
        };

    private static ChartRecord Record(int pick, DateOnly on, int number)
    {
        var (system, code) = Codes[pick];
        ChartRecord record = system switch
        {
            Icd10 => Has(system, code, $"{on:O}"),
            CodeSystems.Cvx => Done(system, code, $"{on:O}", ServiceKind.Immunization),
            _ => Done(system, code, $"{on:O}"),
        };
        return record with { Id = $"r{number}" };
    }

    private static string Said(PatientPicture person) => string.Join('\n', person.AskedAll("2026-06-01").Select(a =>
        $"{a.ServiceId} {a.Status} {a.Since} {a.NextDueOn} {a.LastDoneOn} {string.Join(',', a.Records)} {a.Because[0].Because}"));
}
