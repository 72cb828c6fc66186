namespace Rapport.Core.Composing.Guardrails;

/// <summary>A message holds no instructions, options or talk of the writer.</summary>
public sealed record NoPromptLeak() : PhraseGuardrail(Codes.PromptLeak, "speaks of the writing itself, not to the reader");
