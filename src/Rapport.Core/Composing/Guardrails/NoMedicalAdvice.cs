namespace Rapport.Core.Composing.Guardrails;

/// <summary>No diagnosis, dose, prognosis, reading of a result, comfort about a symptom or promised effect; preparation only as approved.</summary>
public sealed record NoMedicalAdvice() : PhraseGuardrail(Codes.MedicalAdvice, "advises, prepares, comforts or reads a result");
