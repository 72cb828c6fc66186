using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads the free and taken stretches of a calendar.</summary>
internal static class SlotReader
{
    public static void Read(ref FhirCursor json)
    {
        string? schedule = null, status = null;
        DateTimeOffset? start = null, end = null;
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.Schedule:
                    schedule = ReferenceReader.Read(ref json, "Schedule");
                    break;
                case Field.Status:
                    status = json.Word();
                    break;
                case Field.Start:
                    start = json.Instant();
                    break;
                case Field.End:
                    end = json.Instant();
                    break;
            }
        }

        if (json.HasId())
        {
            json.Session.Accept(new SourceSlot
            {
                Id = json.Head.Id!,
                UpdatedAt = json.Head.UpdatedAt,
                Schedule = schedule,
                Status = status,
                StartsAt = start,
                EndsAt = end,
            });
        }
    }
}
