using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapport.Engine.Composing;

namespace Rapport.Formats.Drafts;

/// <summary>Writes a judgement as one line of JSON: <c>{"id","verdict","violations","why"}</c>.</summary>
internal static class DraftVerdictWriter
{
    public static string Write(JudgedDraft judged) =>
        JsonSerializer.Serialize(new VerdictLine(judged.Id, judged.IsFit ? "ok" : "reject", [.. judged.Violations], judged.Why), VerdictJson.Lines.VerdictLine);
}

internal sealed record VerdictLine(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("verdict")] string Verdict,
    [property: JsonPropertyName("violations")] string[] Violations,
    [property: JsonPropertyName("why")] string Why);

[JsonSerializable(typeof(VerdictLine))]
internal sealed partial class VerdictJson : JsonSerializerContext
{
    /// <summary>Letters stay readable: the lines go to a file or terminal, never into a page.</summary>
    public static VerdictJson Lines { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
