using Rapport.Core.Primitives;

namespace Rapport.Engine.Delivery;

/// <summary>One approved message on its way to exactly one person.</summary>
/// <remarks>
/// There is one <see cref="To"/> and no way to add another, because a mailing with visible addresses once exposed 730
/// patients of one clinic (failures.md row 17).
/// </remarks>
public sealed record Outgoing
{
    /// <summary><c>touch id @ domain</c>: the same at every attempt, so that a receiver can drop a repeat.</summary>
    public required string MessageId
    {
        get;
        init => field = HeaderNames.IsMessageId(value) ? value : throw new ArgumentException("Not a Message-ID of the form left@right (RFC 5322 §3.6.4).", nameof(value));
    }

    public required Channel Channel { get; init; }

    public required Language Language { get; init; }

    public required Party From { get; init; }

    public required Party To { get; init; }

    public Party? ReplyTo { get; init; }

    /// <summary>Empty for a text message.</summary>
    public required string Subject { get; init; }

    public required string TextBody { get; init; }

    public string? HtmlBody { get; init; }

    public ListUnsubscribe? Unsubscribe { get; init; }

    /// <summary>An iCalendar object (RFC 5545) for the visit that the message is about.</summary>
    public string? Calendar { get; init; }

    /// <summary>When the message was written; the same at every attempt, since the outbox folder files by it.</summary>
    public required DateTimeOffset Date { get; init; }

    public ValueList<ExtraHeader> Headers { get; init; } = [];

    /// <summary>The id only: everything else is patient data.</summary>
    public override string ToString() => MessageId;
}

/// <summary>One end of a message.</summary>
/// <param name="Name">As a person would write it on an envelope; null when it is better not said.</param>
/// <param name="Address">An e-mail address, an E.164 phone number, or the lines of a postal address, as the channel asks.</param>
public sealed record Party(string? Name, string Address)
{
    public override string ToString() => "party";
}

/// <summary>How a mail program can offer "unsubscribe" beside the sender's name (RFC 2369 §3.2, RFC 8058).</summary>
/// <remarks>With one click the address is POSTed to without cookies or questions, so it must be https and its token opaque.</remarks>
public sealed record ListUnsubscribe
{
    private ListUnsubscribe(Uri? mailto, Uri? https, bool oneClick) => (Mailto, Https, IsOneClick) = (mailto, https, oneClick);

    public Uri? Mailto { get; }

    public Uri? Https { get; }

    public bool IsOneClick { get; }

    public static ListUnsubscribe ByMail(Uri mailto) => new(Must(mailto, Uri.UriSchemeMailto), null, oneClick: false);

    /// <summary>A page where the reader presses a button.</summary>
    public static ListUnsubscribe OnPage(Uri https, Uri? mailto = null) => Web(https, mailto, oneClick: false);

    /// <summary>An address that unsubscribes on POST.</summary>
    public static ListUnsubscribe OneClick(Uri https, Uri? mailto = null) => Web(https, mailto, oneClick: true);

    /// <summary>The kind only: the token in the address belongs to one person.</summary>
    public override string ToString() => IsOneClick ? "one click" : "unsubscribe";

    private static ListUnsubscribe Web(Uri https, Uri? mailto, bool oneClick) =>
        new(mailto is null ? null : Must(mailto, Uri.UriSchemeMailto), Must(https, Uri.UriSchemeHttps), oneClick);

    private static Uri Must(Uri uri, string scheme) => uri.IsAbsoluteUri && string.Equals(uri.Scheme, scheme, StringComparison.Ordinal)
        ? uri
        : throw new ArgumentException($"Unsubscribing needs an absolute {scheme} address.", nameof(uri));
}

/// <summary>A header that the message's standard ones do not cover, such as a feedback id.</summary>
public sealed record ExtraHeader
{
    public ExtraHeader(string name, string value)
    {
        if (!HeaderNames.MayBeExtra(name))
        {
            throw new ArgumentException("This header is written by the sender alone, or its name is not one (RFC 5322 §2.2).", nameof(name));
        }

        (Name, Value) = (name, value);
    }

    public string Name { get; }

    public string Value { get; }

    public override string ToString() => Name;
}
