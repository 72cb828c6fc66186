using Rapport.Core.Primitives;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Email;

/// <summary>The checked addresses of one e-mail: one sender, one recipient.</summary>
internal sealed record Envelope(EmailAddress From, EmailAddress To, EmailAddress? ReplyTo)
{
    public bool NeedsUtf8 => From.NeedsUtf8 || To.NeedsUtf8 || ReplyTo is { NeedsUtf8: true };

    public override string ToString() => "envelope";

    /// <summary>Reads the addresses, or says whose is wrong.</summary>
    public static (Envelope? Envelope, SendResult.Refused? Refused) For(Outgoing message)
    {
        if (message.Channel is not Channel.Email)
        {
            return (null, new($"A mail server cannot carry a message for the channel {message.Channel}.", null, IsPermanent: true));
        }

        if (!EmailAddress.TryParse(message.To.Address, out var to))
        {
            return (null, new("The recipient's e-mail address is not one.", "5.1.3", IsPermanent: true));
        }

        // Ours to repair in the settings: the message itself is fine, so the refusal is not for good.
        if (!EmailAddress.TryParse(message.From.Address, out var from))
        {
            return (null, new("The practice's sender address is not an e-mail address.", "5.1.7", IsPermanent: false));
        }

        if (message.ReplyTo is not { } replyTo)
        {
            return (new(from, to, null), null);
        }

        return EmailAddress.TryParse(replyTo.Address, out var reply)
            ? (new(from, to, reply), null)
            : (null, new("The practice's reply address is not an e-mail address.", "5.1.7", IsPermanent: false));
    }
}
