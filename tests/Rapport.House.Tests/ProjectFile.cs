using System.Xml.Linq;

namespace Rapport.House.Tests;

/// <summary>What a project file says for itself: its name, the projects that it references, its packages.</summary>
internal sealed record ProjectFile(string Path, string Name, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    /// <summary>Run by hand, by those who build Rapport; never part of it.</summary>
    public bool IsTool => Path.StartsWith("eng/", StringComparison.Ordinal);

    public static ProjectFile Parse(string path, string xml)
    {
        var project = XDocument.Parse(xml);
        return new(path, NameOf(path), [.. Included(project, "ProjectReference").Select(NameOf)], [.. Included(project, "PackageReference")]);
    }

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Select(e => e.Attribute("Include")?.Value).OfType<string>();

    private static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
