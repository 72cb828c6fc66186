using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Rapport.House.Tests;

/// <summary>The core decides and does nothing else: no file, no network, no clock, no task, no environment (ADR 0002).</summary>
public sealed class PurityTests
{
    private static readonly string[] Forbidden =
    [
        "System.Console", "System.Random", "System.TimeProvider", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.Threading.Thread", "System.Threading.Timer", "System.Threading.Tasks.Task", "System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1",
    ];

    [Fact]
    public void The_core_uses_nothing_that_acts_on_the_world() => Impurities(typeof(Core.Stage).Assembly).ShouldBeEmpty();

    [Fact]
    public void The_core_rests_on_the_base_library_alone() =>
        typeof(Core.Stage).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(a => !a.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void An_assembly_that_reads_files_is_found() => Impurities(typeof(PurityTests).Assembly).ShouldContain("System.IO.File");

    private static IReadOnlyList<string> Impurities(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences
            .Select(handle => metadata.GetTypeReference(handle))
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .Where(name => Forbidden.Contains(name) || name.StartsWith("System.Net.Sockets", StringComparison.Ordinal) || name.StartsWith("System.Net.Http", StringComparison.Ordinal));

        // Iterators ask for the thread that they run on; that much of the environment the compiler writes itself.
        var environment = metadata.MemberReferences
            .Select(handle => metadata.GetMemberReference(handle))
            .Where(member => member.Parent.Kind is HandleKind.TypeReference && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) is "Environment")
            .Select(member => $"System.Environment.{metadata.GetString(member.Name)}")
            .Where(name => name is not "System.Environment.get_CurrentManagedThreadId");
        return [.. types.Concat(environment)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }
}
