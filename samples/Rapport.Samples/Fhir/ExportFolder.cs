using System.Text;

namespace Rapport.Samples.Fhir;

/// <summary>One bulk export: a folder with one NDJSON file per resource type.</summary>
internal sealed class ExportFolder(string folder) : IDisposable
{
    private readonly Dictionary<string, FileStream> _files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Whole resources per type; lines that are broken on purpose do not count.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    public string Path => folder;

    public void Write(string type, ReadOnlySpan<byte> resource)
    {
        _counts[type] = _counts.GetValueOrDefault(type) + 1;
        WriteLine(type, resource);
    }

    public void WriteBroken(string type, string line) => WriteLine(type, Encoding.UTF8.GetBytes(line));

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }

    private void WriteLine(string type, ReadOnlySpan<byte> line)
    {
        if (!_files.TryGetValue(type, out var file))
        {
            Directory.CreateDirectory(folder);
            file = new FileStream(System.IO.Path.Combine(folder, $"{type}.ndjson"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
            _files.Add(type, file);
        }

        file.Write(line);
        file.WriteByte((byte)'\n');
    }
}
