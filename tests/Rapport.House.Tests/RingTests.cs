namespace Rapport.House.Tests;

/// <summary>Decide, ask, edge, host: a project references only what its ring may (ADR 0002).</summary>
public sealed class RingTests
{
    // A new project needs a line here, and with it a place in a ring.
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["Rapport.Core"] = [],
        ["Rapport.Engine"] = ["Rapport.Core"],
        ["Rapport.Formats"] = ["Rapport.Core", "Rapport.Engine"],
        ["Rapport.Storage"] = ["Rapport.Core", "Rapport.Engine"],
        ["Rapport.Storage.Sqlite"] = ["Rapport.Core", "Rapport.Engine", "Rapport.Storage"],
        ["Rapport.Connectors"] = ["Rapport.Core", "Rapport.Engine"],
        ["Rapport.Samples"] = [],
    };

    private static readonly string[] WithoutPackages = ["Rapport.Core", "Rapport.Engine", "Rapport.Samples"];

    private static readonly string[] ModelPackages = ["IChatClient", "Microsoft.Extensions.AI", "OpenAI.", "using Anthropic"];

    [Fact]
    public void Every_project_references_only_what_its_ring_may() => Repository.Projects.SelectMany(Wrongs).ShouldBeEmpty();

    [Fact]
    public void The_packages_of_language_models_are_used_in_one_folder_only() =>
        Repository.Sources.Where(file => file.IsProduct && UsesAModel(file) && !file.Path.StartsWith("src/Rapport.Connectors/LanguageModels/", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("using Microsoft.Extensions.AI;")]
    [InlineData("IChatClient chat = null;")]
    [InlineData("using Chat = OpenAI.Chat;")]
    [InlineData("using Anthropic;")]
    public void A_package_of_language_models_elsewhere_is_found(string code) => UsesAModel(SourceFile.Of("canary.cs", code)).ShouldBeTrue();

    [Fact]
    public void Every_project_but_the_tools_is_in_the_solution()
    {
        var solution = Repository.Read("Rapport.slnx");

        Repository.Projects.Where(p => !p.IsTool && !solution.Contains($"\"{p.Path}\"", StringComparison.Ordinal)).Select(p => p.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_reference_against_the_direction_is_found()
    {
        var core = Project("src/Rapport.Core/Rapport.Core.csproj", """<ProjectReference Include="..\Rapport.Engine\Rapport.Engine.csproj" />""");

        Wrongs(core).ShouldHaveSingleItem().ShouldContain("Rapport.Engine");
    }

    [Fact]
    public void A_package_in_the_core_is_found()
    {
        var core = Project("src/Rapport.Core/Rapport.Core.csproj", """<PackageReference Include="Newtonsoft.Json" />""");

        Wrongs(core).ShouldHaveSingleItem().ShouldContain("Newtonsoft.Json");
    }

    [Fact]
    public void A_project_without_a_ring_is_found() =>
        Wrongs(Project("src/Rapport.Misc/Rapport.Misc.csproj", "")).ShouldHaveSingleItem().ShouldContain("no ring");

    private static bool UsesAModel(SourceFile file) => ModelPackages.Any(word => file.Code.Contains(word, StringComparison.Ordinal));

    private static IEnumerable<string> Wrongs(ProjectFile project)
    {
        if (IsOutside(project))
        {
            yield break;
        }

        if (!MayReference.TryGetValue(project.Name, out var allowed))
        {
            yield return $"{project.Name} has no ring: add it to the table of this test";
            yield break;
        }

        foreach (var reference in project.References.Except(allowed, StringComparer.Ordinal))
        {
            yield return $"{project.Name} must not reference {reference}";
        }

        foreach (var package in project.Packages.Where(_ => WithoutPackages.Contains(project.Name)))
        {
            yield return $"{project.Name} must not use the package {package}";
        }
    }

    // The host, tests, benchmarks and tools stand outside the rings and may use all of them.
    private static bool IsOutside(ProjectFile project) =>
        project.Name is "Rapport" || !(project.IsProduct || project.Path.StartsWith("samples/", StringComparison.Ordinal));

    private static ProjectFile Project(string path, string item) => ProjectFile.Parse(path, $"<Project><ItemGroup>{item}</ItemGroup></Project>");
}
