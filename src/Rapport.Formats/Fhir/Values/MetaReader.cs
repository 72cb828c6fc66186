using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Values;

/// <summary>Reads when a resource last changed, and whether its profile says "not done".</summary>
internal static class MetaReader
{
    public static void Read(ref FhirCursor json)
    {
        var last = json.Session.Metas.Last(json.Type);
        if (json.PassIfSame(last.Json))
        {
            json.Head.IsOfNotDoneProfile = last.IsOfNotDoneProfile;
            return;
        }

        var (start, issues) = ((int)json.Position, json.Session.Items.Count);
        ReadNew(ref json);
        if (json.Head.UpdatedAt is null && json.Session.Items.Count == issues)
        {
            json.Session.Metas.Keep(json.Type, json.Json[start..(int)json.BytesRead], json.Head.IsOfNotDoneProfile);
        }
    }

    private static void ReadNew(ref FhirCursor json)
    {
        if (!json.EnterObject())
        {
            return;
        }

        while (json.NextField())
        {
            switch (json.Field)
            {
                case Field.LastUpdated:
                    json.Head.UpdatedAt = json.Instant();
                    break;
                case Field.Profile:
                    ReadProfiles(ref json);
                    break;
            }
        }
    }

    private static void ReadProfiles(ref FhirCursor json)
    {
        for (var profiles = json.EnterList(); json.Next(ref profiles);)
        {
            if (json.Word() is { } profile && json.Session.IsNotDoneProfile(profile))
            {
                json.Head.IsOfNotDoneProfile = true;
            }
        }
    }
}
