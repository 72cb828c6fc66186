namespace Rapport.Core.Composing.Guardrails;

/// <summary>No diagnosis, dose, prognosis, reading of a result, comfort about a symptom or promised effect; preparation only as approved.</summary>
public sealed record NoMedicalAdvice() : PhraseGuardrail(Codes.MedicalAdvice, "gives advice, comfort or a reading of a result, which is a clinician's to give");
