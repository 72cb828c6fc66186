using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace Rapport.TestKit;

/// <summary>Programs that some tests need and <c>eng/setup.sh</c> installs.</summary>
public static class Machine
{
    /// <summary>The program's path. Where it is missing the test is skipped and says why; under <c>CI=true</c> it fails.</summary>
    public static string Require(string program)
    {
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (places.Append("/usr/sbin").Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists) is { } path)
        {
            return path;
        }

        var reason = $"This machine has no {program}; eng/setup.sh installs it.";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
        return "";
    }

    /// <summary>Runs a program to its end and returns what it printed; anything but success is a failure of the test.</summary>
    public static async Task<string> RunAsync(string path, IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(path, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(ct);
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode is 0, await errors);
        return output;
    }

    /// <summary>The folder of the calling test's source, where its scripts lie.</summary>
    public static string Beside(string file, [CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(OnDisk(caller))!, file);

    // A build for CI writes source paths as /_/…, so that it gives the same bytes everywhere.
    private static string OnDisk(string caller) =>
        caller.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(SharedData.RepositoryRoot, caller[3..]) : caller;
}
