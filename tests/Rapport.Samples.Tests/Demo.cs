[assembly: AssemblyFixture(typeof(Rapport.Samples.Tests.Demo))]

namespace Rapport.Samples.Tests;

/// <summary>The demo of one Tuesday, written once for all tests.</summary>
public sealed class Demo : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rapport-demo-");

    public Demo()
    {
        Summary = DemoPractice.Write(_folder.FullName, Today);
        Yesterday = new Export(Summary.YesterdayFolder);
        Morning = new Export(Summary.TodayFolder);
    }

    public static DateOnly Today { get; } = new(2026, 11, 24);

    public DemoSummary Summary { get; }

    internal Export Yesterday { get; }

    /// <summary>The export of this morning.</summary>
    internal Export Morning { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
