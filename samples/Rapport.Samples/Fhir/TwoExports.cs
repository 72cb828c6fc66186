using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rapport.Samples.Fhir;

/// <summary>The export of the evening before and the one of this morning, written side by side.</summary>
internal sealed class TwoExports(string folder) : IDisposable
{
    // Names keep their letters: a reader of the file should see "Núñez", not an escape.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    public ExportFolder Yesterday { get; } = new(Path.Combine(folder, "1-yesterday"));

    public ExportFolder Today { get; } = new(Path.Combine(folder, "2-today"));

    /// <summary>Nothing happened to it overnight.</summary>
    public void InBoth(JsonObject resource)
    {
        var type = Serialize(resource);
        Yesterday.Write(type, _buffer.WrittenSpan);
        Today.Write(type, _buffer.WrittenSpan);
    }

    public void OnlyToday(JsonObject resource) => Today.Write(Serialize(resource), _buffer.WrittenSpan);

    public void Changed(JsonObject before, JsonObject after)
    {
        Yesterday.Write(Serialize(before), _buffer.WrittenSpan);
        OnlyToday(after);
    }

    public void BrokenInBoth(string type, string line)
    {
        Yesterday.WriteBroken(type, line);
        Today.WriteBroken(type, line);
    }

    public void Dispose()
    {
        Yesterday.Dispose();
        Today.Dispose();
    }

    private string Serialize(JsonObject resource)
    {
        _buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_buffer, Readable);
        json.Write(resource);
        json.Flush();
        return (string)resource["resourceType"]!;
    }
}
