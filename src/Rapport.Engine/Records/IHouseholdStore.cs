using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Engine.Records;

/// <summary>What ties a patient to others: a phone, an e-mail address, a postal address with a family name.</summary>
/// <param name="Patient">The patient.</param>
/// <param name="Keys">Canonical keys; two patients with a key in common share a household.</param>
public sealed record HouseholdTies(PatientId Patient, ValueList<string> Keys)
{
    public override string ToString() => $"ties of patient {Patient}";
}

/// <summary>Which charts to read.</summary>
public abstract record ChartFilter
{
    private ChartFilter()
    {
    }

    public sealed record Everyone : ChartFilter;

    /// <summary>The households of these patients.</summary>
    public sealed record HouseholdsOf(IReadOnlyCollection<PatientId> Patients) : ChartFilter;
}

/// <summary>Reads what the record store holds, household by household, in one ordered stream and never per patient.</summary>
public interface IHouseholdStore
{
    /// <summary>Streams households in a stable order. A patient who was merged into another is read as part of the survivor's chart.</summary>
    IEnumerable<HouseholdCharts> Read(ChartFilter filter, CancellationToken ct);

    /// <summary>Practitioners, roles, organisations and locations.</summary>
    IReadOnlyList<SourceRecord> ReadDirectory();

    /// <summary>Streams what ties patients together, from patients and the people who act for them.</summary>
    IEnumerable<(SourcePatient Patient, IReadOnlyList<SourceRelatedPerson> RelatedPersons)> ReadPeople(CancellationToken ct);

    /// <summary>Writes households that changed; returns how many patients did.</summary>
    long Assign(IEnumerable<(PatientId Patient, HouseholdId Household)> households);
}
