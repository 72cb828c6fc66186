namespace Rapport.Core.Composing.Guardrails;

/// <summary>Nobody is blamed for a gap, a missed visit, a body, an age or an illness.</summary>
public sealed record NoShaming() : PhraseGuardrail(Codes.Shaming, "blames or mocks the reader");
