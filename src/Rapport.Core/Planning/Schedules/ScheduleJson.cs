using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rapport.Core.Planning.Schedules;

/// <summary>How schedule files are read: strictly, so that a misspelt word in a row is an error and not a silent gap.</summary>
internal static class ScheduleJson
{
    // By reflection and not source-generated: generated readers set every init-only property that a file leaves out to null.
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };
}
