namespace Rapport.Core.Composing.Guardrails;

/// <summary>Nobody is treated by race, origin, language, religion, sex, age, disability or insurance.</summary>
public sealed record NoDiscrimination() : PhraseGuardrail(Codes.Discriminatory, "judges or treats people by the kind of person that they are");
