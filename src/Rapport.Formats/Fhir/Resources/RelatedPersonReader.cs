using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads those who act or care for a patient.</summary>
internal static class RelatedPersonReader
{
    public static void Read(ref FhirCursor json)
    {
        string? patient = null;
        ValueList<SourceName> names = [];
        ValueList<SourceTelecom> telecoms = [];
        ValueList<SourceAddress> addresses = [];
        ValueList<Code> relations = [];
        ValueList<string> languages = [];
        var isActive = true;
        var period = default(Period);
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Patient:
                    patient = WhoseReader.Read(ref json);
                    break;
                case Field.Name:
                    names = NameReader.ReadAll(ref json);
                    break;
                case Field.Telecom:
                    telecoms = TelecomReader.ReadAll(ref json);
                    break;
                case Field.Address:
                    addresses = AddressReader.ReadAll(ref json);
                    break;
                case Field.Relationship:
                    relations = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.Communication:
                    languages = LanguageReader.ReadAll(ref json);
                    break;
                case Field.Active:
                    isActive = json.YesNo() ?? true;
                    break;
                case Field.Period:
                    period = PeriodReader.Read(ref json);
                    break;
            }
        }

        if (json.IsAbout(patient, "patient"))
        {
            json.Session.Accept(new SourceRelatedPerson
            {
                Id = json.Head.Id!,
                UpdatedAt = json.Head.UpdatedAt,
                Patient = patient!,
                Names = names,
                Telecoms = telecoms,
                Addresses = addresses,
                Relations = relations,
                Languages = languages,
                IsActive = isActive,
                From = period.FirstDay,
                Until = period.LastDay,
            });
        }
    }
}
