using Xunit;

namespace Rapport.TestKit;

/// <summary>Test data by others, kept beside the repository in <c>../shared/data</c> and never copied into it.</summary>
public static class SharedData
{
    /// <summary>
    /// The folder of one data set. Where it is absent the test is skipped and says why; under <c>CI=true</c> it fails, so that
    /// a green run always means that the data was really read.
    /// </summary>
    public static string Require(string set)
    {
        var folder = Path.Combine(Root, set);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var reason = $"The data set '{set}' is not in ../shared/data, so this cannot be tested here.";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
        return folder;
    }

    private static string Root => Path.Combine(Path.GetDirectoryName(RepositoryRoot) ?? RepositoryRoot, "shared", "data");

    /// <summary>The folder that holds <c>Rapport.slnx</c>.</summary>
    public static string RepositoryRoot
    {
        get
        {
            for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "Rapport.slnx")))
                {
                    return folder;
                }
            }

            throw new DirectoryNotFoundException("Tests must run from inside the repository: no Rapport.slnx above them.");
        }
    }
}
