namespace Rapport.Samples.People;

internal enum Sex
{
    Female,
    Male,
}

/// <summary>A phone number or e-mail address with what the front desk wrote beside it.</summary>
internal sealed record Telecom(string System, string Value, string? Use = null, int? Rank = null, DateOnly? EndedOn = null);

/// <summary>What somebody wants to be called.</summary>
/// <param name="Given">The name.</param>
/// <param name="Use">FHIR: <c>usual</c> or <c>nickname</c>.</param>
internal sealed record PreferredName(string Given, string Use);

/// <summary>A postal address in the state of New York.</summary>
internal sealed record Address(string Line, string City, string PostalCode);

/// <summary>An invented patient.</summary>
internal sealed record Person
{
    public required string Id { get; init; }

    public required string Mrn { get; init; }

    public required string[] Given { get; init; }

    /// <summary>Null for people with one name.</summary>
    public string? Family { get; init; }

    /// <summary>What they want to be called, where that is not their first legal name.</summary>
    public PreferredName? NameToUse { get; init; }

    public required Sex Sex { get; init; }

    public required DateOnly Born { get; init; }

    /// <summary>The birth date as it stands in the record: empty when it is missing, shorter when a part is unknown.</summary>
    public string? BirthDateOnRecord { get; init; }

    /// <summary>Null where nobody asked.</summary>
    public string? Language { get; init; } = "en";

    public Telecom[] Telecoms { get; init; } = [];

    public Address? Address { get; init; }

    public DateOnly? DiedOn { get; init; }

    /// <summary>Known to have died, without a date.</summary>
    public bool DiedUndated { get; init; }

    public bool IsActive { get; init; } = true;

    /// <summary>The id of the record that took this one's place.</summary>
    public string? ReplacedBy { get; init; }

    public string? KnownClinician { get; init; }

    public bool IsAlive => DiedOn is null && !DiedUndated;

    public string Reference => $"Patient/{Id}";

    public int AgeOn(DateOnly day) => day.Year - Born.Year - ((day.Month, day.Day).CompareTo((Born.Month, Born.Day)) < 0 ? 1 : 0);

    public override string ToString() => Id;
}
