using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>Reads <c>communication</c>: the languages a person speaks, the preferred one first.</summary>
internal static class LanguageReader
{
    public static ValueList<string> ReadAll(ref FhirCursor json)
    {
        var languages = default(ListDraft<string>);
        for (var items = json.EnterList(); json.Next(ref items);)
        {
            var (language, isPreferred) = Read(ref json);
            if (language is null)
            {
                continue;
            }

            if (isPreferred)
            {
                languages.AddFirst(language);
            }
            else
            {
                languages.Add(language);
            }
        }

        return languages.ToValueList();
    }

    private static (string? Language, bool IsPreferred) Read(ref FhirCursor json)
    {
        string? language = null;
        var isPreferred = false;
        if (!json.EnterObject())
        {
            return (null, false);
        }

        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.Language:
                    language = CodingReader.ReadFirstCode(ref json);
                    break;
                case Field.Preferred:
                    isPreferred = json.YesNo() ?? false;
                    break;
            }
        }

        return (language, isPreferred);
    }
}
