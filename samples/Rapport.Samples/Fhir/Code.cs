namespace Rapport.Samples.Fhir;

/// <summary>A coding: its system, its value and how the record system shows it.</summary>
internal readonly record struct Code(string System, string Value, string? Display = null);
