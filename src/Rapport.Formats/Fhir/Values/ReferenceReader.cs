using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Resources;

namespace Rapport.Formats.Fhir.Values;

/// <summary>Reads references to other resources, in whichever of FHIR's ways they are written.</summary>
internal static class ReferenceReader
{
    /// <summary>A reference as <c>Type/id</c> or <c>Type?identifier=system|value</c>; null where there is none that can be followed.</summary>
    /// <param name="json">Stands on the reference.</param>
    /// <param name="expected">The type where only one is possible; names a thing that is given by its identifier alone.</param>
    public static string? Read(ref FhirCursor json, string? expected = null) => json.PlainReference() ?? ReadAny(ref json, expected);

    public static ValueList<string> ReadAll(ref FhirCursor json, string? expected = null)
    {
        var all = default(ListDraft<string>);
        for (var items = json.EnterOneOrMany(); json.Next(ref items);)
        {
            if (Read(ref json, expected) is { } reference)
            {
                all.Add(reference);
            }
        }

        return all.ToValueList();
    }

    private static string? ReadAny(ref FhirCursor json, string? expected)
    {
        if (!json.EnterObject())
        {
            return null;
        }

        string? reference = null, type = null, identifier = null;
        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.Reference:
                    reference = json.Text();
                    break;
                case Field.Type:
                    type = json.Word();
                    break;
                case Field.Identifier:
                    identifier = IdentifierReader.Read(ref json) is { } id ? $"{id.System}|{id.Value}" : null;
                    break;
            }
        }

        if (reference is not null)
        {
            return Resolve(ref json, reference);
        }

        return (identifier, type ?? expected) switch
        {
            (null, _) => null,
            (_, null) => Unfollowed(ref json, "names something by an identifier without saying what it is; left out"),
            var (value, kind) => $"{kind}?identifier={value}",
        };
    }

    private static string? Resolve(ref FhirCursor json, string reference)
    {
        if (reference.StartsWith('#'))
        {
            return ContainedReader.Resolve(ref json, reference) ?? Unfollowed(ref json, "refers to a contained resource that is not there; left out");
        }

        if (json.Session.Bundle?.Resolve(reference) is { } entry)
        {
            return entry;
        }

        if (reference.StartsWith("urn:", StringComparison.OrdinalIgnoreCase))
        {
            return Unfollowed(ref json, "refers to a bundle entry that is not there; left out");
        }

        return ReferenceText.Normalise(reference) ?? Unfollowed(ref json, "is not a reference that we can follow; left out");
    }

    private static string? Unfollowed(ref FhirCursor json, string reason)
    {
        json.Note(reason);
        return null;
    }
}
