using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads the calendars that slots belong to.</summary>
internal static class ScheduleReader
{
    public static void Read(ref FhirCursor json)
    {
        ValueList<string> actors = [];
        ValueList<Code> serviceTypes = [];
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Actor:
                    actors = ReferenceReader.ReadAll(ref json);
                    break;
                case Field.ServiceType:
                    serviceTypes = CodingReader.ReadConcepts(ref json);
                    break;
            }
        }

        if (json.HasId())
        {
            json.Session.Accept(new SourceSchedule
            {
                Id = json.Head.Id!,
                UpdatedAt = json.Head.UpdatedAt,
                Actors = actors,
                ServiceTypes = serviceTypes,
            });
        }
    }
}
