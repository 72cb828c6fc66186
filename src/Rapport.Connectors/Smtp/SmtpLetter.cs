using System.Buffers;
using Rapport.Connectors.Email;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Smtp;

/// <summary>A message made ready for one connection: the commands that offer it, and its dot-stuffed content.</summary>
/// <param name="Index">Its place in the batch.</param>
/// <param name="Commands">MAIL, RCPT, DATA: one recipient, always.</param>
internal sealed record SmtpLetter(int Index, IReadOnlyList<string> Commands, ArrayBufferWriter<byte> Content)
{
    public override string ToString() => $"letter {Index}";

    /// <summary>Prepares a message, or says why this server will not have it.</summary>
    public static (SmtpLetter? Letter, SendResult.Refused? Refused) Prepare(int index, Outgoing message, SmtpOptions options, SmtpFeatures features)
    {
        var (envelope, refused) = Envelope.For(message);
        if (envelope is null)
        {
            return (null, refused);
        }

        if (envelope.NeedsUtf8 && !features.SmtpUtf8)
        {
            return (null, new("The address is not in Latin letters, and the mail server does not take such addresses.", "5.6.7", IsPermanent: true));
        }

        var mail = new ArrayBufferWriter<byte>(4096);
        MimeWriter.Write(message, envelope, mail);
        if (mail.WrittenCount > features.MaxSize)
        {
            return (null, new("The message is larger than the mail server takes.", "5.3.4", IsPermanent: true));
        }

        return (new(index, Offer(envelope, options, features, mail.WrittenCount), Stuffed(mail.WrittenSpan)), null);
    }

    private static string[] Offer(Envelope envelope, SmtpOptions options, SmtpFeatures features, int size)
    {
        var parameters = features.Size ? $" SIZE={size}" : "";
        if (envelope.NeedsUtf8)
        {
            parameters += features.EightBitMime ? " BODY=8BITMIME SMTPUTF8" : " SMTPUTF8";
        }

        return [$"MAIL FROM:<{options.BounceAddress ?? envelope.From.Text}>{parameters}", $"RCPT TO:<{envelope.To.Text}>", "DATA"];
    }

    // A line that begins with a dot gets a second one, so that no text can end the message early (RFC 5321 §4.5.2).
    private static ArrayBufferWriter<byte> Stuffed(ReadOnlySpan<byte> mail)
    {
        var content = new ArrayBufferWriter<byte>(mail.Length + 256);
        while (mail.IndexOf("\r\n."u8) is var at and >= 0)
        {
            content.Write(mail[..(at + 3)]);
            content.Write("."u8);
            mail = mail[(at + 3)..];
        }

        content.Write(mail);
        content.Write(".\r\n"u8);
        return content;
    }
}
