using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads the practice and its parts.</summary>
internal static class OrganizationReader
{
    public static void Read(ref FhirCursor json)
    {
        string? name = null;
        ValueList<SourceIdentifier> identifiers = [];
        ValueList<SourceTelecom> telecoms = [];
        ValueList<SourceAddress> addresses = [];
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Identifier:
                    identifiers = IdentifierReader.ReadAll(ref json);
                    break;
                case Field.Name:
                    name = json.Text();
                    break;
                case Field.Telecom:
                    telecoms = TelecomReader.ReadAll(ref json);
                    break;
                case Field.Address:
                    addresses = AddressReader.ReadAll(ref json);
                    break;
            }
        }

        if (json.HasId())
        {
            json.Session.Accept(new SourceOrganization
            {
                Id = json.Head.Id!,
                UpdatedAt = json.Head.UpdatedAt,
                Identifiers = identifiers,
                Name = name,
                Telecoms = telecoms,
                Addresses = addresses,
            });
        }
    }
}
