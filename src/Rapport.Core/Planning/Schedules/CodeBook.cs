using System.Collections.Frozen;
using System.Reflection;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules;

/// <summary>Which codes mean which concept: rules speak of <c>mammography</c>, records of LOINC 24606-6.</summary>
/// <remarks>A code with a star at its end, such as <c>E11*</c>, stands for every code that begins so.</remarks>
public sealed class CodeBook
{
    private const int ShortestStem = 2;

    private readonly FrozenDictionary<Code, ushort[]> _codes;
    private readonly FrozenDictionary<Code, ushort[]> _stems;
    private readonly FrozenSet<string> _systemsWithStems;
    private readonly FrozenDictionary<string, ushort> _ids;
    private readonly ValueList<CodeLine> _lines;

    private CodeBook(ValueList<CodeLine> lines)
    {
        _lines = lines;
        string[] names = [.. lines.Select(l => l.Concept).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Concepts = [.. names];
        _ids = names.Select((name, i) => KeyValuePair.Create(name, (ushort)i)).ToFrozenDictionary(StringComparer.Ordinal);
        _codes = Group(lines.Where(l => !l.IsStem));
        _stems = Group(lines.Where(l => l.IsStem));
        _systemsWithStems = _stems.Keys.Select(c => c.System).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The code book that is built in.</summary>
    public static CodeBook BuiltIn { get; } = Parse(ReadBuiltIn());

    /// <summary>The names of all concepts; the place of a name is its number.</summary>
    public ValueList<string> Concepts { get; }

    /// <summary>Reads lines of <c>concept,system,code</c>; the system by its short name or its address.</summary>
    public static CodeBook Parse(string csv) => new([.. CodeLine.Parse(csv)]);

    /// <summary>This book and the lines of another.</summary>
    public CodeBook With(CodeBook other) => new([.. _lines, .. other._lines]);

    /// <summary>The number of a concept; null where no code has it.</summary>
    public ushort? Find(string concept) => _ids.TryGetValue(concept, out var id) ? id : null;

    /// <summary>The numbers of the concepts that a code means.</summary>
    public ushort[] ConceptsOf(Code code)
    {
        var exact = _codes.GetValueOrDefault(code, []);
        return code.System is not null && _systemsWithStems.Contains(code.System) ? [.. exact, .. ByStem(code)] : exact;
    }

    private List<ushort> ByStem(Code code)
    {
        List<ushort> found = [];
        for (var length = ShortestStem; length <= code.Value.Length; length++)
        {
            found.AddRange(_stems.GetValueOrDefault(code with { Value = code.Value[..length] }, []));
        }

        return found;
    }

    private FrozenDictionary<Code, ushort[]> Group(IEnumerable<CodeLine> lines) => lines
        .SelectMany(l => CodeSystems.AddressesOf(l.System).Select(address => (Code: new Code(address, l.Value), Id: _ids[l.Concept])))
        .GroupBy(pair => pair.Code)
        .ToFrozenDictionary(g => g.Key, g => g.Select(pair => pair.Id).Distinct().Order().ToArray());

    private static string ReadBuiltIn()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Rapport.Core.Planning.Schedules.codes.csv")
            ?? throw new InvalidOperationException("codes.csv is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>One line of a code book.</summary>
internal sealed record CodeLine(string Concept, string System, string Value, bool IsStem)
{
    public static IEnumerable<CodeLine> Parse(string csv)
    {
        foreach (var line in csv.Split('\n'))
        {
            var fields = line.Trim().Split(',');
            if (fields.Length < 3 || fields[0] is "concept" || fields[0].StartsWith('#'))
            {
                continue;
            }

            var value = fields[2].Trim();
            yield return new CodeLine(fields[0].Trim(), fields[1].Trim(), value.TrimEnd('*'), value.EndsWith('*'));
        }
    }
}
