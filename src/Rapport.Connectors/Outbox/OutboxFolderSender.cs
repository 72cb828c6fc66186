using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Outbox;

/// <summary>Writes messages into a folder instead of sending them: what a fresh installation does.</summary>
/// <remarks>
/// A file appears whole or not at all, under a name that follows from the message alone. Killed at any instant and run
/// again, the folder holds each message once. Call <see cref="WriteIndexAsync"/> when a run is over.
/// </remarks>
public sealed class OutboxFolderSender(string folder) : ISender
{
    // Each file waits for the disk; side by side, several share one wait.
    private static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = 8 };

    public async Task<IReadOnlyList<SendResult>> SendAsync(IReadOnlyList<Outgoing> batch, CancellationToken ct)
    {
        var results = new SendResult[batch.Count];
        await Parallel.ForAsync(0, batch.Count, SideBySide, async (i, _) => results[i] = ct.IsCancellationRequested
            ? new SendResult.Refused("Not sent: the program was asked to stop.", null, IsPermanent: false)
            : await SendAsync(batch[i]));
        return results;
    }

    /// <summary>Writes <c>index.html</c>, a page that lists all messages now in the folder, and returns its path.</summary>
    public async Task<string> WriteIndexAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "index.html");
        await ReplaceAsync(path, stream => OutboxPage.WriteAsync(folder, stream, ct));
        return path;
    }

    private async Task<SendResult> SendAsync(Outgoing message)
    {
        var (file, refused) = OutboxFile.For(message);
        if (file is null)
        {
            return refused!;
        }

        try
        {
            var path = Path.Combine(folder, file.RelativePath);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await ReplaceAsync(path, stream => stream.WriteAsync(file.Content).AsTask());
            return new SendResult.Accepted(file.RelativePath);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new SendResult.Refused($"The outbox folder cannot be written: {fault.Message}", null, IsPermanent: false);
        }
    }

    // Written beside, brought to the disk, then renamed over: a reader sees the old file or the new one, never half of one.
    private static async Task ReplaceAsync(string path, Func<Stream, Task> write)
    {
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.tmp");
        await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 16 * 1024))
        {
            await write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
