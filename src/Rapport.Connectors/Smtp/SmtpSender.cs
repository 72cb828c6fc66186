using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Smtp;

/// <summary>Hands e-mail to the practice's mail server.</summary>
/// <remarks>
/// RFC 5321 with PIPELINING, 8BITMIME, SMTPUTF8, SIZE, STARTTLS, AUTH and enhanced status codes. One connection per batch,
/// one recipient per transaction; several batches may be sent at once. A 4xx answer is for now, a 5xx for good; a
/// connection lost after the content went out is <see cref="SendResult.Unknown"/>, since the server may have it.
/// </remarks>
public sealed class SmtpSender(SmtpOptions options, TimeProvider time) : ISender
{
    // A server that drops every connection would otherwise leave a whole batch in doubt.
    private const int MaxFruitlessConnections = 2;

    public async Task<IReadOnlyList<SendResult>> SendAsync(IReadOnlyList<Outgoing> batch, CancellationToken ct)
    {
        var run = new SmtpRun(options, time, batch);
        var fruitless = 0;
        while (!run.IsDone && !ct.IsCancellationRequested)
        {
            if (fruitless == MaxFruitlessConnections)
            {
                return run.Results("The server keeps closing the connection.");
            }

            try
            {
                await using var session = await OpenAsync(ct);
                fruitless = await run.DeliverAsync(session, ct) ? 0 : fruitless + 1;
            }
            catch (SmtpConnectionException unreachable)
            {
                return run.Results(unreachable.Message);
            }
        }

        return run.Results("Not sent: the program was asked to stop.");
    }

    /// <summary>Connects, encrypts, signs in and leaves: what <c>rapport doctor</c> asks. Null when all is well, else the reason.</summary>
    public async Task<string?> CheckAsync(CancellationToken ct)
    {
        try
        {
            await using var session = await OpenAsync(ct);
            await session.QuitAsync();
            return null;
        }
        catch (SmtpConnectionException problem)
        {
            return problem.Message;
        }
    }

    private async Task<SmtpSession> OpenAsync(CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        return await SmtpSession.OpenAsync(options, time, either.Token);
    }
}
