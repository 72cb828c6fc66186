using System.Xml.Linq;

namespace Rapport.House.Tests;

/// <summary>Nothing is built in of which nobody says why it is there and under which licence.</summary>
public sealed class LicenceTests
{
    [Fact]
    public void Every_package_is_listed_with_its_reason_and_its_licence() =>
        Unlisted(Repository.Read("Directory.Packages.props"), Repository.Read("eng/licences.md")).ShouldBeEmpty();

    [Fact]
    public void The_licence_of_Rapport_is_Apache_2()
    {
        var licence = Repository.Read("LICENSE");

        licence.ShouldContain("Apache License");
        licence.ShouldContain("END OF TERMS AND CONDITIONS");
    }

    [Fact]
    public void A_package_that_is_not_listed_is_found()
    {
        const string Packages = """<Project><ItemGroup><PackageVersion Include="Known" Version="1" /><PackageVersion Include="Unknown" Version="1" /><PackageVersion Include="Unexplained" Version="1" /></ItemGroup></Project>""";

        Unlisted(Packages, "| Known | because | MIT |\n| Unexplained | | MIT |").ShouldBe(["Unknown", "Unexplained"]);
    }

    private static IEnumerable<string> Unlisted(string packages, string list)
    {
        var rows = list.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells is ["", _, { Length: > 0 }, { Length: > 0 }, ""]).Select(cells => cells[1]).ToHashSet(StringComparer.Ordinal);
        return XDocument.Parse(packages).Descendants("PackageVersion").Select(e => e.Attribute("Include")!.Value).Where(name => !rows.Contains(name));
    }
}
