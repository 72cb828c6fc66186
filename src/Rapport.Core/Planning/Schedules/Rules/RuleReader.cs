using System.Text.Json;
using Rapport.Core.Planning.Schedules.Facts;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Schedules.Rules;

/// <summary>Reads rules from a schedule file. The language is described in this folder's README.</summary>
/// <remarks>Strict: a word that it does not know is an error, since a rule that is half understood may be wrong about a person.</remarks>
internal sealed class RuleReader(CodeBook codes)
{
    private readonly Dictionary<string, Rule> _rules = new(StringComparer.Ordinal);
    private readonly List<string> _names = ["it"];
    private string[] _varying = [];

    // Whether the rule being read speaks of a named record or a period, so that its answer holds for one row only.
    private bool _varies;

    /// <summary>Concepts that rules speak of and no code means: such a rule never finds anything.</summary>
    public SortedSet<string> UnknownConcepts { get; } = new(StringComparer.Ordinal);

    public void Define(string name, JsonElement rule)
    {
        _varies = false;
        var part = Read(rule);
        _rules[name] = new Named(part, _varies ? null : _rules.Count);
        _varying = _varies ? [.. _varying, name] : _varying;
    }

    public Rule Use(string name)
    {
        _varies |= _varying.Contains(name, StringComparer.Ordinal);
        return _rules.TryGetValue(name, out var rule) ? rule : throw new JsonException($"No rule is called '{name}'; a rule must be written before it is used.");
    }

    public Rule Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Use(json.GetString()!),
        JsonValueKind.Array => new AllOf(ReadAll(json)),
        JsonValueKind.Object => ReadObject(json),
        _ => throw new JsonException("A rule is an object, a list of rules that must all hold, or the name of a rule."),
    };

    public Find ReadFind(JsonElement json) => new FindReader(this).Read(json);

    /// <summary>What shows that a service was done: a visit's own code will do too.</summary>
    public Find ReadTest(JsonElement json) => new FindReader(this).Read(json, FactKind.Done | FactKind.Visit);

    public ConceptSet Concepts(JsonElement json)
    {
        var set = new ConceptSet(codes.Concepts.Count);
        foreach (var concept in Words(json))
        {
            if (codes.Find(concept) is { } id)
            {
                set.Add(id);
            }
            else
            {
                UnknownConcepts.Add(concept);
            }
        }

        return set;
    }

    /// <summary>The number of a name by which rules speak of a record.</summary>
    public int NameOf(string name)
    {
        _varies |= name is not "it";
        var at = _names.IndexOf(name);
        if (at >= 0)
        {
            return at;
        }

        if (_names.Count == Scope.MaxNames)
        {
            throw new JsonException($"More than {Scope.MaxNames} names for records in one file.");
        }

        _names.Add(name);
        return _names.Count - 1;
    }

    public static ValueList<string> Words(JsonElement json) =>
        json.ValueKind is JsonValueKind.String ? [json.GetString()!] : [.. json.EnumerateArray().Select(e => e.GetString()!)];

    public Rule[] ReadAll(JsonElement json) => [.. json.EnumerateArray().Select(Read)];

    private Rule ReadObject(JsonElement json)
    {
        var first = json.EnumerateObject().First();
        return first.Name switch
        {
            "all" => Only(json, new AllOf(ReadAll(first.Value))),
            "any" => Only(json, new AnyOf(ReadAll(first.Value))),
            "not" => Only(json, new Not(Read(first.Value))),
            "sex" => Only(json, new BornWithSex(first.Value.GetString() is "female")),
            "warning" => Only(json, new HasWarning(Enum.Parse<WarningKind>(first.Value.GetString()!, ignoreCase: true))),
            "age" => new AgeBetween(AgeBand.Parse(first.Value.GetString()!), json.TryGetProperty("on", out var on) ? ReadMoment(on.GetString()!) : Moment.AsOf),
            "value" => new ValueOf(NameOf(first.Value.GetString()!), ValueReader.Read(json, this, "value")),
            _ => ReadFind(json),
        };
    }

    private static Rule Only(JsonElement json, Rule rule) =>
        json.EnumerateObject().Count() is 1 ? rule : throw new JsonException("all, any, not and sex stand alone in their object.");

    /// <summary>Reads <c>start-2y+9m</c>, <c>asOf</c>, <c>birth+42d</c>, <c>visit.start-1y</c>.</summary>
    public Moment ReadMoment(string text)
    {
        var cut = text.AsSpan().IndexOfAny('+', '-');
        var anchor = cut < 0 ? text : text[..cut];
        var (before, after) = Moves(cut < 0 ? "" : text[cut..]);
        var dot = anchor.IndexOf('.');
        if (dot < 0)
        {
            return new Moment(PlainAnchor(anchor), 0, before, after);
        }

        var kind = anchor[(dot + 1)..] switch
        {
            "start" => Anchor.NameStart,
            "end" => Anchor.NameEnd,
            "recorded" => Anchor.NameRecorded,
            _ => throw new JsonException($"'{anchor}' is not a moment."),
        };
        return new Moment(kind, NameOf(anchor[..dot]), before, after);
    }

    private Anchor PlainAnchor(string anchor)
    {
        _varies |= anchor is "start" or "end";
        return PlainAnchorOf(anchor);
    }

    private static Anchor PlainAnchorOf(string anchor) => anchor switch
    {
        "start" => Anchor.PeriodStart,
        "end" => Anchor.PeriodEnd,
        "asOf" => Anchor.AsOf,
        "birth" => Anchor.Birth,
        _ => throw new JsonException($"'{anchor}' is not a moment."),
    };

    // "-2y+9m": first two years back, then nine months on, so that 1 October two years earlier can be said.
    private static (Span Before, Span After) Moves(string text)
    {
        var plus = text.IndexOf('+');
        var back = plus < 0 ? text : text[..plus];
        var on = plus < 0 ? "" : text[plus..];
        var before = back is "" ? Span.Zero : ParseSpan(back.Replace("-", "+", StringComparison.Ordinal));
        return (before, on is "" ? Span.Zero : ParseSpan(on));
    }

    private static Span ParseSpan(string text) =>
        Span.TryParse(text, out var span) ? span : throw new JsonException($"'{text}' is not a span of time.");
}
