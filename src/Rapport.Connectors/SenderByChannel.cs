using Rapport.Core.Primitives;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors;

/// <summary>Gives each message to the carrier of its channel; a channel without one goes to the outbox folder.</summary>
public sealed class SenderByChannel(IReadOnlyDictionary<Channel, ISender> carriers, ISender outbox) : ISender
{
    public async Task<IReadOnlyList<SendResult>> SendAsync(IReadOnlyList<Outgoing> batch, CancellationToken ct)
    {
        var results = new SendResult[batch.Count];
        foreach (var group in Enumerable.Range(0, batch.Count).GroupBy(i => batch[i].Channel))
        {
            int[] places = [.. group];
            var carrier = carriers.GetValueOrDefault(group.Key, outbox);
            var answers = await carrier.SendAsync([.. places.Select(i => batch[i])], ct);
            for (var i = 0; i < places.Length; i++)
            {
                results[places[i]] = answers[i];
            }
        }

        return results;
    }
}
