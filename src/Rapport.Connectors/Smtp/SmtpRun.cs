using Rapport.Connectors.Email;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Smtp;

/// <summary>Delivers a batch over one session after another, one message in flight at any time.</summary>
/// <remarks>
/// Where the server allows it (RFC 2920), the next message's MAIL, RCPT and DATA travel behind the last dot of the current
/// one: a message then costs one round trip. Its content waits, so a crash leaves the fate of one message open, not two.
/// </remarks>
internal sealed class SmtpRun(SmtpOptions options, TimeProvider time, IReadOnlyList<Outgoing> batch)
{
    private readonly SendResult?[] _results = new SendResult?[batch.Count];

    public bool IsDone => FirstOpen < 0;

    /// <summary>Sends until the batch is done, cancelled, or the connection is lost. True when the server answered for a message.</summary>
    public async Task<bool> DeliverAsync(SmtpSession session, CancellationToken ct)
    {
        var before = Answered;
        var current = Prepare(FirstOpen, session, ct);
        try
        {
            await OfferAsync(current, session);
            while (current is not null)
            {
                current = await DeliverOneAsync(current, session, ct);
            }

            await session.QuitAsync();
        }
        catch (SmtpConnectionException)
        {
            // What was in flight is noted as unknown; what was not is still to be sent, on another connection.
        }

        return Answered > before;
    }

    /// <summary>The results, with one reason for all that were not sent.</summary>
    public IReadOnlyList<SendResult> Results(string reasonForTheRest) =>
        [.. _results.Select(result => result ?? new SendResult.Refused(reasonForTheRest, null, IsPermanent: false))];

    private int FirstOpen => Array.IndexOf(_results, null);

    private int Answered => _results.Count(result => result is SendResult.Accepted or SendResult.Refused);

    private async Task<SmtpLetter?> DeliverOneAsync(SmtpLetter letter, SmtpSession session, CancellationToken ct)
    {
        using var timeout = Timeout();
        var refused = await ReadOfferAsync(letter, session, timeout.Token);
        var next = Prepare(letter.Index + 1, session, ct);
        if (refused is null)
        {
            await HandOverAsync(letter, next, session, timeout.Token);
        }
        else
        {
            Settle(letter, refused);
            await session.Wire.AskAsync("RSET", timeout.Token);
            await OfferAsync(next, session);
        }

        return next;
    }

    private async Task HandOverAsync(SmtpLetter letter, SmtpLetter? next, SmtpSession session, CancellationToken ct)
    {
        if (next is not null && session.Features.Pipelining)
        {
            letter.Content.PutLine(string.Join("\r\n", next.Commands));
        }

        SmtpReply reply;
        try
        {
            await session.Wire.WriteAsync(letter.Content.WrittenMemory, ct);
            reply = await session.Wire.ReadReplyAsync(ct);
        }
        catch (SmtpConnectionException lost)
        {
            Settle(letter, new SendResult.Unknown($"Lost after the message was handed over. {lost.Message}"));
            throw;
        }

        Settle(letter, reply switch
        {
            { IsPositive: true } => new SendResult.Accepted(reply.Reason()),
            { IsRefusal: true } => reply.ToRefused(),
            _ => new SendResult.Unknown($"The server answered the message with {reply.Code}."),
        });
        ThrowIfClosing(reply);
    }

    // Without pipelining each command waits for its answer, and the content is asked for when it is due.
    private async Task OfferAsync(SmtpLetter? letter, SmtpSession session)
    {
        if (letter is not null && session.Features.Pipelining)
        {
            using var timeout = Timeout();
            await session.Wire.WriteLineAsync(string.Join("\r\n", letter.Commands), timeout.Token);
        }
    }

    /// <summary>Null when the server asks for the content.</summary>
    private static async Task<SendResult.Refused?> ReadOfferAsync(SmtpLetter letter, SmtpSession session, CancellationToken ct)
    {
        SmtpReply? refusal = null;
        var reply = new SmtpReply(0, []);
        foreach (var command in letter.Commands)
        {
            if (!session.Features.Pipelining)
            {
                await session.Wire.WriteLineAsync(command, ct);
            }

            reply = await session.Wire.ReadReplyAsync(ct);
            ThrowIfClosing(reply);
            refusal ??= reply.IsRefusal ? reply : null;
            if (refusal is not null && !session.Features.Pipelining)
            {
                return refusal.ToRefused();
            }
        }

        if (refusal is not null && reply.AsksForContent)
        {
            // It refused the address and still asks for content: it gets none (RFC 2920 §3.1).
            await session.Wire.AskAsync(".", ct);
        }

        return refusal?.ToRefused() ?? (reply.AsksForContent ? null : throw new SmtpConnectionException("The server's answer to DATA is not SMTP."));
    }

    private static void ThrowIfClosing(SmtpReply reply)
    {
        if (reply.IsClosing)
        {
            throw new SmtpConnectionException("The server is closing the connection.");
        }
    }

    /// <summary>The next message that this server may be offered; those it may not are settled on the way.</summary>
    private SmtpLetter? Prepare(int index, SmtpSession session, CancellationToken ct)
    {
        for (; index < batch.Count && !ct.IsCancellationRequested; index++)
        {
            var (letter, refused) = SmtpLetter.Prepare(index, batch[index], options, session.Features);
            if (letter is not null)
            {
                return letter;
            }

            _results[index] = refused;
        }

        return null;
    }

    private void Settle(SmtpLetter letter, SendResult result) => _results[letter.Index] = result;

    private CancellationTokenSource Timeout() => new(options.Timeout, time);
}
