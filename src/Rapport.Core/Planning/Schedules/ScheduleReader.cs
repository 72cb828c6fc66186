using System.Globalization;
using System.Text.Json;
using Rapport.Core.Planning.Schedules.Needs;
using Rapport.Core.Planning.Schedules.Rules;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules;

/// <summary>Reads a schedule file: labels, choices, named rules, then rows.</summary>
internal sealed class ScheduleReader(CodeBook codes)
{
    private readonly RuleReader _rules = new(codes);
    private readonly Dictionary<string, RowLabel> _labels = new(StringComparer.Ordinal);

    public Schedule Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var root = document.RootElement;
        foreach (var label in root.GetProperty("labels").EnumerateObject())
        {
            _labels[label.Name] = new RowLabel(label.Name, Text(label.Value, "en"), Text(label.Value, "es"));
        }

        foreach (var rule in Each(root, "rules"))
        {
            _rules.Define(rule.Name, rule.Value);
        }

        ValueList<ScheduleRow> rows = [.. root.GetProperty("rows").EnumerateArray().Select(ReadRow)];
        return new Schedule
        {
            Version = Text(root, "version"),
            Codes = codes,
            Choices = [.. Each(root, "choices").Select(c => new AuthorityChoice(c.Name, c.Value.GetString()!))],
            Rows = rows,
            UnknownConcepts = [.. _rules.UnknownConcepts],
        };
    }

    private ScheduleRow ReadRow(JsonElement json)
    {
        var row = new ScheduleRow
        {
            Id = Text(json, "id"),
            Label = _labels[Text(json, "label")],
            Authority = Text(json, "authority"),
            Source = Text(json, "source"),
            SourceDate = PartialDate.TryParse(Text(json, "sourceDate"), out var date) ? date : throw new JsonException("sourceDate is not a date."),
            Specialty = Text(json, "specialty"),
        };
        try
        {
            return json.EnumerateObject().Aggregate(row, Take);
        }
        catch (Exception e) when (e is FormatException or JsonException or ArgumentException or KeyNotFoundException)
        {
            throw new JsonException($"Row '{row.Id}': {e.Message}", e);
        }
    }

    private ScheduleRow Take(ScheduleRow row, JsonProperty part) => TakeText(row, part) ?? TakeRule(row, part);

    private static ScheduleRow? TakeText(ScheduleRow row, JsonProperty part) => part.Name switch
    {
        "id" or "label" or "authority" or "source" or "sourceDate" or "specialty" or "note" => row,
        "choice" => row with { Choice = part.Value.GetString() },
        "version" => row with { Version = part.Value.GetString()! },
        "approver" => row with { Approver = part.Value.GetString()! },
        "validTo" => row with { ValidTo = part.Value.ValueKind is JsonValueKind.Null ? null : DateOnly.ParseExact(part.Value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) },
        "mode" => row with { Mode = Enum.Parse<RowMode>(part.Value.GetString()!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true) },
        "sensitivity" => row with { Sensitivity = (Sensitivity)int.Parse(part.Value.GetString()!.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture) },
        "cadence" => row with { Cadence = part.Value.GetString()! },
        "season" => row with { Season = part.Value.ValueKind is JsonValueKind.Null ? null : new Season(Day(part.Value, "from"), Day(part.Value, "until")) },
        "period" => row with { IsByCalendarYear = part.Value.GetString() is "year" },
        "ages" => row with { Ages = AgeBand.Parse(part.Value.GetString()!) },
        "vaccine" => row with { Need = new DoneByVaccine(part.Value.GetString()!) },
        _ => null,
    };

    private ScheduleRow TakeRule(ScheduleRow row, JsonProperty part) => part.Name switch
    {
        "eligible" => row with { Eligible = Both(row.Eligible, _rules.Read(part.Value)) },
        "organ" => row with
        {
            Eligible = Both(row.Eligible, _rules.Use($"born-with-{part.Value.GetString()}")),
            Exclude = [.. row.Exclude, new Exclusion($"no-{part.Value.GetString()}", _rules.Use($"no-{part.Value.GetString()}"))],
        },
        "forEach" => row with { ForEach = _rules.ReadFind(part.Value) },
        "exclude" => row with { Exclude = [.. row.Exclude, .. ReadExclusions(part.Value)] },
        "except" => row with { Except = ReadExclusions(part.Value) },
        "followUp" => row with { FollowUp = ReadExclusions(part.Value) },
        "done" => row with { Need = new DoneByRule(_rules.Read(part.Value)) },
        "tests" => row with { Need = new DoneByTests(row.Id, [.. part.Value.EnumerateArray().Select(ReadTest)]) },
        _ => throw new JsonException($"a row does not know the word '{part.Name}'."),
    };

    private DoneTest ReadTest(JsonElement json)
    {
        var every = Text(json, "every");
        return new DoneTest(_rules.ReadTest(json), every is "once" ? null : Span.TryParse(every, out var span) ? span : throw new JsonException($"'{every}' is not a span of time."));
    }

    // "hospice", or {"id": "recent", "when": rule}: the id is the code that staff see.
    private ValueList<Exclusion> ReadExclusions(JsonElement json) =>
        [.. json.EnumerateArray().Select(e => e.ValueKind is JsonValueKind.String
            ? new Exclusion(e.GetString()!, _rules.Use(e.GetString()!))
            : new Exclusion(Text(e, "id"), _rules.Read(e.GetProperty("when"))))];

    private static Rule Both(Rule? first, Rule second) => first is null ? second : new AllOf([first, second]);

    private static (int Month, int Day) Day(JsonElement json, string name)
    {
        var day = DateOnly.ParseExact("2000-" + Text(json, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (day.Month, day.Day);
    }

    private static IEnumerable<JsonProperty> Each(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? list.EnumerateObject() : [];

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) ? text.GetString()! : throw new JsonException($"'{name}' is missing.");
}
