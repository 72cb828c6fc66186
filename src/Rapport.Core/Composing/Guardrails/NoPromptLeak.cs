namespace Rapport.Core.Composing.Guardrails;

/// <summary>A message holds no instructions, options or talk of the writer.</summary>
public sealed record NoPromptLeak() : PhraseGuardrail(Codes.PromptLeak, "is the writer speaking of its task");
