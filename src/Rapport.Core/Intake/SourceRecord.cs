using Rapport.Core.Primitives;

namespace Rapport.Core.Intake;

/// <summary>One record as a feed gave it: only what Rapport keeps, in one shape for FHIR, HL7 v2 and CSV.</summary>
/// <remarks>
/// References are strings of the form <c>Type/id</c>, or <c>Type?identifier=system|value</c> where the feed names a thing
/// by its identifier. A contained resource is a record of its own, with the id <c>parent#contained</c>.
/// </remarks>
public abstract record SourceRecord
{
    /// <summary>The record's own id within its kind.</summary>
    public required string Id { get; init; }

    /// <summary>When the sending system last changed it (FHIR <c>meta.lastUpdated</c>); an older copy never replaces a newer one.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The kind and the id: everything else may be patient data.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Id}";
}

/// <summary>A record about one patient.</summary>
public abstract record ChartRecord : SourceRecord
{
    /// <summary>The patient's id, or <c>?system|value</c> where the feed names the patient by an identifier.</summary>
    public required string Patient { get; init; }
}

/// <summary>A business identifier: a medical record number, a licence, an NPI.</summary>
public sealed record SourceIdentifier(string System, string Value)
{
    public override string ToString() => "identifier";
}

/// <summary>A name with its use (FHIR <c>official</c>, <c>usual</c>, <c>nickname</c>, <c>old</c>…).</summary>
public sealed record SourceName
{
    public string? Use { get; init; }

    public string? Text { get; init; }

    public string? Family { get; init; }

    public ValueList<string> Given { get; init; } = [];

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    public DateOnly? Until { get; init; }

    public override string ToString() => Use ?? "name";
}

/// <summary>A phone number or an address for e-mail, as it was written.</summary>
public sealed record SourceTelecom
{
    /// <summary>FHIR: <c>phone</c>, <c>email</c>, <c>sms</c>, <c>fax</c>, <c>pager</c>, <c>url</c>, <c>other</c>.</summary>
    public required string System { get; init; }

    public required string Value { get; init; }

    /// <summary>FHIR: <c>home</c>, <c>work</c>, <c>temp</c>, <c>old</c>, <c>mobile</c>.</summary>
    public string? Use { get; init; }

    /// <summary>1 is preferred.</summary>
    public int? Rank { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public override string ToString() => System;
}

/// <summary>A postal address.</summary>
public sealed record SourceAddress
{
    public string? Use { get; init; }

    public ValueList<string> Lines { get; init; } = [];

    public string? City { get; init; }

    public string? State { get; init; }

    public string? PostalCode { get; init; }

    public string? Country { get; init; }

    /// <summary>IANA zone, where the feed gives one (FHIR extension <c>timezone</c>).</summary>
    public string? TimeZone { get; init; }

    public DateOnly? Until { get; init; }

    public override string ToString() => Use ?? "address";
}
