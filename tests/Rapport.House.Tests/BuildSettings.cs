using System.Diagnostics;

namespace Rapport.House.Tests;

/// <summary>The settings of one project as MSBuild evaluates them.</summary>
public sealed class EffectiveSettings(string project, IReadOnlyDictionary<string, string> values)
{
    public string this[string name] => values[name];

    /// <summary>A tool or a benchmark: run by hand, so it prints and measures.</summary>
    public bool IsRunByHand => Path.GetRelativePath(Repository.Root, project).Split(Path.DirectorySeparatorChar)[0] is "eng" or "bench";

    public override string ToString() => project;
}

/// <summary>Evaluates all projects, and a canary with one misspelt setting, in one run of MSBuild.</summary>
public sealed class BuildSettings : IDisposable
{
    private static readonly string[] Properties =
    [
        "TargetFramework", "LangVersion", "Nullable", "TreatWarningsAsErrors", "WarningsNotAsErrors", "EnableNETAnalyzers", "AnalysisLevel",
        "EnforceCodeStyleInBuild", "CheckForOverflowUnderflow", "ManagePackageVersionsCentrally", "NuGetAuditMode", "NoWarn",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rapport-house-");

    public BuildSettings()
    {
        var canary = WriteCanary();
        var all = Evaluate([.. Repository.Projects.Select(p => Path.Combine(Repository.Root, p.Path)), canary]);
        Canary = all.Single(p => p.ToString() == canary);
        Projects = [.. all.Where(p => p.ToString() != canary)];
    }

    public IReadOnlyList<EffectiveSettings> Projects { get; }

    /// <summary>Built with our settings, but for one that is misspelt, and without the list of bans.</summary>
    public EffectiveSettings Canary { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private string WriteCanary()
    {
        Write("Directory.Build.props", Repository.Read("Directory.Build.props")
            .Replace("TreatWarningsAsErrors>", "TreatWarningAsErrors>", StringComparison.Ordinal)
            .Replace("<AdditionalFiles ", "<None ", StringComparison.Ordinal));
        Write("Directory.Packages.props", Repository.Read("Directory.Packages.props"));
        return Write("Canary.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
    }

    private List<EffectiveSettings> Evaluate(IReadOnlyList<string> projects)
    {
        var values = string.Join('|', Properties.Select(name => $"{name}=$([MSBuild]::Escape('$({name})'))"));
        var targets = Write("report.targets", $"""
            <Project>
              <Target Name="ReportSettings" Returns="@(EffectiveSetting)">
                <PropertyGroup>
                  <SeenFiles>@(AdditionalFiles->'%(Filename)%(Extension)', ',')</SeenFiles>
                  <SeenPackages>@(PackageReference, ',')</SeenPackages>
                </PropertyGroup>
                <ItemGroup>
                  <EffectiveSetting Include="Project=$(MSBuildProjectFullPath)|{values}|AdditionalFiles=$(SeenFiles)|Packages=$(SeenPackages)" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        var answers = Path.Combine(_folder.FullName, "settings.txt");
        var driver = Write("driver.proj", $"""
            <Project>
              <Target Name="Evaluate">
                <MSBuild Projects="{string.Join(';', projects)}" Targets="ReportSettings" Properties="CustomAfterMicrosoftCommonTargets={targets}">
                  <Output TaskParameter="TargetOutputs" ItemName="Answer" />
                </MSBuild>
                <WriteLinesToFile File="{answers}" Lines="@(Answer)" Overwrite="true" />
              </Target>
            </Project>
            """);
        Run(driver);
        return [.. File.ReadLines(answers).Select(Parse)];
    }

    private void Run(string driver)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", driver, "-nologo", "-verbosity:quiet", "-nodeReuse:false"])
        {
            WorkingDirectory = _folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // `dotnet test` leaves variables that would steer the MSBuild below it.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode is not 0)
        {
            throw new InvalidOperationException($"MSBuild could not evaluate the projects: {output}{errors.GetAwaiter().GetResult()}");
        }
    }

    private static EffectiveSettings Parse(string line)
    {
        var values = line.Split('|').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new EffectiveSettings(values["Project"], values);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
