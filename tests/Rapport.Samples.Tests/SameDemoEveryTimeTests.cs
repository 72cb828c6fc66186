using System.Security.Cryptography;

namespace Rapport.Samples.Tests;

public sealed class SameDemoEveryTimeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rapport-demo-");

    [Fact]
    public void The_same_day_and_seed_give_the_same_bytes()
    {
        Fingerprint("one", Demo.Today, seed: 7).ShouldBe(Fingerprint("two", Demo.Today, seed: 7));
    }

    [Fact]
    public void Another_seed_gives_other_people()
    {
        Fingerprint("one", Demo.Today, seed: 7).ShouldNotBe(Fingerprint("two", Demo.Today, seed: 8));
    }

    [Fact]
    public void Writing_again_into_the_same_folder_replaces_what_was_there()
    {
        Fingerprint("one", Demo.Today, seed: 8);

        Fingerprint("one", Demo.Today, seed: 7).ShouldBe(Fingerprint("two", Demo.Today, seed: 7));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Fingerprint(string name, DateOnly today, int seed)
    {
        var target = Path.Combine(_folder.FullName, name);
        DemoPractice.Write(target, today, seed, DemoPractice.FewestPatients);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(target, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
