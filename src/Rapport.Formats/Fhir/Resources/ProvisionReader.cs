using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>One rule of a consent.</summary>
internal struct Provision
{
    public bool? IsPermit;
    public ValueList<Code>? About;
    public ValueList<Code>? Purposes;
    public Period Period;
}

/// <summary>Reads the rules of a consent, a rule before its exceptions.</summary>
internal static class ProvisionReader
{
    // Exceptions to exceptions to exceptions: nobody can say what such a consent means.
    private const int DeepestRule = 4;

    public static void ReadAll(ref FhirCursor json, List<Provision> all) => ReadAll(ref json, all, depth: 1);

    private static void ReadAll(ref FhirCursor json, List<Provision> all, int depth)
    {
        if (depth > DeepestRule)
        {
            json.Note("is nested too deeply to be understood; left out");
            json.Skip();
            return;
        }

        for (var items = json.EnterOneOrMany(); json.Next(ref items);)
        {
            if (json.EnterObject())
            {
                Read(ref json, all, depth);
            }
        }
    }

    private static void Read(ref FhirCursor json, List<Provision> all, int depth)
    {
        var rule = default(Provision);
        var place = all.Count;
        all.Add(rule);
        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.Type:
                    rule.IsPermit = PermitOf(json.Word());
                    break;
                case Field.Period:
                    rule.Period = PeriodReader.Read(ref json);
                    break;
                case Field.Code:
                    rule.About = [.. rule.About ?? [], .. CodingReader.ReadConcepts(ref json)];
                    break;
                case Field.Class:
                    rule.About = [.. rule.About ?? [], .. CodingReader.ReadCodings(ref json)];
                    break;
                case Field.Purpose:
                    rule.Purposes = CodingReader.ReadCodings(ref json);
                    break;
                case Field.Provision:
                    ReadAll(ref json, all, depth + 1);
                    break;
            }
        }

        all[place] = rule;
    }

    private static bool? PermitOf(string? type) => type switch
    {
        "permit" => true,
        "deny" => false,
        _ => null,
    };
}
