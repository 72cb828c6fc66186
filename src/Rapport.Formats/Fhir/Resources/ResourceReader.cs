using System.Text.Json;
using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Files;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads one resource of any type: finds out what it is, and gives it to the reader of its type.</summary>
internal static class ResourceReader
{
    /// <param name="json">One resource, or a bundle of them.</param>
    /// <param name="session">Takes the records and the issues.</param>
    /// <param name="idFromEntry">The id to use where the resource itself has none.</param>
    public static void Read(ReadOnlySpan<byte> json, FhirSession session, string? idFromEntry = null)
    {
        var mark = session.Items.Count;
        try
        {
            ReadJson(json, session, idFromEntry);
        }
        catch (JsonException broken)
        {
            session.WithdrawFrom(mark);
            session.Note("", $"is not complete, valid JSON{Where(broken)}; left out", IntakeLoss.Whole);
        }
    }

    private static void ReadJson(ReadOnlySpan<byte> json, FhirSession session, string? idFromEntry)
    {
        session.BeginResource(idFromEntry);
        var type = TypeOf(json, session);
        if (type is not null && KeptTypes.Find(type) is { } reader)
        {
            ReadKept(json, session, type, reader);
        }
        else if (type is null || !ReferenceText.IsType(type))
        {
            JsonCheck.ReadToEnd(json);
            session.Note("resourceType", "is missing or is no type of resource; left out", IntakeLoss.Whole);
        }
        else if (BundleReader.IsEnvelope(type))
        {
            JsonCheck.ReadToEnd(json);
            BundleReader.ReadNested(json, type, session);
        }
        else
        {
            JsonCheck.IsWhole(json);
            MedicationReader.Learn(json, type, session);
            session.Count(type, isKept: false);
        }
    }

    private static void ReadKept(ReadOnlySpan<byte> json, FhirSession session, string type, RecordReader reader)
    {
        var cursor = new FhirCursor(json, session, type);
        cursor.Begin();
        reader(ref cursor);
        cursor.ReadToEnd();
        if (cursor.Head.HasContained && cursor.Head.Id is { } id)
        {
            ContainedReader.ReadAll(json, session, id);
        }

        session.Count(type, isKept: true);
    }

    // The type comes first in nearly every resource; only where it does not, we look for it.
    private static string? TypeOf(ReadOnlySpan<byte> json, FhirSession session)
    {
        var start = "{\"resourceType\":\""u8;
        var rest = json.StartsWith(start) ? json[start.Length..] : default;
        var length = rest.IndexOf((byte)'"');
        return length is > 0 and <= 64 ? session.Words.Get(rest[..length]) : JsonPeek.At(json).Type;
    }

    private static string Where(JsonException broken) =>
        broken.BytePositionInLine is { } position and > 0 ? $" (it breaks at byte {position + 1})" : "";
}

/// <summary>Checks text that we do not keep: a resource that was cut off must not be counted as read.</summary>
internal static class JsonCheck
{
    /// <remarks>
    /// As many braces closed as opened, and the last one at the end: that is a whole resource. Braces inside texts can upset the sum,
    /// so where it is not right every token is looked at. A fault within a resource that we pass over anyway is not looked for.
    /// </remarks>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static void IsWhole(ReadOnlySpan<byte> json)
    {
        var text = json.TrimEnd(" \t\r\n"u8);
        if (text is not [(byte)'{', .., (byte)'}'] || text.Count((byte)'{') != text.Count((byte)'}'))
        {
            ReadToEnd(json);
        }
    }

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static void ReadToEnd(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, FhirCursor.Options);
        while (reader.Read())
        {
        }
    }
}
