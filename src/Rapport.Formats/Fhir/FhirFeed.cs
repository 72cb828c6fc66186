using Rapport.Engine.Intake;
using Rapport.Formats.Fhir.Files;
using Rapport.Formats.Fhir.Resources;

namespace Rapport.Formats.Fhir;

/// <summary>FHIR R4 as it comes out of record systems: a bulk export, a bundle, or a folder of either.</summary>
/// <remarks>
/// NDJSON (<c>.ndjson</c>, <c>.jsonl</c>), bundles and single resources (<c>.json</c>), all of them also as <c>.gz</c>, and <c>notes.csv</c>.
/// A feed is read in one order whatever the disk says: organisations, places, staff and patients before all that refers to them.
/// </remarks>
/// <param name="path">A folder, which is read with all folders in it, or one file.</param>
/// <param name="today">The practice's date: a birth date after it is not believed.</param>
public sealed class FhirFeed(string path, DateOnly today) : IFeed
{
    /// <summary>The types of resource of which records are made; all others are counted.</summary>
    public static IEnumerable<string> KeptResourceTypes => KeptTypes.Names;

    public IEnumerable<FeedItem> Read(CancellationToken ct)
    {
        var session = new FhirSession(today) { File = Path.GetFileName(path) };
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            yield return session.Trouble(0, "is not there: no such file or folder");
            yield break;
        }

        var files = FeedFolder.List(path);
        session.Progress = new FeedProgress(files.Sum(file => file.Bytes));
        foreach (var file in files)
        {
            session.BeginFile(file.Name);
            foreach (var stretch in ReadFile(file, session, ct))
            {
                for (var i = 0; i < stretch.Count; i++)
                {
                    yield return stretch[i];
                }

                stretch.Clear();
            }

            yield return session.Progress.Finish(session, file.Bytes);
        }
    }

    /// <summary>Reads one resource, or one bundle, that is already in memory.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="name">What issues shall call it.</param>
    /// <param name="today">The practice's date.</param>
    public static IReadOnlyList<FeedItem> ReadDocument(byte[] json, string name, DateOnly today)
    {
        var session = new FhirSession(today) { File = name };
        return [.. Flat(DocumentFile.Read(() => FeedBytes.Over(new MemoryStream(json, writable: false)), session, CancellationToken.None))];
    }

    /// <summary>Reads NDJSON from a stream, and closes it.</summary>
    public static IEnumerable<FeedItem> ReadLines(Stream ndjson, string name, DateOnly today, CancellationToken ct = default)
    {
        var session = new FhirSession(today) { File = name };
        return Flat(ReadOnce(FeedBytes.Over(ndjson), FeedFileKind.Lines, session, ct));
    }

    private static IEnumerable<FeedItem> Flat(IEnumerable<List<FeedItem>> stretches)
    {
        foreach (var stretch in stretches)
        {
            for (var i = 0; i < stretch.Count; i++)
            {
                yield return stretch[i];
            }

            stretch.Clear();
        }
    }

    private static IEnumerable<List<FeedItem>> ReadFile(FeedFile file, FhirSession session, CancellationToken ct)
    {
        if (file.Kind is FeedFileKind.Unknown)
        {
            return [[session.Trouble(0, "is a kind of file that is not read here; passed over")]];
        }

        if (!CanOpen(file))
        {
            return [[session.Trouble(0, "cannot be opened; is it locked, or ours to read?")]];
        }

        return file.Kind is FeedFileKind.Document
            ? DocumentFile.Read(() => FeedBytes.Open(file.Path), session, ct)
            : ReadOnce(FeedBytes.Open(file.Path), file.Kind, session, ct);
    }

    private static IEnumerable<List<FeedItem>> ReadOnce(FeedBytes bytes, FeedFileKind kind, FhirSession session, CancellationToken ct)
    {
        using (bytes)
        {
            var stretches = kind is FeedFileKind.Notes ? NotesFile.Read(bytes, session, ct) : LinesFile.Read(bytes, session, ct);
            foreach (var stretch in stretches)
            {
                yield return stretch;
            }
        }
    }

    private static bool CanOpen(FeedFile file)
    {
        try
        {
            FeedBytes.Open(file.Path).Dispose();
            return true;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
