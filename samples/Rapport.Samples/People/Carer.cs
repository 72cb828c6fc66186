namespace Rapport.Samples.People;

/// <summary>Somebody who acts or cares for a patient: a parent, a daughter, a spouse.</summary>
internal sealed record Carer
{
    public required string Id { get; init; }

    public required Person For { get; init; }

    public required string[] Given { get; init; }

    public string? Family { get; init; }

    /// <summary>HL7 v3 RoleCode; a legal guardian has <c>GUARD</c> besides the kinship.</summary>
    public required string[] Relations { get; init; }

    public Telecom[] Telecoms { get; init; } = [];

    public Address? Address { get; init; }

    public string? Language { get; init; }

    public override string ToString() => Id;
}
