using System.Buffers;
using Rapport.Core.Intake;
using Rapport.Engine.Intake;
using Rapport.Formats.Fhir.Resources;

namespace Rapport.Formats.Fhir.Files;

/// <summary>Reads a file that holds one bundle or one resource.</summary>
internal static class DocumentFile
{
    private const int EntriesAtOnce = 100;

    /// <summary>Hands over some entries after others: the session's list, to be emptied by whoever takes it.</summary>
    public static IEnumerable<List<FeedItem>> Read(Func<FeedBytes> open, FhirSession session, CancellationToken ct)
    {
        session.Line = 1;
        using var bundle = new BundleReader(open, session, countsEntries: true);
        if (bundle.IsOneResource)
        {
            session.Items.Clear();   // what the scan for entries had to say is said again, and better, by the resource's reader
            ReadOne(open, session);
        }

        var isMore = true;
        while (isMore)
        {
            ct.ThrowIfCancellationRequested();
            isMore = ReadSome(bundle);
            session.Progress?.Report(session, bundle.PositionOnDisk);
            yield return session.Items;
        }
    }

    private static bool ReadSome(BundleReader bundle)
    {
        for (var i = 0; i < EntriesAtOnce; i++)
        {
            if (!bundle.ReadNext())
            {
                return false;
            }
        }

        return true;
    }

    private static void ReadOne(Func<FeedBytes> open, FhirSession session)
    {
        using var bytes = open();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var filled = bytes.Fill(buffer);
        while (filled == buffer.Length && filled < FeedLimits.LargestResource)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
            filled += bytes.Fill(buffer.AsSpan(filled));
        }

        if (filled == buffer.Length)
        {
            session.Note("", FeedLimits.TooLarge, IntakeLoss.Whole);
        }
        else if (bytes.IsBroken)
        {
            session.Note("", FeedLimits.CutOff, IntakeLoss.Whole);
        }
        else
        {
            var text = buffer.AsSpan(0, filled);
            ResourceReader.Read(text[TextStart.MarkOf(text)..], session);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
