using System.Text.RegularExpressions;

namespace Rapport.House.Tests;

/// <summary>Habits that a reader relies on: no error is swallowed, nothing is left for later, no rule is switched off in passing.</summary>
public sealed partial class CodeHabitTests
{
    private static readonly string[] ForLater = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "X" + "XX"];

    // The two places where what is banned elsewhere enters: the clock, and the printed page.
    private static readonly string[] MayLiftABan = ["src/Rapport/Verbs/Clocks.cs", "src/Rapport/Screen/Terminal.cs"];

    [Fact]
    public void No_error_is_swallowed() => Repository.Sources.SelectMany(Swallowed).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_for_later() =>
        Repository.Find("*.*").Where(IsText).SelectMany(path => LeftForLater(path, Repository.Read(path))).ShouldBeEmpty();

    [Fact]
    public void The_product_holds_no_stubs() =>
        Repository.Sources.Where(f => f.IsProduct && f.Code.Contains("NotImplementedException", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Bans_are_lifted_in_two_places_only() => Repository.Sources.Where(LiftsABan).Select(f => f.Path).Except(MayLiftABan).ShouldBeEmpty();

    [Fact]
    public void Every_pattern_has_a_time_limit() => Repository.Sources.SelectMany(PatternsWithoutLimit).ShouldBeEmpty();

    [Fact]
    public void No_file_names_the_machine_that_it_was_written_on() =>
        Repository.Find("*.*").Where(IsText).Where(path => NamesAMachine(Repository.Read(path))).ShouldBeEmpty();

    [Theory]
    [InlineData("try { A(); } catch { B(); }")]
    [InlineData("try { A(); } catch (Exception) { return null; }")]
    [InlineData("try { A(); } catch (Exception e) when (true) { Log(e); }")]
    [InlineData("try { A(); } catch (IOException) { }")]
    [InlineData("try { A(); } catch (Exception) { // never mind\n }")]
    public void A_swallowed_error_is_found(string code) => Swallowed(SourceFile.Of("canary.cs", code)).ShouldHaveSingleItem();

    [Theory]
    [InlineData("try { A(); } catch { Undo(); throw; }")]
    [InlineData("try { A(); } catch (Exception e) when (e is IOException or FormatException) { return false; }")]
    [InlineData("try { A(); } catch (IOException e) { return Refused(e); }")]
    [InlineData("try { A(); } catch (JsonException) { // What stands before the break is the path as far as it goes.\n }")]
    public void An_error_that_is_answered_is_no_swallowed_one(string code) => Swallowed(SourceFile.Of("fine.cs", code)).ShouldBeEmpty();

    [Fact]
    public void Other_bad_habits_are_found()
    {
        LeftForLater("canary.md", $"// {ForLater[0]}: later").ShouldHaveSingleItem();
        LiftsABan(SourceFile.Of("canary.cs", "#pragma warning disable RS" + "0030")).ShouldBeTrue();
        PatternsWithoutLimit(SourceFile.Of("canary.cs", "[GeneratedRegex(\"(a+)+\")]")).ShouldHaveSingleItem();
        PatternsWithoutLimit(SourceFile.Of("canary.cs", "var r = new Regex(\"(a+)+\");")).ShouldHaveSingleItem();
        NamesAMachine("see " + "/wo" + "rk/shared/notes").ShouldBeTrue();
    }

    private static IEnumerable<string> Swallowed(SourceFile file)
    {
        foreach (Match found in Catch.Matches(file.Code))
        {
            var (type, filter) = (found.Groups["type"].Value, found.Groups["filter"].Value);
            var body = file.Code[found.Index..][found.Length..];
            body = body[..(EndOfBlock(body) + 1)];
            var catchesAll = type is "" or "Exception" or "System.Exception" && !filter.Contains(" is ", StringComparison.Ordinal);
            var says = file.Text.AsSpan(found.Index + found.Length, body.Length);
            var isEmpty = string.IsNullOrWhiteSpace(body.TrimEnd('}')) && (catchesAll || !says.Contains("//", StringComparison.Ordinal));
            if (isEmpty || (catchesAll && !body.Contains("throw", StringComparison.Ordinal)))
            {
                yield return $"{file}:{1 + file.Code.AsSpan(0, found.Index).Count('\n')} swallows {(type.Length is 0 ? "everything" : type)}";
            }
        }
    }

    private static int EndOfBlock(string body)
    {
        var depth = 1;
        for (var i = 0; i < body.Length; i++)
        {
            depth += body[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth is 0)
            {
                return i;
            }
        }

        return body.Length - 1;
    }

    private static IEnumerable<string> LeftForLater(string path, string text) =>
        ForLater.Where(word => Regex.IsMatch(text, $@"\b{word}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))).Select(word => $"{path} says {word}");

    // A pragma, or an attribute, that silences the analyzer of banned symbols.
    private static bool LiftsABan(SourceFile file) => file.Text.Contains("disable RS" + "0030", StringComparison.Ordinal) || file.Text.Contains("\"RS" + "0030", StringComparison.Ordinal);

    private static IEnumerable<string> PatternsWithoutLimit(SourceFile file) => Pattern.Matches(file.Text)
        .Where(found => !found.Value.Contains("imeout", StringComparison.Ordinal) && !found.Value.Contains("TimeSpan", StringComparison.Ordinal) && !found.Value.Contains("NonBacktracking", StringComparison.Ordinal))
        .Where(found => !file.Path.EndsWith("/CodeHabitTests.cs", StringComparison.Ordinal))
        .Select(found => $"{file}: {found.Value}");

    private static bool NamesAMachine(string text) => MachinePath.IsMatch(text);

    private static bool IsText(string path) =>
        System.IO.Path.GetExtension(path) is ".cs" or ".md" or ".csproj" or ".props" or ".targets" or ".slnx" or ".sh" or ".txt" or ".yml" or ".json";

    [GeneratedRegex(@"\bcatch\b\s*(\(\s*(?<type>[\w.]+)[^)]*\)\s*)?(when\s*\((?<filter>[^{]*)\)\s*)?\{", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Catch { get; }

    [GeneratedRegex(@"(\[GeneratedRegex\(|new Regex\().*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern { get; }

    [GeneratedRegex(@"(^|[\s""'`(=:])/(work|home/\w+|root|Users/\w+)/", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachinePath { get; }
}
