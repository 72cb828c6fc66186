using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>One extension, as far as any that we know needs it: its name and a code, yes or no, text, or date.</summary>
internal struct Extension
{
    public string? Url;
    public ValueList<Code>? Codes;
    public string? Word;
    public bool? YesNo;
    public PointInTime? Moment;

    /// <summary>The value of the extension named <c>value</c> inside this one, as pronouns have it.</summary>
    public ValueList<Code>? InnerCodes;

    public readonly bool IsAt(string ending) => Url is { } url && url.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The one code that the extension holds, in whichever way.</summary>
    public readonly string? OneCode =>
        Word ?? (Codes is [var code, ..] ? code.Value : InnerCodes is [var inner, ..] ? inner.Value : null);
}

/// <summary>Reads extensions. Only what is known by name is used; all else is passed over.</summary>
internal static class ExtensionReader
{
    /// <summary>Reads one extension of a list; call it inside the loop over the list.</summary>
    public static Extension Read(ref FhirCursor json) => Read(ref json, isInner: false);

    /// <summary>The IANA zone that a list of extensions gives (FHIR extensions <c>timezone</c> and the older <c>tz-code</c>).</summary>
    public static string? ReadTimeZone(ref FhirCursor json)
    {
        string? zone = null;
        for (var extensions = json.EnterList(); json.Next(ref extensions);)
        {
            var extension = Read(ref json);
            if (IsTimeZone(extension))
            {
                zone = extension.Word;
            }
        }

        return zone;
    }

    public static bool IsTimeZone(Extension extension) => extension.IsAt("/timezone") || extension.IsAt("/tz-code");

    private static Extension Read(ref FhirCursor json, bool isInner)
    {
        var extension = default(Extension);
        if (!json.EnterObject())
        {
            return extension;
        }

        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.Url:
                    extension.Url = json.Word();
                    break;
                case Field.ValueCode or Field.ValueString:
                    extension.Word = json.Word();
                    break;
                case Field.ValueBoolean:
                    extension.YesNo = json.YesNo();
                    break;
                case Field.ValueDateTime:
                    extension.Moment = json.Moment();
                    break;
                case Field.ValueCoding:
                    extension.Codes = CodingReader.ReadCodings(ref json);
                    break;
                case Field.ValueCodeableConcept:
                    extension.Codes = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.Extension when !isInner:
                    ReadInner(ref json, ref extension);
                    break;
            }
        }

        return extension;
    }

    private static void ReadInner(ref FhirCursor json, ref Extension outer)
    {
        for (var inners = json.EnterList(); json.Next(ref inners);)
        {
            var inner = Read(ref json, isInner: true);
            if (inner.Url is "value")
            {
                outer.InnerCodes = inner.Codes;
                outer.Word ??= inner.Word;
            }
        }
    }
}
