using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads resources that lie inside another one: each becomes a record of its own, <c>parent#contained</c>.</summary>
internal static class ContainedReader
{
    /// <summary>Reads the contained resources of a kept resource. They are not counted: a file's count is of whole resources.</summary>
    public static void ReadAll(ReadOnlySpan<byte> container, FhirSession session, string containerId)
    {
        foreach (var item in new JsonItems(JsonPeek.At(container).Contained))
        {
            if (JsonPeek.At(item).Type is { } type && KeptTypes.Find(type) is { } reader)
            {
                var cursor = new FhirCursor(item, session, type) { IdPrefix = $"{containerId}#" };
                session.Contained ??= ContainedIndex.Of(container, session.IdFromEntry);
                cursor.Begin();
                reader(ref cursor);
            }
        }
    }

    /// <summary>Follows <c>#contained</c>, or <c>#</c> for the container itself.</summary>
    public static string? Resolve(ref FhirCursor json, string reference)
    {
        json.Session.Contained ??= ContainedIndex.Of(json.Json, json.Session.IdFromEntry);
        return json.Session.Contained.Find(reference[1..]);
    }
}

/// <summary>The contained resources of one resource by their ids.</summary>
internal sealed class ContainedIndex
{
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);

    public string? Find(string id) => _references.GetValueOrDefault(id);

    public static ContainedIndex Of(ReadOnlySpan<byte> container, string? idFromEntry)
    {
        var index = new ContainedIndex();
        var parent = JsonPeek.At(container);
        if ((parent.Id ?? idFromEntry) is not { } parentId)
        {
            return index;
        }

        index._references[""] = $"{parent.Type}/{parentId}";
        foreach (var item in new JsonItems(parent.Contained))
        {
            var contained = JsonPeek.At(item);
            if (contained is { Id: { } id, Type: { } type } && ReferenceText.IsType(type))
            {
                index._references[id] = $"{type}/{parentId}#{id}";
            }
        }

        return index;
    }
}
