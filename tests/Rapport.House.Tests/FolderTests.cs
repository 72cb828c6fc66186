using System.Text.RegularExpressions;
using Rapport.Core;

namespace Rapport.House.Tests;

/// <summary>Whoever knows one project finds their way in all: the folders are the stages, and the namespaces are the folders.</summary>
public sealed partial class FolderTests
{
    // Beside the seven stages, each with its reason.
    private static readonly Dictionary<string, string[]> MoreFolders = new(StringComparer.Ordinal)
    {
        ["Rapport.Core"] = ["Primitives"],                               // words that all stages share
        ["Rapport.Engine"] = ["Work", "Explaining"],                     // clocks; the desk that asks all stages "why?"
        ["Rapport.Storage"] = ["Views"],                                 // projections for screens
    };

    // Edges and the host are ordered by what is outside, not by stage.
    private static readonly Dictionary<string, string[]> OtherFolders = new(StringComparer.Ordinal)
    {
        ["Rapport.Formats"] = ["Fhir", "Hl7v2", "Csv", "ICalendar", "Drafts"],
        ["Rapport.Connectors"] = ["Email", "Smtp", "Outbox", "Sms", "Letters", "LanguageModels"],
        ["Rapport.Storage.Sqlite"] = ["Migrations"],
        ["Rapport"] = ["Verbs", "Settings", "Screen"],
    };

    [Fact]
    public void Every_folder_of_the_product_is_a_stage_or_has_a_reason() =>
        Repository.Sources.Where(f => f.IsProduct).Select(f => f.Path).SelectMany(Stray).Distinct().ShouldBeEmpty();

    [Fact]
    public void Every_namespace_is_its_folder() =>
        Repository.Sources.Where(f => !f.IsMigration && !IsTopLevel(f)).SelectMany(WrongNamespace).ShouldBeEmpty();

    [Fact]
    public void A_folder_for_odds_and_ends_is_found()
    {
        Stray("src/Rapport.Core/Helpers/Stuff.cs").ShouldHaveSingleItem();
        Stray("src/Rapport.Misc/Stuff.cs").ShouldHaveSingleItem();
        Stray("src/Rapport.Core/Planning/Rules/NoTouchAfterDeath.cs").ShouldBeEmpty();
    }

    [Fact]
    public void A_namespace_that_is_not_its_folder_is_found() =>
        WrongNamespace(SourceFile.Of("src/Rapport.Core/Planning/Touch.cs", "namespace Rapport.Core.Delivery;")).ShouldHaveSingleItem();

    private static IEnumerable<string> Stray(string path)
    {
        var parts = path.Split('/');
        var (project, folder) = (parts[1], parts.Length > 3 ? parts[2] : null);
        var allowed = OtherFolders.TryGetValue(project, out var others)
            ? others
            : MoreFolders.TryGetValue(project, out var more) ? [.. Enum.GetNames<Stage>(), .. more] : null;
        if (allowed is null)
        {
            yield return $"{project}: no folders are known for it; add it to the tables of this test";
        }
        else if (folder is not null && !allowed.Contains(folder))
        {
            yield return $"{project}/{folder} is no stage";
        }
    }

    private static IEnumerable<string> WrongNamespace(SourceFile file)
    {
        var folders = file.Path.Split('/')[1..^1];
        var expected = string.Join('.', folders);
        var actual = NamespaceLine.Match(file.Code).Groups["name"].Value;
        if (actual != expected)
        {
            yield return $"{file} is in namespace '{actual}', its folder says '{expected}'";
        }
    }

    private static bool IsTopLevel(SourceFile file) => file.Path.EndsWith("/Program.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*namespace\s+(?<name>[\w.]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamespaceLine { get; }
}
