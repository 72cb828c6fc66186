using System.Buffers;
using System.Globalization;
using Rapport.Core.Primitives;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Email;

/// <summary>Writes one message as Internet mail (RFC 5322, RFC 2045–2047; RFC 6532 where an address is not ASCII).</summary>
/// <remarks>The same message always gives the same bytes, boundaries included, so a repeated attempt is recognisable.</remarks>
internal static class MimeWriter
{
    public static void Write(Outgoing message, Envelope envelope, IBufferWriter<byte> output)
    {
        var headers = new HeaderWriter(output);
        headers.Tokens("Date", DateText(message.Date));
        headers.Mailbox("From", message.From.Name, envelope.From);
        if (envelope.ReplyTo is { } replyTo)
        {
            headers.Mailbox("Reply-To", message.ReplyTo!.Name, replyTo);
        }

        headers.Mailbox("To", message.To.Name, envelope.To);
        headers.Text("Subject", message.Subject);
        headers.Tokens("Message-ID", $"<{message.MessageId}>");
        headers.Tokens("MIME-Version", "1.0");
        headers.Text("Content-Language", message.Language.Tag);

        // Out-of-office robots do not answer this one (RFC 3834 §5).
        headers.Tokens("Auto-Submitted", "auto-generated");
        WriteUnsubscribe(message.Unsubscribe, headers);
        foreach (var extra in message.Headers)
        {
            headers.Text(extra.Name, extra.Value);
        }

        BodyOf(message).Write(headers, output);
    }

    private static void WriteUnsubscribe(ListUnsubscribe? unsubscribe, HeaderWriter headers)
    {
        string[] ways = [.. new[] { unsubscribe?.Https, unsubscribe?.Mailto }.OfType<Uri>().Select(uri => $"<{UriText.Of(uri)}>")];
        if (ways.Length > 0)
        {
            headers.Tokens("List-Unsubscribe", string.Join(", ", ways).Split(' '));
        }

        if (unsubscribe is { IsOneClick: true })
        {
            headers.Tokens("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static MimePart BodyOf(Outgoing message)
    {
        var mark = Chance.Of(message.MessageId).ToString("x16", CultureInfo.InvariantCulture);
        MimePart words = new MimePart.Words("plain", message.TextBody);
        if (message.HtmlBody is { } html)
        {
            words = new MimePart.Several("alternative", $"=_words_{mark}", words, new MimePart.Words("html", html));
        }

        return message.Calendar is { } calendar
            ? new MimePart.Several("mixed", $"=_visit_{mark}", words, new MimePart.Visit(calendar))
            : words;
    }

    private static string DateText(DateTimeOffset date)
    {
        var zone = date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return $"{date.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} {zone}";
    }
}
