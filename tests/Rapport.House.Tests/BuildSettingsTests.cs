namespace Rapport.House.Tests;

/// <summary>What MSBuild really gives the compiler, project by project: a misspelt property is ignored without a word.</summary>
public sealed class BuildSettingsTests(BuildSettings settings) : IClassFixture<BuildSettings>
{
    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["TargetFramework"] = "net10.0",
        ["LangVersion"] = "14.0",
        ["Nullable"] = "enable",
        ["TreatWarningsAsErrors"] = "true",
        ["WarningsNotAsErrors"] = "",
        ["EnableNETAnalyzers"] = "true",
        ["AnalysisLevel"] = "latest-recommended",
        ["EnforceCodeStyleInBuild"] = "true",
        ["CheckForOverflowUnderflow"] = "true",
        ["ManagePackageVersionsCentrally"] = "true",
        ["NuGetAuditMode"] = "all",
    };

    [Fact]
    public void Every_project_is_built_with_the_strict_settings()
    {
        settings.Projects.Count.ShouldBe(Repository.Projects.Count);
        settings.Projects.SelectMany(Wrongs).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_watched_for_banned_symbols() => settings.Projects.SelectMany(NotWatched).ShouldBeEmpty();

    [Fact]
    public void A_misspelt_setting_is_found() =>
        Wrongs(settings.Canary).ShouldHaveSingleItem().ShouldContain("TreatWarningsAsErrors");

    [Fact]
    public void A_project_without_the_list_of_bans_is_found() => NotWatched(settings.Canary).ShouldNotBeEmpty();

    [Fact]
    public void The_rules_that_guard_the_house_are_not_switched_off_in_the_editor_settings() =>
        Repository.Read(".editorconfig").Split('\n').Where(line => line.Contains("RS" + "0030", StringComparison.Ordinal) && line.Contains("none", StringComparison.Ordinal)).ShouldBeEmpty();

    private static IEnumerable<string> Wrongs(EffectiveSettings project) =>
        from setting in Expected
        let actual = project[setting.Key]
        where !string.Equals(actual, setting.Value, StringComparison.OrdinalIgnoreCase)
        select $"{project}: {setting.Key} is '{actual}', it should be '{setting.Value}'";

    private static IEnumerable<string> NotWatched(EffectiveSettings project)
    {
        if (!project["AdditionalFiles"].Split(',').Contains("BannedSymbols.txt"))
        {
            yield return $"{project} does not see eng/BannedSymbols.txt";
        }

        if (!project["Packages"].Split(',').Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers"))
        {
            yield return $"{project} does not use the analyzer of banned symbols";
        }

        if (!project.IsRunByHand && project["NoWarn"].Contains("RS" + "0030", StringComparison.Ordinal))
        {
            yield return $"{project} switches the analyzer of banned symbols off";
        }
    }
}
