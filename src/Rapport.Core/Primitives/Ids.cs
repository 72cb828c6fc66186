namespace Rapport.Core.Primitives;

/// <summary>One patient, by the id that the practice's own record system gave (FHIR <c>Patient.id</c>).</summary>
public readonly record struct PatientId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>People who share a home phone, an address and a guardian; every patient is in exactly one.</summary>
public readonly record struct HouseholdId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>One touch. The same patient, program, subject and step always give the same id, so planning again finds it.</summary>
public readonly record struct TouchId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}
