using System.Text.Json;
using Rapport.Core.Planning.Schedules.Facts;

namespace Rapport.Core.Planning.Schedules.Rules;

/// <summary>Reads a rule that looks for records.</summary>
internal sealed class FindReader(RuleReader rules)
{
    public Find Read(JsonElement json, FactKind kinds = FactKind.Done)
    {
        var name = json.TryGetProperty("as", out var @as) ? rules.NameOf(@as.GetString()!) : 0;
        var records = new RecordTest { Concepts = rules.Concepts(json.GetProperty("find")), Kinds = kinds };
        var find = new Find { Records = records, Name = name };
        var isExact = json.TryGetProperty("exact", out var exact) && exact.GetBoolean();
        foreach (var part in json.EnumerateObject())
        {
            records = ReadRecords(records, part, isExact) ?? records;
            find = ReadFind(find, part) ?? find;
        }

        return find with { Records = records };
    }

    private Find? ReadFind(Find find, JsonProperty part) => part.Name switch
    {
        "times" => find with { Times = part.Value.GetInt32() },
        "days" => find with { Days = part.Value.GetInt32() },
        "pick" => find with { Pick = Enum.Parse<Pick>(part.Value.GetString()!, ignoreCase: true) },
        "then" => find with { Then = part.Value.ValueKind is JsonValueKind.Array ? rules.ReadAll(part.Value) : [rules.Read(part.Value)] },
        "absent" => find with { WhenAbsent = Enum.Parse<Answer>(part.Value.GetString()!, ignoreCase: true) },
        _ => null,
    };

    private RecordTest? ReadRecords(RecordTest test, JsonProperty part, bool isExact) => part.Name switch
    {
        "in" => test with { Kinds = RuleReader.Words(part.Value).Aggregate(FactKind.None, (all, word) => all | Enum.Parse<FactKind>(word, ignoreCase: true)) },
        "status" => test with { Statuses = RuleReader.Words(part.Value) },
        "notDone" => test with { Standing = Standing.NotDone },
        "starts" or "ends" or "overlaps" or "within" or "recorded" => test with { Windows = [.. test.Windows, ReadWindow(part, isExact)] },
        "values" => test with { Values = [.. part.Value.EnumerateArray().Select(v => ValueReader.Read(v, rules))] },
        "reason" => test with { Reason = rules.Concepts(part.Value) },
        "bodySite" => test with { BodySite = rules.Concepts(part.Value) },
        "discharge" => test with { Discharge = rules.Concepts(part.Value) },
        "class" => test with { Classes = RuleReader.Words(part.Value) },
        "notClass" => test with { NotClasses = RuleReader.Words(part.Value) },
        "notDuring" => test with { NotDuring = RuleReader.Words(part.Value) },
        "category" => test with { Categories = RuleReader.Words(part.Value) },
        "active" => test with { Active = part.Value.GetBoolean() },
        "where" => test with { Where = rules.Read(part.Value) },
        "find" or "as" or "exact" or "times" or "days" or "pick" or "then" or "absent" or "every" => null,
        _ => throw new JsonException($"A rule that looks for records does not know the word '{part.Name}'."),
    };

    private WindowTest ReadWindow(JsonProperty part, bool isExact)
    {
        var sides = part.Value.GetString()!.Split("..");
        if (sides.Length is not 2)
        {
            throw new JsonException($"'{part.Value}' is not a window such as start-1y..end.");
        }

        var how = Enum.Parse<Relation>(part.Name, ignoreCase: true);
        return new WindowTest(how, sides[0] is "" ? null : rules.ReadMoment(sides[0]), sides[1] is "" ? null : rules.ReadMoment(sides[1]), isExact);
    }
}

/// <summary>Reads a test of a measured value.</summary>
internal static class ValueReader
{
    public static ValueTest Read(JsonElement json, RuleReader rules, string? besides = null)
    {
        var test = new ValueTest();
        foreach (var part in json.EnumerateObject())
        {
            test = part.Name switch
            {
                "of" => test with { Of = rules.Concepts(part.Value) },
                "min" => test with { Min = part.Value.GetDecimal() },
                "max" => test with { Max = part.Value.GetDecimal() },
                "above" => test with { Above = part.Value.GetDecimal() },
                "below" => test with { Below = part.Value.GetDecimal() },
                "is" => test with { Is = rules.Concepts(part.Value) },
                "known" => test with { Known = part.Value.GetBoolean() },
                "yes" => test with { Yes = part.Value.GetBoolean() },
                _ when string.Equals(part.Name, besides, StringComparison.Ordinal) => test,
                _ => throw new JsonException($"A test of a value does not know the word '{part.Name}'."),
            };
        }

        return test;
    }
}
