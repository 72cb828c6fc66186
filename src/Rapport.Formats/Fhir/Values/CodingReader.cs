using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>Reads codes out of code, Coding and CodeableConcept. Display texts are left: only approved labels reach a patient.</summary>
internal static class CodingReader
{
    /// <summary>One CodeableConcept, or a list of them, as one flat list of codes.</summary>
    public static ValueList<Code> ReadConcepts(ref FhirCursor json)
    {
        var written = json.PassValue(out var before);
        if (json.Session.Concepts.Find(written) is { } known)
        {
            return known;
        }

        json.GoBack(before);
        var issues = json.Session.Items.Count;
        var read = ReadNewConcepts(ref json);
        if (json.Session.Items.Count == issues)
        {
            json.Session.Concepts.Keep(written, read);   // only what was flawless: a flaw must be told each time
        }

        return read;
    }

    /// <summary>One Coding, or a list of them.</summary>
    public static ValueList<Code> ReadCodings(ref FhirCursor json)
    {
        var codes = default(ListDraft<Code>);
        for (var codings = json.EnterOneOrMany(); json.Next(ref codings);)
        {
            ReadCoding(ref json, ref codes);
        }

        return codes.ToValueList();
    }

    /// <summary>The first code of a CodeableConcept, for statuses whose code system is fixed.</summary>
    public static string? ReadFirstCode(ref FhirCursor json) => ReadConcepts(ref json) is [var first, ..] ? first.Value : null;

    private static ValueList<Code> ReadNewConcepts(ref FhirCursor json)
    {
        var codes = default(ListDraft<Code>);
        for (var concepts = json.EnterOneOrMany(); json.Next(ref concepts);)
        {
            ReadConcept(ref json, ref codes);
        }

        return codes.ToValueList();
    }

    private static void ReadConcept(ref FhirCursor json, ref ListDraft<Code> codes)
    {
        if (!json.EnterObject())
        {
            return;
        }

        while (json.NextField())
        {
            if (json.Field is Field.Coding)
            {
                for (var codings = json.EnterList(); json.Next(ref codings);)
                {
                    ReadCoding(ref json, ref codes);
                }
            }
        }
    }

    private static void ReadCoding(ref FhirCursor json, ref ListDraft<Code> codes)
    {
        if (!json.EnterObject())
        {
            return;
        }

        string? system = null;
        string? value = null;
        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.System:
                    system = json.Word();
                    break;
                case Field.Code:
                    value = json.Word();
                    break;
            }
        }

        // A coding without a code names nothing; without a system it may still be known by its place.
        if (value is not null)
        {
            codes.Add(new Code(system ?? "", value));
        }
    }
}
