namespace Rapport.Core.Primitives;

/// <summary>A code and the code system that defines it, as in a FHIR coding: <c>http://loinc.org</c>, <c>4548-4</c>.</summary>
public readonly record struct Code(string System, string Value)
{
    public override string ToString() => $"{System}|{Value}";
}
