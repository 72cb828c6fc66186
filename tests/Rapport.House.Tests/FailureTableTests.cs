using System.Text.RegularExpressions;

namespace Rapport.House.Tests;

/// <summary>The table of known failures tells the truth: every test that it names exists, and every test of a row is named.</summary>
public sealed partial class FailureTableTests
{
    private const string Table = "docs/safety/failures.md";
    private const int Rows = 62;

    private static IReadOnlyList<string> Tests => [.. Repository.Sources
        .Where(f => f.Path.StartsWith("tests/Rapport.Tests/PatientSafety/", StringComparison.Ordinal))
        .SelectMany(TestsIn)];

    [Fact]
    public void Every_row_has_a_test_or_says_what_it_waits_for()
    {
        var rows = RowsIn(Repository.Read(Table)).ToList();

        rows.Select(r => r.Number).ShouldBe(Enumerable.Range(1, Rows));
        rows.Where(r => r.Tests.Count is 0 && !r.Text.Contains("open: needs", StringComparison.Ordinal)).Select(r => r.Number).ShouldBeEmpty();
    }

    [Fact]
    public void Every_test_that_the_table_names_exists_and_stands_in_its_own_row() => Untrue(Repository.Read(Table), Tests).ShouldBeEmpty();

    [Fact]
    public void A_test_that_is_passed_over_is_open_in_the_table()
    {
        var rows = RowsIn(Repository.Read(Table)).ToDictionary(r => r.Number, r => r.Text);

        Repository.Sources.SelectMany(f => SkippedTest.Matches(f.Text)).Select(m => int.Parse(m.Groups["row"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
            .Where(row => !rows[row].Contains("open: needs", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void An_untrue_table_is_found()
    {
        string[] tests = ["Row_01_Nobody_is_hurt"];

        Untrue("| 1 | x | `Row_01_Nobody_is_hurt` |", tests).ShouldBeEmpty();
        Untrue("| 1 | x | `Row_01_Nobody_is_hurt`, `Row_01_Or_is_there` |", tests).ShouldHaveSingleItem().ShouldContain("Or_is_there");
        Untrue("| 2 | x | `Row_01_Nobody_is_hurt` |", tests).ShouldHaveSingleItem().ShouldContain("another row");
        Untrue("| 1 | x | open: needs words |", tests).ShouldHaveSingleItem().ShouldContain("not in the table");
        TestsIn(SourceFile.Of("canary.cs", "public async Task Row_01_Nobody_is_hurt() { }")).ShouldBe(tests);
    }

    private static IEnumerable<string> Untrue(string table, IReadOnlyList<string> tests)
    {
        var named = RowsIn(table).SelectMany(row => row.Tests.Select(test => (row.Number, Test: test))).ToList();
        return named.Where(n => !tests.Contains(n.Test)).Select(n => $"{n.Test} does not exist")
            .Concat(named.Where(n => !n.Test.StartsWith($"Row_{n.Number:00}_", StringComparison.Ordinal)).Select(n => $"{n.Test} belongs to another row"))
            .Concat(tests.Except(named.Select(n => n.Test)).Select(test => $"{test} is not in the table"));
    }

    private static IEnumerable<(int Number, string Text, IReadOnlyList<string> Tests)> RowsIn(string table) => Row.Matches(table).Select(row => (
        int.Parse(row.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
        row.Value,
        (IReadOnlyList<string>)[.. Name.Matches(row.Value).Select(n => n.Groups["test"].Value)]));

    private static IEnumerable<string> TestsIn(SourceFile file) => TestMethod.Matches(file.Code).Select(m => m.Groups["test"].Value);

    [GeneratedRegex(@"^\| (?<number>\d+) \|.*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row { get; }

    [GeneratedRegex(@"`(?<test>Row_\d\d_\w+)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"public (async Task|void) (?<test>Row_\d\d_\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestMethod { get; }

    [GeneratedRegex(@"Skip = ""[^""]+""\)\][^{;]*?Row_(?<row>\d\d)_", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SkippedTest { get; }
}
