using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads clinicians and staff.</summary>
internal static class PractitionerReader
{
    public static void Read(ref FhirCursor json)
    {
        ValueList<SourceIdentifier> identifiers = [];
        ValueList<SourceName> names = [];
        var isActive = true;
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Identifier:
                    identifiers = IdentifierReader.ReadAll(ref json);
                    break;
                case Field.Name:
                    names = NameReader.ReadAll(ref json);
                    break;
                case Field.Active:
                    isActive = json.YesNo() ?? true;
                    break;
            }
        }

        if (json.HasId())
        {
            json.Session.Accept(new SourcePractitioner
            {
                Id = json.Head.Id!,
                UpdatedAt = json.Head.UpdatedAt,
                Identifiers = identifiers,
                Names = names,
                IsActive = isActive,
            });
        }
    }
}
