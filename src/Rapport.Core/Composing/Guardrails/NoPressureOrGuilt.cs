namespace Rapport.Core.Composing.Guardrails;

/// <summary>Nobody is hurried, frightened or made to feel guilty into a visit.</summary>
public sealed record NoPressureOrGuilt() : PhraseGuardrail(Codes.PressureOrGuilt, "pushes the reader by hurry, scarcity, fear, other people or feelings");
