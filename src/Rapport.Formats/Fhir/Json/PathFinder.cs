using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Rapport.Formats.Fhir.Json;

/// <summary>Says where in a resource a position is: <c>name[0].given[1]</c>.</summary>
/// <remarks>Only asked when something is wrong, so the readers need not keep track of where they are.</remarks>
internal static class PathFinder
{
    // A path is read by people; a hostile file may nest without end.
    private const int LongestPath = 200;

    public static string At(string root, ReadOnlySpan<byte> json, long position)
    {
        var steps = new List<Step>();
        try
        {
            var reader = new Utf8JsonReader(json, FhirCursor.Options);
            while (reader.Read() && reader.TokenStartIndex <= position)
            {
                Follow(ref reader, steps, position);
            }
        }
        catch (JsonException)
        {
            // What stands before the break is the path as far as it goes.
        }

        return Written(root, steps);
    }

    private static void Follow(ref Utf8JsonReader reader, List<Step> steps, long position)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps[^1].Name = reader.HasValueSequence || reader.ValueIsEscaped ? "?" : Printable(reader.ValueSpan);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Count(steps);
                if (reader.TokenStartIndex < position)
                {
                    steps.Add(new Step { IsArray = reader.TokenType is JsonTokenType.StartArray });
                }

                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray when steps.Count > 0:
                steps.RemoveAt(steps.Count - 1);
                break;
            default:
                Count(steps);
                break;
        }
    }

    private static void Count(List<Step> steps)
    {
        if (steps is [.., { IsArray: true } list])
        {
            list.Index++;
        }
    }

    private static string Written(string root, List<Step> steps)
    {
        var path = new StringBuilder(root);
        foreach (var step in steps)
        {
            if (path.Length > LongestPath)
            {
                return path.Append('…').ToString();
            }

            if (step.IsArray)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{Math.Max(step.Index, 0)}]");
            }
            else if (step.Name is { } name)
            {
                path.Append('.').Append(name);
            }
        }

        return path.ToString();
    }

    // An unknown name could hold anything, even patient data; FHIR's own are letters only.
    private static string Printable(ReadOnlySpan<byte> name) =>
        name.Length <= 40 && !name.ContainsAnyExcept(s_letters) ? Encoding.ASCII.GetString(name) : "?";

    private static readonly System.Buffers.SearchValues<byte> s_letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"u8);

    private sealed class Step
    {
        public bool IsArray { get; init; }

        public int Index { get; set; } = -1;

        public string? Name { get; set; }
    }
}
