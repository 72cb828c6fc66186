namespace Rapport.House.Tests;

/// <summary>The files of this repository as they lie in the folder, without what builds leave behind.</summary>
internal static class Repository
{
    private static readonly string[] LeftBehind = ["artifacts", "bin", "obj", "node_modules", "outbox", "demo", ".git", ".vs"];

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every C# file, its path written from the root with forward slashes.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } = [.. Find("*.cs").Select(SourceFile.Read)];

    public static IReadOnlyList<ProjectFile> Projects { get; } = [.. Find("*.csproj").Select(path => ProjectFile.Parse(path, Read(path)))];

    public static IReadOnlyList<string> Documents { get; } = Find("*.md");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Has(string path) => File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));

    public static IReadOnlyList<string> Find(string pattern) => [.. FilesIn(new DirectoryInfo(Root), pattern).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> FilesIn(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Concat(folder.EnumerateDirectories().Where(d => !LeftBehind.Contains(d.Name)).SelectMany(d => FilesIn(d, pattern)));

    private static string FindRoot(string start)
    {
        var folder = new DirectoryInfo(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rapport.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository: no folder above them holds Rapport.slnx.");
    }
}

/// <summary>A C# file: as written, and with comments and literals blanked, so that braces and words can be trusted.</summary>
internal sealed record SourceFile(string Path, string Text, string Code)
{
    public int Lines => Text.AsSpan().Count('\n') + (Text.EndsWith('\n') || Text.Length is 0 ? 0 : 1);

    public bool IsMigration => Path.Contains("/Migrations/", StringComparison.Ordinal);

    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    public static SourceFile Read(string path) => Of(path, Repository.Read(path));

    public static SourceFile Of(string path, string text) => new(path, text, CSharp.WithoutCommentsAndLiterals(text));

    public override string ToString() => Path;
}
