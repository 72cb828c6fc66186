using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads <c>Patient.link</c>: which record took this one's place, and which ones this one replaced.</summary>
internal static class PatientLinkReader
{
    public static void ReadAll(ref FhirCursor json, ref PatientDraft patient)
    {
        var replaces = default(ListDraft<string>);
        for (var links = json.EnterList(); json.Next(ref links);)
        {
            var (other, type) = Read(ref json);
            switch (type)
            {
                case "replaced-by" when other is not null:
                    patient.ReplacedBy = other;
                    break;
                case "replaces" when other is not null:
                    replaces.Add(other);
                    break;
            }
        }

        patient.Replaces = replaces.ToValueList();
    }

    private static (string? Other, string? Type) Read(ref FhirCursor json)
    {
        string? other = null, type = null;
        if (!json.EnterObject())
        {
            return (null, null);
        }

        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.Other:
                    other = ReferenceReader.Read(ref json, "Patient");
                    break;
                case Field.Type:
                    type = json.Word();
                    break;
            }
        }

        return (other, type);
    }
}
