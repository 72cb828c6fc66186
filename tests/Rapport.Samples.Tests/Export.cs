using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rapport.Samples.Tests;

/// <summary>One export, read back without any help of the code that wrote it.</summary>
internal sealed class Export
{
    private readonly Dictionary<string, JsonObject> _resources = new(StringComparer.Ordinal);
    private readonly List<string> _brokenLines = [];

    public Export(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.ndjson"))
        {
            foreach (var line in File.ReadLines(file))
            {
                Read(Path.GetFileName(file), line);
            }
        }
    }

    public IReadOnlyDictionary<string, JsonObject> Resources => _resources;

    /// <summary>The files of lines that are no JSON.</summary>
    public IReadOnlyList<string> BrokenLines => _brokenLines;

    public JsonObject this[string reference] => _resources[reference];

    public IEnumerable<JsonObject> Of(string type) => _resources.Values.Where(resource => (string?)resource["resourceType"] == type);

    public IEnumerable<JsonObject> About(string patient, string type) =>
        Of(type).Where(resource => (string?)(resource["subject"] ?? resource["patient"])?["reference"] == patient);

    public static IEnumerable<string> ReferencesIn(JsonNode? node) => node switch
    {
        JsonObject branch => branch.SelectMany(property =>
            property is { Key: "reference", Value: JsonValue value } ? [(string)value!] : ReferencesIn(property.Value)),
        JsonArray items => items.SelectMany(ReferencesIn),
        _ => [],
    };

    private void Read(string file, string line)
    {
        JsonObject resource;
        try
        {
            resource = JsonNode.Parse(line)!.AsObject();
        }
        catch (JsonException)
        {
            _brokenLines.Add(file);
            return;
        }

        var type = (string)resource["resourceType"]!;
        file.ShouldBe($"{type}.ndjson");
        _resources.Add($"{type}/{(string)resource["id"]!}", resource);
    }
}
