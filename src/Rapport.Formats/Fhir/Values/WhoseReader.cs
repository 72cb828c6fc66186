using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>Reads whom a record is about.</summary>
internal static class WhoseReader
{
    /// <summary>The reference to the patient; null, with the reason kept, where the record is about something else.</summary>
    public static string? Read(ref FhirCursor json)
    {
        var reference = ReferenceReader.Read(ref json, "Patient");
        return reference is null ? null : PatientOf(ref json, reference);
    }

    /// <summary>The id in <c>Patient/id</c>, or <c>?system|value</c> where the patient is named by an identifier.</summary>
    public static string? PatientOf(ref FhirCursor json, string reference)
    {
        if (!ReferenceText.Is(reference, "Patient"))
        {
            json.Note("is not a patient");
            return null;
        }

        const string Conditional = "Patient?identifier=";
        return reference.StartsWith(Conditional, StringComparison.Ordinal)
            ? "?" + Identifier(reference[Conditional.Length..])
            : json.Session.PatientIn(reference);
    }

    // A value without a system is searched for in all systems.
    private static string Identifier(string token) => token.Contains('|') ? token : "|" + token;
}
