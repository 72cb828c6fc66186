using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules.Vaccines;

/// <summary>Reads the vaccine tables that are built in; each is one file of <c>Vaccines/Tables</c>.</summary>
public static class VaccineTableReader
{
    private const string Folder = "Rapport.Core.Planning.Schedules.Vaccines.Tables.";

    /// <summary>Every antigen table, in the order of its name.</summary>
    public static ValueList<AntigenTable> ReadAntigens() =>
        [.. typeof(VaccineTableReader).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && !name.EndsWith(".products.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read<AntigenTable>(name))];

    public static ProductTable ReadProducts()
    {
        var file = Read<ProductFile>(Folder + "products.json");
        return new ProductTable { Source = file.Source, Live = file.Live, Products = file.Products.ToFrozenDictionary() };
    }

    private static T Read<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built in.");
        return JsonSerializer.Deserialize<T>(stream, ScheduleJson.Options) ?? throw new JsonException($"{name} is empty.");
    }
}

/// <summary>The file of products as it is written.</summary>
internal sealed record ProductFile(string Source, ValueList<LiveSpacing> Live, Dictionary<int, ValueList<AntigenUse>> Products);
