namespace Rapport.TestKit;

/// <summary>Reports that tests write for people: into <c>docs/reports</c> when asked to, so that a plain run changes nothing.</summary>
public static class Reports
{
    public static void Write(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("RAPPORT_WRITE_REPORTS") is "1")
        {
            var folder = Directory.CreateDirectory(Path.Combine(SharedData.RepositoryRoot, "docs", "reports"));
            File.WriteAllText(Path.Combine(folder.FullName, name), text.ReplaceLineEndings("\n").TrimEnd() + "\n");
        }
    }
}
