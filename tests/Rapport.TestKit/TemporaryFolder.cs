namespace Rapport.TestKit;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("rapport-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
