using System.Buffers;
using System.Text;
using Rapport.Connectors.Email;
using Rapport.Engine.Delivery;

namespace Rapport.Connectors.Tests.Email;

/// <summary>A message as the bytes that leave.</summary>
internal static class Written
{
    public static byte[] Bytes(Outgoing message)
    {
        var output = new ArrayBufferWriter<byte>();
        MimeWriter.Write(message, Envelope.For(message).Envelope.ShouldNotBeNull(), output);
        return output.WrittenSpan.ToArray();
    }

    public static string Mail(Outgoing message) => Encoding.UTF8.GetString(Bytes(message));

    public static string[] HeaderNames(string mail) =>
    [
        .. mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Where(line => line[0] is not ' ').Select(line => line.Split(':')[0]),
    ];

    public static string Header(string mail, string name) =>
        mail.Replace("\r\n ", " ").Split("\r\n").First(line => line.StartsWith(name + ": "))[(name.Length + 2)..];
}
