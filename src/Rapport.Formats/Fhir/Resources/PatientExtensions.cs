using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>What extensions say about sex at birth and pronouns.</summary>
internal struct SexAndPronouns
{
    /// <summary>US Core <c>birthsex</c>: exactly what we ask.</summary>
    public string? AtBirth;

    /// <summary>US Core <c>sex</c>, which took its place in 2024.</summary>
    public string? Recorded;

    /// <summary>FHIR <c>sex parameter for clinical use</c>.</summary>
    public string? Clinical;

    public string? Pronouns;

    public readonly string? BirthSex => AtBirth ?? Recorded ?? Clinical;
}

/// <summary>Reads the extensions of a patient that Rapport knows (US Core 3 to 8, FHIR Gender Harmony).</summary>
internal static class PatientExtensions
{
    public static void ReadAll(ref FhirCursor json, ref PatientDraft patient)
    {
        for (var extensions = json.EnterList(); json.Next(ref extensions);)
        {
            var extension = ExtensionReader.Read(ref json);
            if (extension.IsAt("/us-core-birthsex"))
            {
                patient.Said.AtBirth = SexOf(extension.OneCode);
            }
            else if (extension.IsAt("/us-core-sex"))
            {
                patient.Said.Recorded = SexOf(extension.OneCode);
            }
            else if (extension.IsAt("-sexParameterForClinicalUse") || extension.IsAt("/sex-for-clinical-use"))
            {
                patient.Said.Clinical = SexOf(extension.OneCode);
            }
            else if (extension.IsAt("/individual-pronouns") || extension.IsAt("/us-core-individual-pronouns"))
            {
                patient.Said.Pronouns = PronounsOf(extension.OneCode);
            }
            else if (ExtensionReader.IsTimeZone(extension))
            {
                patient.TimeZone = extension.Word;
            }
        }
    }

    // "Unknown", "asked but declined" and the like stay unknown.
    private static string? SexOf(string? code) => code switch
    {
        "F" or "248152002" or "female" or "female-typical" => "F",
        "M" or "248153007" or "male" or "male-typical" => "M",
        _ => null,
    };

    // LOINC answer list LL5144-2.
    private static string? PronounsOf(string? code) => code switch
    {
        "LA29518-0" => "he/him",
        "LA29519-8" => "she/her",
        "LA29520-6" => "they/them",
        _ => null,
    };
}
