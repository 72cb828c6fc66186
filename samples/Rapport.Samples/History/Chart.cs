using Rapport.Samples.People;

namespace Rapport.Samples.History;

/// <summary>One person's chart while it is being filled.</summary>
internal sealed record Chart(Person Person, Health Health, Dice Dice, DemoDays Days, Numbering Numbers)
{
    public bool IsFemale => Person.Sex is Sex.Female;

    public int AgeToday => Person.AgeOn(Days.Today);

    /// <summary>Nothing on a chart is older than the person, or younger than their death or the evening before yesterday.</summary>
    public bool MayHold(DateOnly day) => day >= Person.Born && day < (Person.DiedOn ?? Days.Yesterday);

    public bool Has(Fhir.Code problem) => Health.Problems.Contains(problem);

    public bool HadOperation(Fhir.Code operation) => Health.Operations.Contains(operation);

    public override string ToString() => Person.Id;
}
