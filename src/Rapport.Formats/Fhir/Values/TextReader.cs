using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>Reads lists of text, such as given names and address lines.</summary>
internal static class TextReader
{
    public static ValueList<string> ReadAll(ref FhirCursor json)
    {
        var all = default(ListDraft<string>);
        for (var items = json.EnterList(); json.Next(ref items);)
        {
            if (json.Text() is { } text)
            {
                all.Add(text);
            }
        }

        return all.ToValueList();
    }

    /// <summary>The texts of a list in one, such as <c>Prof. Dr.</c></summary>
    public static string? ReadJoined(ref FhirCursor json) => ReadAll(ref json) switch
    {
        [] => null,
        [var only] => only,
        var several => string.Join(' ', several),
    };
}
