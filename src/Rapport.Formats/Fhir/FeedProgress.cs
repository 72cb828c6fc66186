using Rapport.Engine.Intake;

namespace Rapport.Formats.Fhir;

/// <summary>How far the reading of all files is, in bytes on disk.</summary>
internal sealed class FeedProgress(long bytesTotal)
{
    private long _bytesBefore;

    public void Report(FhirSession session, long positionInFile) =>
        session.Items.Add(new FeedItem.Progress(session.File, Math.Min(_bytesBefore + positionInFile, bytesTotal), bytesTotal));

    public FeedItem Finish(FhirSession session, long bytesInFile)
    {
        _bytesBefore += bytesInFile;
        return new FeedItem.Progress(session.File, _bytesBefore, bytesTotal);
    }
}
