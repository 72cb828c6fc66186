using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using Rapport.Connectors.Email;
using Rapport.Core.Composing;
using Rapport.Core.Primitives;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Outbox;

/// <summary>One message as a file: e-mail as <c>.eml</c>, a text as <c>.sms.txt</c>, a letter as <c>.letter.html</c>, a portal page's words as <c>.portal.txt</c>.</summary>
/// <param name="RelativePath">Day and name follow from the message alone, so a second attempt replaces the first.</param>
internal sealed record OutboxFile(string RelativePath, ReadOnlyMemory<byte> Content)
{
    private const string LetterStyle =
        "@page { size: A4; margin: 25mm 20mm } body { font: 12pt/1.5 Georgia, serif; max-width: 42em; margin: 2em auto } "
        + "address, .words { white-space: pre-line; font-style: normal } address { margin-bottom: 3em }";

    public override string ToString() => RelativePath;

    public static (OutboxFile? File, SendResult.Refused? Refused) For(Outgoing message)
    {
        var content = new ArrayBufferWriter<byte>(4096);
        if (message.Channel is Channel.Email)
        {
            var (envelope, refused) = Envelope.For(message);
            if (envelope is null)
            {
                return (null, refused);
            }

            MimeWriter.Write(message, envelope, content);
        }
        else if (message.Channel is Channel.Letter)
        {
            content.Put(Letter(message));
        }
        else
        {
            content.Put(Plain(message));
        }

        return (new(Path.Combine(Day(message.Date), FileName(message)), content.WrittenMemory), null);
    }

    private static string Day(DateTimeOffset date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string FileName(Outgoing message)
    {
        var id = message.MessageId[..message.MessageId.IndexOf('@', StringComparison.Ordinal)];
        var isSafe = id.Length <= 80 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return (isSafe ? id : Chance.IdOf(message.MessageId).ToString("N")) + message.Channel switch
        {
            Channel.Email => OutboxKinds.Email,
            Channel.Sms => OutboxKinds.Sms,
            Channel.Letter => OutboxKinds.Letter,
            _ => OutboxKinds.Portal,
        };
    }

    private static string Plain(Outgoing message)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Head(message).Where(field => field.Value.Length > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: {HeaderText.Clean(value)}\n");
        }

        if (message.Channel is Channel.Sms)
        {
            var size = SmsText.Measure(message.TextBody);
            text.Append(CultureInfo.InvariantCulture, $"Segments: {size.Segments} ({size.Units} units of {size.Encoding})\n");
        }

        return text.Append('\n').Append(message.TextBody).Append('\n').ToString();
    }

    // A page that prints as it is; the meta lines are for the outbox page, which reads them back.
    private static string Letter(Outgoing message)
    {
        var page = new StringBuilder($"<!doctype html>\n<html lang=\"{Encode(message.Language.Tag)}\">\n<head>\n<meta charset=\"utf-8\">\n");
        foreach (var (name, value) in Head(message).Append(("Text", message.TextBody)))
        {
            page.Append(CultureInfo.InvariantCulture, $"{OutboxKinds.MetaStart}{name}\" content=\"{Encode(value)}\">\n");
        }

        var body = message.HtmlBody ?? $"<p class=\"words\">{WebUtility.HtmlEncode(message.TextBody)}</p>";
        return page.Append(CultureInfo.InvariantCulture, $"""
            <title>{Encode(message.Subject)}</title>
            <style>{LetterStyle}</style>
            </head>
            <body>
            <address>{Encode(message.To.Name ?? "")}
            {WebUtility.HtmlEncode(message.To.Address)}</address>
            {body}
            </body>
            </html>

            """).ToString();
    }

    private static IEnumerable<(string Name, string Value)> Head(Outgoing message) =>
    [
        ("To", OneLine(message.To)),
        ("From", OneLine(message.From)),
        ("Date", message.Date.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)),
        ("Subject", message.Subject),
        ("Message-ID", message.MessageId),
        ("Content-Language", message.Language.Tag),
    ];

    private static string OneLine(Party party) => party.Name is { } name ? $"{name}, {party.Address}" : party.Address;

    // Line ends too, so that one meta element stays on one line.
    private static string Encode(string text) => WebUtility.HtmlEncode(text.ReplaceLineEndings("\n")).Replace("\n", "&#10;", StringComparison.Ordinal);
}

/// <summary>The file name endings of the outbox.</summary>
internal static class OutboxKinds
{
    public const string Email = ".eml";
    public const string Sms = ".sms.txt";
    public const string Letter = ".letter.html";
    public const string Portal = ".portal.txt";
    public const string MetaStart = "<meta name=\"outbox:";

    public static string? ChannelOf(string fileName) =>
        fileName.EndsWith(Email, StringComparison.Ordinal) ? "E-mail"
        : fileName.EndsWith(Sms, StringComparison.Ordinal) ? "Text message"
        : fileName.EndsWith(Letter, StringComparison.Ordinal) ? "Letter"
        : fileName.EndsWith(Portal, StringComparison.Ordinal) ? "Portal"
        : null;
}
