using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads those who act or care for a patient.</summary>
internal static class RelatedPersonReader
{
    public static void Read(ref FhirCursor json)
    {
        var person = new SourceRelatedPerson { Id = "", Patient = "" };
        while (json.NextResourceField())
        {
            person = ReadField(ref json, person);
        }

        if (json.IsAbout(person.Patient, "patient"))
        {
            json.Session.Accept(person with { Id = json.Head.Id!, UpdatedAt = json.Head.UpdatedAt });
        }
    }

    private static SourceRelatedPerson ReadField(ref FhirCursor json, SourceRelatedPerson person) => json.Field switch
    {
        Field.Patient => person with { Patient = WhoseReader.Read(ref json) ?? "" },
        Field.Name => person with { Names = NameReader.ReadAll(ref json) },
        Field.Telecom => person with { Telecoms = TelecomReader.ReadAll(ref json) },
        Field.Address => person with { Addresses = AddressReader.ReadAll(ref json) },
        Field.Relationship => person with { Relations = CodingReader.ReadConcepts(ref json) },
        Field.Communication => person with { Languages = LanguageReader.ReadAll(ref json) },
        Field.Active => person with { IsActive = json.YesNo() ?? true },
        Field.Period => During(person, PeriodReader.Read(ref json)),
        _ => person,
    };

    private static SourceRelatedPerson During(SourceRelatedPerson person, Period period) =>
        person with { From = period.FirstDay, Until = period.LastDay };
}
