using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads what a practitioner does, and where.</summary>
internal static class PractitionerRoleReader
{
    public static void Read(ref FhirCursor json)
    {
        string? practitioner = null, organization = null;
        ValueList<string> locations = [];
        ValueList<Code> specialties = [];
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Practitioner:
                    practitioner = ReferenceReader.Read(ref json, "Practitioner");
                    break;
                case Field.Organization:
                    organization = ReferenceReader.Read(ref json, "Organization");
                    break;
                case Field.Location:
                    locations = ReferenceReader.ReadAll(ref json, "Location");
                    break;
                case Field.Specialty:
                    specialties = CodingReader.ReadConcepts(ref json);
                    break;
            }
        }

        if (json.HasId())
        {
            json.Session.Accept(new SourceRole
            {
                Id = json.Head.Id!,
                UpdatedAt = json.Head.UpdatedAt,
                Practitioner = practitioner,
                Organization = organization,
                Locations = locations,
                Specialties = specialties,
            });
        }
    }
}
