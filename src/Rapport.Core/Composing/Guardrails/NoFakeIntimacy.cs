namespace Rapport.Core.Composing.Guardrails;

/// <summary>Warmth is courtesy, never a made-up feeling.</summary>
public sealed record NoFakeIntimacy() : PhraseGuardrail(Codes.FakeIntimacy, "claims a closeness that the practice does not have");
