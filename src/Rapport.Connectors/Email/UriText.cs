using System.Globalization;
using System.Text;

namespace Rapport.Connectors.Email;

/// <summary>A URI as pure printable ASCII, fit to stand between angle brackets (RFC 2369 §2, RFC 3986 §2.1).</summary>
internal static class UriText
{
    public static string Of(Uri uri)
    {
        var text = uri.Host.Length > 0 && !string.Equals(uri.Host, uri.IdnHost, StringComparison.Ordinal)
            ? uri.AbsoluteUri.Replace(uri.Host, uri.IdnHost, StringComparison.OrdinalIgnoreCase)
            : uri.AbsoluteUri;

        var safe = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            _ = b is > 32 and < 127 and not ((byte)'<' or (byte)'>' or (byte)'"')
                ? safe.Append((char)b)
                : safe.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }

        return safe.ToString();
    }
}
