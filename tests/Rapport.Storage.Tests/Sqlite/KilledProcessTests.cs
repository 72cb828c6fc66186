using System.Diagnostics;
using System.Runtime.CompilerServices;
using Rapport.Core.Planning;
using Rapport.Storage.Sqlite;
using Rapport.Storage.Tests.Contract;

namespace Rapport.Storage.Tests.Sqlite;

/// <summary>A process that is killed with no time to tidy up: this test program starts itself again and kills that copy.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private const string FileVariable = "RAPPORT_TEST_KILLED_FILE";
    private const string WhenVariable = "RAPPORT_TEST_KILLED_WHEN";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly DateTimeOffset Ten = A.Monday.AddHours(1);

    private readonly SqliteFolder _folder = new();

    [Fact]
    public void Killed_while_the_gate_decides_nothing_was_claimed()
    {
        Prepare();

        RunAndKill("deciding");

        using var stores = _folder.Open();
        stores.Touch(A.Touch()).Touch.Status.ShouldBe(TouchStatus.Approved);
        stores.Outbox.Claim(Ten, 10, Lease, A.SendAll).Count.ShouldBe(1);
    }

    [Fact]
    public void Killed_after_the_claim_the_message_is_sent_by_another_once_the_lease_is_over()
    {
        Prepare();

        RunAndKill("claimed");

        using var stores = _folder.Open();
        stores.Touch(A.Touch()).Touch.Status.ShouldBe(TouchStatus.Claimed);
        stores.Outbox.Claim(Ten, 10, Lease, A.SendAll).ShouldBeEmpty();
        stores.Outbox.Claim(Ten + Lease, 10, Lease, A.SendAll).ShouldHaveSingleItem().Message!.Body.ShouldBe("About ana/visit-1.");
    }

    public void Dispose() => _folder.Dispose();

    private void Prepare()
    {
        using var stores = _folder.Open();
        stores.Records.Write([A.Patient(), A.Appointment()], A.Monday);
        stores.HasApproved(A.Touch());
    }

    private void RunAndKill(string when)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledProcessTests).Assembly.Location);
        }

        start.Environment[FileVariable] = _folder.File;
        start.Environment[WhenVariable] = when;
        using var process = Process.Start(start)!;
        process.WaitForExit(TimeSpan.FromSeconds(60)).ShouldBeTrue();
        process.ExitCode.ShouldNotBe(0);
        process.StandardOutput.ReadToEnd().ShouldBeEmpty("the copy must not get as far as running tests");
    }

    // Runs before anything else in the copy, and never returns there.
    [ModuleInitializer]
    internal static void BeTheKilledProcess()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { } file)
        {
            return;
        }

        using var database = SqliteDatabase.Open(new SqliteOptions(file, "maple", SqliteFolder.Key));
        database.Outbox.Claim(Ten, 10, Lease, due =>
        {
            if (Environment.GetEnvironmentVariable(WhenVariable) is "deciding")
            {
                Die();
            }

            return A.SendAll(due);
        });
        Die();
    }

    // Killing oneself is a signal that arrives a little later.
    private static void Die()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }
}
