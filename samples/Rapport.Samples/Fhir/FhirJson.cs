using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rapport.Samples.Fhir;

/// <summary>The shapes that FHIR R4 repeats in every resource.</summary>
internal static class FhirJson
{
    public static JsonObject Resource(string type, string id, DateTimeOffset updated) => new()
    {
        ["resourceType"] = type,
        ["id"] = id,
        ["meta"] = new JsonObject { ["lastUpdated"] = DemoDays.Text(updated) },
    };

    public static JsonObject Coding(Code code) => new() { ["system"] = code.System, ["code"] = code.Value, ["display"] = code.Display };

    public static JsonObject Concept(params ReadOnlySpan<Code> codes)
    {
        var codings = new JsonArray();
        foreach (var code in codes)
        {
            codings.Add(Coding(code));
        }

        return new JsonObject { ["coding"] = codings };
    }

    public static JsonObject Words(string text) => new() { ["text"] = text };

    public static JsonObject Reference(string reference, string? display = null) => new() { ["reference"] = reference, ["display"] = display };

    public static JsonObject Identifier(string system, string value) => new() { ["system"] = system, ["value"] = value };

    public static JsonObject Period(DateTimeOffset? start, DateTimeOffset? end = null) => new()
    {
        ["start"] = start is { } from ? DemoDays.Text(from) : null,
        ["end"] = end is { } until ? DemoDays.Text(until) : null,
    };

    public static JsonObject Period(DateOnly? start, DateOnly? end = null) => new()
    {
        ["start"] = start is { } from ? DemoDays.Text(from) : null,
        ["end"] = end is { } until ? DemoDays.Text(until) : null,
    };

    public static JsonArray Strings(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode?)text)];

    /// <summary>Writes a resource and leaves out what is null or empty, as FHIR demands.</summary>
    public static void Write(this Utf8JsonWriter json, JsonObject resource)
    {
        json.WriteStartObject();
        foreach (var (name, value) in resource)
        {
            if (!IsEmpty(value))
            {
                json.WritePropertyName(name);
                WriteValue(json, value!);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, JsonNode value)
    {
        switch (value)
        {
            case JsonObject child:
                json.Write(child);
                break;
            case JsonArray items:
                json.WriteStartArray();
                foreach (var item in items.Where(item => !IsEmpty(item)))
                {
                    WriteValue(json, item!);
                }

                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray items => items.All(IsEmpty),
        JsonObject child => child.All(property => IsEmpty(property.Value)),
        _ => false,
    };
}
