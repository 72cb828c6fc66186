namespace Rapport.House.Tests;

/// <summary>Files and methods stay small enough to be read in one go.</summary>
public sealed class SizeTests(ITestOutputHelper output)
{
    private const int LongestFile = 300;
    private const int LongestMethod = 60;
    private const int LongMethod = 25;

    private static IEnumerable<SourceFile> Written => Repository.Sources.Where(f => !f.IsMigration);

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines()
    {
        output.WriteLine($"{Written.Count()} files; median {Share(Written.Select(f => f.Lines), 0.5)} lines, in src {Share(Written.Where(f => f.IsProduct).Select(f => f.Lines), 0.5)}; longest {Written.MaxBy(f => f.Lines)}");

        TooLong(Written).ShouldBeEmpty();
    }

    [Fact]
    public void No_method_is_longer_than_a_screen()
    {
        var lengths = Written.SelectMany(Method.In).Select(m => m.Lines).ToList();
        output.WriteLine($"{lengths.Count} methods; median {Share(lengths, 0.5)} lines, nine of ten at most {Share(lengths, 0.9)}, longest {lengths.Max()}");

        TooLongMethods(Written).ShouldBeEmpty();
    }

    [Fact]
    public void Nine_methods_of_ten_are_short() =>
        Share(Written.SelectMany(Method.In).Select(m => m.Lines), 0.9).ShouldBeLessThanOrEqualTo(LongMethod);

    [Fact]
    public void A_file_and_a_method_that_are_too_long_are_found()
    {
        var body = string.Concat(Enumerable.Repeat("        Call(\"{\"); // }\n", LongestFile));
        var file = SourceFile.Of("canary.cs", $"namespace X;\n\npublic sealed class Canary\n{{\n    public void Sing()\n    {{\n{body}    }}\n}}\n");

        TooLong([file]).ShouldHaveSingleItem();
        TooLongMethods([file]).ShouldHaveSingleItem().ShouldContain("Sing");
    }

    [Fact]
    public void Methods_are_told_from_what_looks_like_them()
    {
        var file = SourceFile.Of("canary.cs", """
            namespace X;

            public sealed record Bird(string Name) : Animal(Name)
            {
                private static readonly int[] Songs = Make(1, 2);

                public string Call { get; } = $"{(true ? "}" : "{")}";

                public bool Sings<T>(T at)
                    where T : class => at is { } && Songs is
                    [
                        1,
                    ];

                public static bool operator ==(Bird a, char b)
                {
                    return b is '}';
                }

                private enum Kind { Finch, Wren }
            }
            """);

        Method.In(file).Select(m => (m.Name, m.Line, m.Lines)).ShouldBe([("Sings", 9, 5), ("operator ==", 15, 4)]);
    }

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        files.Where(f => f.Lines > LongestFile).Select(f => $"{f} has {f.Lines} lines");

    private static IEnumerable<string> TooLongMethods(IEnumerable<SourceFile> files) =>
        from file in files
        from method in Method.In(file)
        where method.Lines > LongestMethod
        select $"{file}:{method.Line} {method.Name} has {method.Lines} lines";

    private static int Share(IEnumerable<int> numbers, double share)
    {
        var sorted = numbers.Order().ToList();
        return sorted[(int)(share * (sorted.Count - 1))];
    }
}
