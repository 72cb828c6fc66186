using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Finds the codes of a medicine or a device that an order names by a resource instead of a code.</summary>
internal static class MedicationReader
{
    /// <summary>Remembers what a Medication resource stands for; does nothing for other types.</summary>
    public static void Learn(ReadOnlySpan<byte> json, string type, FhirSession session)
    {
        if (type is not "Medication")
        {
            return;
        }

        var cursor = new FhirCursor(json, session, type);
        if (cursor.Begin() && CodesOf(ref cursor) is [_, ..] codes && cursor.Head.Id is { } id)
        {
            session.Medications.Add(id, codes);
        }
    }

    /// <summary>The codes behind a reference to a Medication or Device, contained or met before.</summary>
    public static ValueList<Code> Follow(ref FhirCursor json)
    {
        if (ReferenceReader.Read(ref json) is not { } reference)
        {
            return [];
        }

        var codes = reference.IndexOf('#') is > 0 and var hash
            ? CodesOfContained(json.Json, json.Session, reference[(hash + 1)..])
            : json.Session.Medications.Find(reference);

        if (codes is null or [])
        {
            json.Note("refers to a resource whose code was not met before; its code is unknown");
        }

        return codes ?? [];
    }

    private static ValueList<Code>? CodesOfContained(ReadOnlySpan<byte> container, FhirSession session, string id)
    {
        foreach (var item in new JsonItems(JsonPeek.At(container).Contained))
        {
            var cursor = new FhirCursor(item, session, JsonPeek.At(item).Type ?? "Resource");
            if (cursor.Begin() && CodesOf(ref cursor) is { } codes && id.Equals(cursor.Head.Id, StringComparison.Ordinal))
            {
                return codes;
            }
        }

        return null;
    }

    // A Medication says what it is in "code", a Device in "type".
    private static ValueList<Code> CodesOf(ref FhirCursor json)
    {
        ValueList<Code> codes = [];
        while (json.NextResourceField())
        {
            if (json.Field is Field.Code || (json.Field is Field.Type && json.Type is "Device"))
            {
                codes = CodingReader.ReadConcepts(ref json);
            }
        }

        return codes;
    }
}
