using System.Globalization;

namespace Rapport.Connectors.Smtp;

/// <summary>What a server says it can do, in its answer to EHLO (RFC 5321 §4.1.1.1).</summary>
internal sealed record SmtpFeatures
{
    public bool Pipelining { get; private init; }

    public bool EightBitMime { get; private init; }

    public bool SmtpUtf8 { get; private init; }

    public bool StartTls { get; private init; }

    public bool Size { get; private init; }

    /// <summary>The largest message it takes, in bytes; null when it does not say (RFC 1870).</summary>
    public long? MaxSize { get; private init; }

    public bool AuthPlain { get; private init; }

    public bool AuthLogin { get; private init; }

    public static SmtpFeatures Of(SmtpReply hello) => hello.Lines.Skip(1).Aggregate(new SmtpFeatures(), (known, line) => known.And(line));

    private SmtpFeatures And(string line)
    {
        // Old servers write "AUTH=LOGIN".
        var words = line.ToUpperInvariant().Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["PIPELINING", ..] => this with { Pipelining = true },
            ["8BITMIME", ..] => this with { EightBitMime = true },
            ["SMTPUTF8", ..] => this with { SmtpUtf8 = true },
            ["STARTTLS", ..] => this with { StartTls = true },
            ["SIZE", .. var limit] => this with { Size = true, MaxSize = Limit(limit) },
            ["AUTH", .. var ways] => this with { AuthPlain = AuthPlain || ways.Contains("PLAIN"), AuthLogin = AuthLogin || ways.Contains("LOGIN") },
            _ => this,
        };
    }

    // SIZE 0 means that no limit is in force (RFC 1870 §4).
    private static long? Limit(string[] words) =>
        words is [var first, ..] && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;
}
