using Rapport.Core.Composing.Guardrails.Reading;

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A person whom the facts give no authority hears nothing about a visit.</summary>
public sealed record NoDetailsWithoutAuthority : Guardrail
{
    private static readonly string[] Grants = ["authority", "authorized", "authorised", "authorization", "permission", "consent", "release", "proxy", "hipaa", "may", "can", "ok", "allowed", "share", "access", "legal", "disclose", "autoridad", "autorizacion", "permiso"];

    private static readonly string[] Details = ["visit", "appointment", "session", "cita", "visita", "consulta", "sesion", "exam", "cleaning", "result", "results", "bill", "statement", "records", "labs", "checkup", "examen", "limpieza", "resultados", "balance", "form", "seen", "see", "came", "clinician", "resultado", "factura", "cuenta", "saldo", "expediente", "receta", "refill", "prescription", "medicine", "medicamento", "referral", "referencia", "lab", "test", "estudio", "order", "glasses", "lentes", "ready", "lista", "listo", "surgery", "ride", "portal"];

    internal override IEnumerable<Violation> Check(DraftReading reading)
    {
        if (!IsDenied(reading.Facts) || IsToThePatient(reading))
        {
            yield break;
        }

        if (reading.Mentions.Exists(mention => mention is Mention.Day or Mention.Clock or Mention.Month) || reading.Passage.Tokens.Any(token => Details.Contains(token.Norm, StringComparer.Ordinal) || token.Norm is "dr"))
        {
            yield return new(Codes.SensitiveDisclosure, "Tells of the patient's care to a person who has no authority to hear it. Ask only to be contacted.");
        }
    }

    private static bool IsDenied(KnownFacts facts) =>
        facts.Denied.Exists(name => name.Split('_', '.').Any(word => Grants.Contains(word, StringComparer.Ordinal)))
        || facts.Phrases.Exists(phrase => phrase.Contains("no authority", StringComparison.Ordinal) || phrase.Contains("not authorized", StringComparison.Ordinal)
            || phrase.Contains("no release", StringComparison.Ordinal) || phrase.Contains("no permission", StringComparison.Ordinal) || phrase.Contains("sin autorizacion", StringComparison.Ordinal) || phrase.Contains("no proxy", StringComparison.Ordinal) || phrase.Contains("no consent", StringComparison.Ordinal));

    // The patient's own name opens the message: it is theirs to read.
    private static bool IsToThePatient(DraftReading reading)
    {
        var passage = reading.Passage;
        var name = reading.Facts.TextOf("preferred_name");
        var first = 0;
        while (first < passage.Count && (passage.InSubject(first) || passage[first].Norm is "hi" or "hello" or "dear" or "hola" or "estimado" or "estimada"))
        {
            first++;
        }

        return first < passage.Count && name is not null && name.StartsWith(passage.Written(first), StringComparison.OrdinalIgnoreCase) && !passage[first].Possessive;
    }
}
