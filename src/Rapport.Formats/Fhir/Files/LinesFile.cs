using Rapport.Core.Intake;
using Rapport.Engine.Intake;
using Rapport.Formats.Fhir.Resources;

namespace Rapport.Formats.Fhir.Files;

/// <summary>Reads NDJSON: one resource a line, as bulk exports come.</summary>
internal static class LinesFile
{
    /// <summary>Hands over one stretch of the file after another: the session's list, to be emptied by whoever takes it.</summary>
    public static IEnumerable<List<FeedItem>> Read(FeedBytes bytes, FhirSession session, CancellationToken ct)
    {
        using var lines = new LineReader(bytes);
        while (lines.Fill())
        {
            ct.ThrowIfCancellationRequested();
            ReadStretch(lines, session);
            session.Progress?.Report(session, bytes.PositionOnDisk);
            yield return session.Items;
        }

        NoteTroubleAtEnd(bytes, lines, session);
        yield return session.Items;
    }

    private static void ReadStretch(LineReader lines, FhirSession session)
    {
        while (lines.Next(out var line) is var found and not LineFound.None)
        {
            session.Line = lines.Line;
            if (found is LineFound.TooLong)
            {
                session.Note("", FeedLimits.TooLarge, IntakeLoss.Whole);
            }
            else
            {
                ResourceReader.Read(line, session);
            }
        }
    }

    private static void NoteTroubleAtEnd(FeedBytes bytes, LineReader lines, FhirSession session)
    {
        session.Line = Math.Max(lines.Line, 1);
        if (lines.IsUtf16)
        {
            session.Note("", FeedLimits.NotUtf8, IntakeLoss.Whole);
        }

        if (bytes.IsBroken)
        {
            session.Note("", FeedLimits.CutOff, IntakeLoss.Whole);
        }
    }
}
