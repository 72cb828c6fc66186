using System.Text;
using System.Text.RegularExpressions;

namespace Rapport.House.Tests;

/// <summary>What the documents promise is there: their links lead somewhere, and the README's two commands are the two commands.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Commands = ["dotnet run --project src/Rapport -- demo", "dotnet test"];

    // Words that begin like a path of ours.
    private static readonly string[] Folders = ["src/", "tests/", "docs/", "eng/", "samples/", "bench/", ".ci/"];

    [Fact]
    public void Every_link_of_every_document_leads_somewhere() =>
        Repository.Documents.SelectMany(path => DeadLinks(path, Repository.Read(path))).ShouldBeEmpty();

    [Fact]
    public void Every_path_that_a_document_names_is_there() =>
        Repository.Documents.SelectMany(path => DeadPaths(path, Repository.Read(path))).ShouldBeEmpty();

    [Fact]
    public void The_readme_gives_exactly_the_two_commands() => CommandsIn(Repository.Read("README.md")).ShouldBe(Commands);

    [Fact]
    public void The_build_server_runs_the_command_of_the_readme() => Repository.Read(".ci/run").ShouldContain(Commands[1]);

    [Fact]
    public void Every_decision_says_when_it_was_wrong()
    {
        string[] parts = ["Status:", "## Context", "## Decision", "## Rejected", "## Consequences", "## We will know this was wrong when"];

        Repository.Documents.Where(path => path.StartsWith("docs/adr/0", StringComparison.Ordinal))
            .SelectMany(path => parts.Where(part => !Repository.Read(path).Contains(part, StringComparison.Ordinal)).Select(part => $"{path} lacks '{part}'"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_dead_link_is_found()
    {
        DeadLinks("docs/canary.md", "See [the map](../ARCHITECTURE.md) and [nothing](nothing.md).").ShouldHaveSingleItem().ShouldContain("nothing.md");
        DeadLinks("docs/canary.md", "# Real\n[here](#real) and [there](#unreal)").ShouldHaveSingleItem().ShouldContain("#unreal");
        DeadLinks("docs/canary.md", "`[code](is-no-link.md)` and [the web](https://example.org)").ShouldBeEmpty();
        DeadPaths("docs/canary.md", "Look at `src/Rapport.Core` and `src/Rapport.Cure`.").ShouldHaveSingleItem().ShouldContain("Cure");
    }

    [Fact]
    public void A_third_command_is_found() => CommandsIn("""
        # Rapport

            dotnet run --project src/Rapport -- demo     # says what it does
            dotnet test
            dotnet build
        """).ShouldNotBe(Commands);

    private static IEnumerable<string> DeadLinks(string document, string text)
    {
        foreach (Match link in Link.Matches(WithoutCode(text)))
        {
            var (file, anchor) = link.Groups["target"].Value.Split('#') is [var f, var a] ? (f, a) : (link.Groups["target"].Value, null);
            var path = file.Length is 0 ? document : Combine(document, file);
            var isThere = file.Length is 0 || Repository.Has(path);
            if (!isThere || (anchor is not null && !Headings(file.Length is 0 ? text : Repository.Read(path)).Contains(anchor)))
            {
                yield return $"{document} links to {link.Groups["target"].Value}";
            }
        }
    }

    private static IEnumerable<string> DeadPaths(string document, string text) => CodeSpan.Matches(text)
        .Select(span => span.Groups["code"].Value.TrimEnd('/'))
        .Where(code => Folders.Any(folder => code.StartsWith(folder, StringComparison.Ordinal)) && code.IndexOfAny([' ', '*', '<', '{', '…', '(']) < 0)
        .Where(code => !Repository.Has(code))
        .Select(code => $"{document} names {code}");

    private static string[] CommandsIn(string readme) =>
        [.. CommandLine.Matches(readme).Select(line => line.Groups["command"].Value.Split('#')[0].TrimEnd())];

    private static IEnumerable<string> Headings(string text) => Heading.Matches(text).Select(heading => Slug(heading.Groups["words"].Value));

    // As GitHub makes anchors: lower case, punctuation dropped, spaces to hyphens.
    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var letter in heading.Trim().ToLowerInvariant())
        {
            slug.Append(letter is ' ' ? "-" : char.IsLetterOrDigit(letter) || letter is '-' or '_' ? $"{letter}" : "");
        }

        return slug.ToString();
    }

    private static string Combine(string document, string link)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        return Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(folder, link)));
    }

    private static string WithoutCode(string text) => CodeSpan.Replace(Fence.Replace(text, ""), "");

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>(?!\w+:)[^)\s]+)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"`(?<code>[^`\n]+)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeSpan { get; }

    [GeneratedRegex(@"^#+\s+(?<words>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"^\s*(?<command>dotnet\s.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandLine { get; }
}
