using System.IO.Compression;
using System.Text;
using Rapport.Core.Planning.Schedules;
using Rapport.TestKit;

namespace Rapport.Engine.Tests.Measures;

/// <summary>The measures, written in the language of our schedules, with the codes that their authors published.</summary>
internal static class Measures
{
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Measures", file);

    public static Schedule Read()
    {
        var codes = CodeBook.Parse(File.ReadAllText(PathOf("measures.codes.csv"))).With(CodeBook.Parse(ValueSets()));
        return Schedule.Read(File.ReadAllText(PathOf("measures.json")), codes);
    }

    // The value sets hold codes of others and stay outside the repository; the map says which concept each stands for.
    private static string ValueSets()
    {
        var concepts = Csv.Read(PathOf("valuesets.map.csv")).ToDictionary(r => r["valueset"], r => r["concept"], StringComparer.OrdinalIgnoreCase);
        var lines = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(SharedData.Require("ecqm-qicore-2025"), "valueset_codes*.csv.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            foreach (var row in Csv.Parse(reader.ReadToEnd()))
            {
                var concept = concepts.GetValueOrDefault(row["valueset_name"]) ?? Slug(row["valueset_name"]);
                lines.Append(concept).Append(',').Append(row["system"]).Append(',').Append(row["code"]).Append('\n');
            }
        }

        return lines.ToString();
    }

    // A value set that the map does not name goes by its own name: "Office Visit" is office-visit.
    private static string Slug(string name) =>
        string.Join('-', name.ToLowerInvariant().Split([.. name.ToLowerInvariant().Where(c => !char.IsAsciiLetterOrDigit(c))], StringSplitOptions.RemoveEmptyEntries));
}
