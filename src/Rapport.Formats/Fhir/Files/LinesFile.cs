using Rapport.Core.Intake;
using Rapport.Engine.Intake;
using Rapport.Formats.Fhir.Resources;

namespace Rapport.Formats.Fhir.Files;

/// <summary>Reads NDJSON: one resource a line, as bulk exports come.</summary>
internal static class LinesFile
{
    public static IEnumerable<FeedItem> Read(FeedBytes bytes, FhirSession session, CancellationToken ct)
    {
        using var lines = new LineReader(bytes);
        while (lines.Fill())
        {
            ct.ThrowIfCancellationRequested();
            ReadStretch(lines, session);
            session.Progress?.Report(session, bytes.PositionOnDisk);
            for (var i = 0; i < session.Items.Count; i++)
            {
                yield return session.Items[i];
            }

            session.Items.Clear();
        }

        foreach (var trouble in TroubleAtEnd(bytes, lines, session))
        {
            yield return trouble;
        }
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

    private static IEnumerable<FeedItem> TroubleAtEnd(FeedBytes bytes, LineReader lines, FhirSession session)
    {
        if (lines.IsUtf16)
        {
            yield return session.Trouble(1, FeedLimits.NotUtf8);
        }

        if (bytes.IsBroken)
        {
            yield return session.Trouble(lines.Line, FeedLimits.CutOff);
        }
    }
}
