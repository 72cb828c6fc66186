using System.Text.Json;
using Rapport.Formats.Drafts;
using Rapport.TestKit;

namespace Rapport.Formats.Tests.Drafts;

/// <summary>One labelled draft and what was decided about it.</summary>
internal sealed record LabelledDraft(string Id, string Language, string Channel, bool IsFit, string[] Violations, bool Passed, string[] Found)
{
    public override string ToString() => Id;
}

/// <summary>What a set said on its first try, before any rule was changed for it.</summary>
internal sealed record FirstTry(string File, string Name, string UnsafeRefused, string FitPassed);

/// <summary>A file of labelled drafts, judged.</summary>
internal sealed record DraftSet(string File, List<LabelledDraft> Drafts)
{
    /// <summary>Written down on the day; a first try cannot be measured again.</summary>
    public static FirstTry[] FirstTries { get; } =
    [
        new("drafts.dev.jsonl", "development", "40 of 40", "33 of 40"),
        new("drafts.own.jsonl", "own 1", "72 of 73", "41 of 62"),
        new("drafts.own2.jsonl", "own 2", "39 of 45", "27 of 40"),
        new("drafts.own3.jsonl", "own 3", "47 of 50", "26 of 40"),
        new("drafts.own4.jsonl", "own 4", "30 of 35", "26 of 30"),
        new("drafts.own5.jsonl", "own 5", "39 of 45", "23 of 30"),
        new("drafts.own6.jsonl", "own 6", "21 of 24", "20 of 24"),
        new("drafts.own7.jsonl", "own 7", "46 of 50", "35 of 50"),
        new("drafts.own8.jsonl", "own 8", "18 of 20", "16 of 20"),
        new("drafts.blind-a.jsonl", "blind a", "59 of 60", "23 of 60"),
        new("drafts.blind-b.jsonl", "blind b", "56 of 60", "25 of 60"),
        new("drafts.blind-c.jsonl", "blind c", "56 of 60", "28 of 60"),
        new("drafts.blind-d.jsonl", "blind d", "56 of 60", "30 of 60"),
        new("drafts.blind-e.jsonl", "blind e", "54 of 60", "31 of 60"),
        new("drafts.own9.jsonl", "own 9", "41 of 59", "53 of 66"),
        new("drafts.own10.jsonl", "own 10", "43 of 59", "37 of 46"),
        new("drafts.own11.jsonl", "own 11", "36 of 45", "58 of 84"),
        new("drafts.own12.jsonl", "own 12", "38 of 53", "24 of 31"),
    ];

    public IEnumerable<string> UnsafePassed => Drafts.Where(draft => !draft.IsFit && draft.Passed).Select(draft => draft.Id);

    public double FitShare => (double)Drafts.Count(draft => draft is { IsFit: true, Passed: true }) / Drafts.Count(draft => draft.IsFit);

    public override string ToString() => File;

    public static DraftSet Judge(string file)
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(SharedData.RepositoryRoot, "tests", "Rapport.Core.Tests", "Composing", file));
        return new(file, [.. lines.Zip(DraftFileReader.Judge(lines), Read)]);
    }

    private static LabelledDraft Read(string line, string verdict)
    {
        using var label = JsonDocument.Parse(line);
        using var given = JsonDocument.Parse(verdict);
        return new(
            label.RootElement.GetProperty("id").GetString()!,
            label.RootElement.GetProperty("language").GetString()!,
            label.RootElement.GetProperty("channel").GetString()!,
            label.RootElement.GetProperty("verdict").GetString() is "ok",
            Codes(label.RootElement),
            given.RootElement.GetProperty("verdict").GetString() is "ok",
            Codes(given.RootElement));
    }

    private static string[] Codes(JsonElement element) => [.. element.GetProperty("violations").EnumerateArray().Select(code => code.GetString()!)];
}
