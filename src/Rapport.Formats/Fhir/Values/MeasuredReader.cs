using Rapport.Core.Intake;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>Reads what was measured (<c>value[x]</c>): a quantity, codes, a count, yes or no. Free text is not kept.</summary>
internal static class MeasuredReader
{
    /// <summary>Takes the value that comes next when it is one of ours; null when it is not, or cannot be used.</summary>
    public static SourceValue? Read(ref FhirCursor json) => json.Field switch
    {
        Field.ValueQuantity => ReadQuantity(ref json),
        Field.ValueCodeableConcept => CodingReader.ReadConcepts(ref json) is [_, ..] codes ? new SourceValue(Codes: codes) : null,
        Field.ValueInteger => json.Count() is { } count ? new SourceValue(count) : null,
        Field.ValueBoolean => json.YesNo() is { } yesNo ? new SourceValue(YesNo: yesNo) : null,
        _ => null,
    };

    public static bool IsOurs(Field field) =>
        field is Field.ValueQuantity or Field.ValueCodeableConcept or Field.ValueInteger or Field.ValueBoolean;

    private static SourceValue? ReadQuantity(ref FhirCursor json)
    {
        if (!json.EnterObject())
        {
            return null;
        }

        decimal? number = null;
        string? unit = null, code = null, comparator = null;
        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.Value:
                    number = json.Number();
                    break;
                case Field.Unit:
                    unit = json.Word();
                    break;
                case Field.Code:
                    code = json.Word();
                    break;
                case Field.Comparator:
                    comparator = json.Word();
                    break;
            }
        }

        if (comparator is not null)
        {
            // "> 14" is not 14: taken as a number it would answer questions that the laboratory left open.
            json.Note("says only more or less than a number; kept as unknown");
            return null;
        }

        return number is null ? null : new SourceValue(number, code ?? unit);
    }
}
