using System.Text;
using Rapport.Formats.Fhir.Resources;

namespace Rapport.Formats.Fhir.Files;

/// <summary>How a file of a feed is read.</summary>
internal enum FeedFileKind
{
    /// <summary>One resource a line.</summary>
    Lines,

    /// <summary>One bundle or one resource.</summary>
    Document,

    /// <summary>The practice's notes about its patients.</summary>
    Notes,

    /// <summary>Not for us.</summary>
    Unknown,
}

/// <summary>One file of a feed.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its name within the feed, by which issues call it.</param>
/// <param name="Bytes">Its size on disk.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Rank">Its place in the order of reading.</param>
internal sealed record FeedFile(string Path, string Name, long Bytes, FeedFileKind Kind, int Rank);

/// <summary>Finds the files of a feed, in the same order every time: what others refer to comes first.</summary>
internal static class FeedFolder
{
    // A bundle shows its first resource within its first lines.
    private const int PeekSize = 16 * 1024;

    public static List<FeedFile> List(string path)
    {
        if (File.Exists(path))
        {
            return [Describe(path, System.IO.Path.GetFileName(path))];
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return [.. Directory.EnumerateFiles(path, "*", options)
            .Select(file => Describe(file, System.IO.Path.GetRelativePath(path, file).Replace('\\', '/')))
            .OrderBy(file => file.Rank)
            .ThenBy(file => file.Name, StringComparer.Ordinal)];
    }

    private static FeedFile Describe(string path, string name)
    {
        var kind = KindOf(name);
        var rank = kind switch
        {
            FeedFileKind.Lines or FeedFileKind.Document => KeptTypes.RankOf(TypeInName(name) ?? TypeInside(path)),
            _ => int.MaxValue,
        };

        return new FeedFile(path, name, new FileInfo(path).Length, kind, rank);
    }

    private static FeedFileKind KindOf(string name)
    {
        var bare = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        if (System.IO.Path.GetFileName(bare).Equals("notes.csv", StringComparison.OrdinalIgnoreCase))
        {
            return FeedFileKind.Notes;
        }

        return System.IO.Path.GetExtension(bare).ToLowerInvariant() switch
        {
            ".ndjson" or ".jsonl" => FeedFileKind.Lines,
            ".json" => FeedFileKind.Document,
            _ => FeedFileKind.Unknown,
        };
    }

    // Bulk exports name their files by type: Patient.000.ndjson.
    private static string? TypeInName(string name)
    {
        var file = System.IO.Path.GetFileName(name);
        var end = file.AsSpan().IndexOfAnyExcept(s_letters);
        var word = end < 0 ? file : file[..end];
        return word is "Medication" || KeptTypes.Find(word) is not null ? word : null;
    }

    private static string? TypeInside(string path)
    {
        try
        {
            using var bytes = FeedBytes.Open(path);
            var buffer = new byte[PeekSize];
            return FirstType(Encoding.UTF8.GetString(buffer.AsSpan(0, bytes.Fill(buffer))));
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return null;   // reading it will say why
        }
    }

    // The type of the first resource that is not itself a bundle. A guess here would only change the order.
    private static string? FirstType(string text)
    {
        const string Key = "\"resourceType\"";
        for (var at = text.IndexOf(Key, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Key, at + 1, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + Key.Length).TrimStart(" \t\r\n:\"");
            var end = rest.IndexOf('"');
            if (end > 0 && rest[..end].ToString() is var type && !BundleReader.IsEnvelope(type))
            {
                return type;
            }
        }

        return null;
    }

    private static readonly System.Buffers.SearchValues<char> s_letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
