using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>Whether an address may be used at all.</summary>
public enum ContactState
{
    Usable,

    /// <summary>Its period is over, or its use is <c>old</c>.</summary>
    Ended,

    /// <summary>Not a number or an address that anything can be sent to.</summary>
    Malformed,

    /// <summary>Its owner asked us to stop, it bounced, or it was the wrong person; holds for everybody who shares it.</summary>
    Suppressed,
}

/// <summary>One way to reach a person.</summary>
/// <param name="Channel">SMS for a mobile phone, Email, or Letter.</param>
/// <param name="Value">The address in its one canonical form: E.164, lower-case e-mail, or the postal lines.</param>
/// <param name="State">Whether it may be used.</param>
/// <param name="Rank">1 is preferred; from the feed's rank and use.</param>
/// <param name="IsShared">Two or more adult patients are reached here, so a text must not name anyone (<c>evidence.md §7.5</c>).</param>
public sealed record ContactPoint(Channel Channel, string Value, ContactState State, int Rank, bool IsShared = false)
{
    public override string ToString() => $"{Channel} ({State})";
}

/// <summary>Somebody who acts for a patient.</summary>
public sealed record Caregiver
{
    public required string Id { get; init; }

    public string? NameToUse { get; init; }

    public string? FullName { get; init; }

    /// <summary>Parent, legal guardian or holder of a power of attorney: may be told what the patient would be told.</summary>
    public bool MayActForPatient { get; init; }

    public ValueList<Code> Relations { get; init; } = [];

    public Language? Language { get; init; }

    public ValueList<ContactPoint> Contacts { get; init; } = [];

    public override string ToString() => $"caregiver {Id}";
}

/// <summary>What was allowed or forbidden; the latest rule that fits decides.</summary>
/// <param name="IsPermit">True permits, false forbids.</param>
/// <param name="Channels">Empty: all channels.</param>
/// <param name="Purposes">Empty: all purposes.</param>
/// <param name="GivenOn">When it was said.</param>
/// <param name="Source">The record it stands in.</param>
public sealed record ConsentRule(bool IsPermit, ValueList<Channel> Channels, ValueList<Purpose> Purposes, DateOnly? GivenOn, string Source)
{
    public bool IsAbout(Channel channel, Purpose purpose) =>
        (Channels.Count is 0 || Channels.Contains(channel)) && (Purposes.Count is 0 || Purposes.Contains(purpose));

    public override string ToString() => Source;
}

/// <summary>What makes us careful with somebody.</summary>
public enum WarningKind
{
    /// <summary>A death in the family or another grave loss.</summary>
    Grief,

    /// <summary>A pregnancy ended without a child.</summary>
    PregnancyLoss,

    /// <summary>Only the safe contact may be used, with neutral words (<c>evidence.md §7.8</c>).</summary>
    SafeContact,

    /// <summary>Grave news was given at a visit.</summary>
    BadNews,

    /// <summary>Care that the family must not learn of from us.</summary>
    Confidential,

    DoNotContact,

    ComplaintOpen,
}

/// <summary>A warning on the chart and how long it holds.</summary>
public sealed record Warning(WarningKind Kind, DateOnly? From, DateOnly? Until, string Source)
{
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);

    public override string ToString() => $"{Kind} ({Source})";
}
