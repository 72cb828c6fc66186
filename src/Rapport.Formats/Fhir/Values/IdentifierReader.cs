using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>Reads business identifiers: record numbers, licences.</summary>
internal static class IdentifierReader
{
    public static ValueList<SourceIdentifier> ReadAll(ref FhirCursor json)
    {
        var all = default(ListDraft<SourceIdentifier>);
        for (var items = json.EnterList(); json.Next(ref items);)
        {
            if (Read(ref json) is { } identifier)
            {
                all.Add(identifier);
            }
        }

        return all.ToValueList();
    }

    public static SourceIdentifier? Read(ref FhirCursor json)
    {
        if (!json.EnterObject())
        {
            return null;
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
                case Field.Value:
                    value = json.Text();
                    break;
            }
        }

        // An identifier without a value says only that there is one somewhere.
        return value is null ? null : new SourceIdentifier(system ?? "", value);
    }
}
