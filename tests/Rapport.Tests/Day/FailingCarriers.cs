using Rapport.Engine.Delivery;

namespace Rapport.Tests.Day;

/// <summary>The process dies after a message has left and before anybody could note it.</summary>
internal sealed class DiesAfterSending(ISender sender) : ISender
{
    public async Task<IReadOnlyList<SendResult>> SendAsync(IReadOnlyList<Outgoing> batch, CancellationToken ct)
    {
        await sender.SendAsync(batch, ct);
        throw new ProcessDied();
    }
}

/// <summary>Every message is refused for good.</summary>
internal sealed class RefusesEverything : ISender
{
    public Task<IReadOnlyList<SendResult>> SendAsync(IReadOnlyList<Outgoing> batch, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SendResult>>([.. batch.Select(_ => new SendResult.Refused("Blocked by the carrier.", null, IsPermanent: true))]);
}

internal sealed class ProcessDied : Exception;
