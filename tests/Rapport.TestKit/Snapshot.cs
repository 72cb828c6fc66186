using System.Runtime.CompilerServices;
using Xunit;

namespace Rapport.TestKit;

/// <summary>Compares a text with the file beside the test that a person has read line by line.</summary>
public static class Snapshot
{
    private const string Update = "RAPPORT_UPDATE_SNAPSHOTS";

    /// <summary>Where they differ the new text lies beside the old one as <c>*.new</c>; with <c>RAPPORT_UPDATE_SNAPSHOTS=1</c> it takes its place.</summary>
    public static void Match(string actual, string file, [CallerFilePath] string caller = "")
    {
        var path = Machine.Beside(file, caller);
        var (expected, now) = (File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "", actual.ReplaceLineEndings("\n"));
        if (now == expected)
        {
            File.Delete($"{path}.new");
            return;
        }

        var isAccepted = Environment.GetEnvironmentVariable(Update) is "1";
        File.WriteAllText(isAccepted ? path : $"{path}.new", now);
        Assert.True(isAccepted, $"{file} differs. Read {file}.new beside it, and if every line is right run again with {Update}=1.\n{FirstDifference(expected, now)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(before.Length, after.Length)).First(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i));
        return $"line {line + 1}\nwas: {before.ElementAtOrDefault(line)}\nnow: {after.ElementAtOrDefault(line)}";
    }
}
