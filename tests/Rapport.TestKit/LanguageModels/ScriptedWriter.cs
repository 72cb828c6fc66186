using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rapport.TestKit.LanguageModels;

/// <summary>Answers a brief for templates the way a good model would, from a script: the same brief always gets the same words.</summary>
public static class ScriptedWriter
{
    /// <summary>The answer to the JSON of a <c>WritingBrief</c>.</summary>
    public static string Answer(string brief)
    {
        var asked = JsonNode.Parse(brief)!;
        var variants = new JsonArray();
        var avoided = asked["avoidOpenings"]!.AsArray().Select(o => (string)o!).ToHashSet(StringComparer.Ordinal);
        var count = (int)asked["variants"]!;
        for (var i = 0; variants.Count < count && i < 64; i++)
        {
            var (subject, body) = Write(asked, i);
            if (!avoided.Any(a => body.StartsWith(a, StringComparison.Ordinal)))
            {
                variants.Add(new JsonObject { ["subject"] = subject, ["body"] = body });
            }
        }

        return new JsonObject { ["variants"] = variants }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static (string? Subject, string Body) Write(JsonNode asked, int i)
    {
        var isSpanish = ((string)asked["language"]!).StartsWith("Spanish", StringComparison.Ordinal);
        var channel = (string)asked["channel"]!;
        var fields = asked["fields"]!.AsArray().Select(f => (string)f!["name"]!).ToHashSet(StringComparer.Ordinal);
        var script = isSpanish ? WriterScript.Spanish : WriterScript.English;
        var about = fields.Contains("patients") ? script.AboutSeveral : fields.Contains("patient") ? script.AboutOther : fields.Contains("visits") ? script.AboutHousehold : script.AboutSelf;
        var key = $"{asked["program"]}.{asked["step"]}";
        var lines = script.Lines.GetValueOrDefault($"{key}.household") is { } several && fields.Contains("visits") ? several : script.Lines.GetValueOrDefault(key) ?? script.Lines[(string)asked["program"]!];
        var whats = fields.Contains("service.label") ? about.Service : about.Visit;
        // Another opening and another line each time, so that no two variants share both.
        var opening = script.Openings[(i + (i / 4)) % script.Openings.Length];
        var line = lines[i % lines.Length].Replace("{0}", whats, StringComparison.Ordinal).Replace("{1}", about.Who, StringComparison.Ordinal);
        var closing = script.Closings[(i + 1) % script.Closings.Length];
        return channel is "sms"
            ? (null, $"{opening} {line}")
            : (channel is "email" ? script.Subjects[i % script.Subjects.Length] : null, $"{script.Greetings[i % script.Greetings.Length]}\n\n{line}\n\n{closing}\n\n{{practice}}");
    }
}
