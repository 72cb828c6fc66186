using Rapport.Core.Primitives;

namespace Rapport.Core.Intake;

/// <summary>A patient as the practice's record system knows them.</summary>
public sealed record SourcePatient : SourceRecord
{
    public ValueList<SourceIdentifier> Identifiers { get; init; } = [];

    public ValueList<SourceName> Names { get; init; } = [];

    public ValueList<SourceTelecom> Telecoms { get; init; } = [];

    public ValueList<SourceAddress> Addresses { get; init; } = [];

    public PartialDate? BornOn { get; init; }

    /// <summary>Administrative gender as recorded: <c>female</c>, <c>male</c>, <c>other</c>, <c>unknown</c>.</summary>
    public string? Gender { get; init; }

    /// <summary>Sex at birth (US Core), <c>F</c> or <c>M</c>; decides which organs to assume, never how to address someone.</summary>
    public string? BirthSex { get; init; }

    public string? Pronouns { get; init; }

    /// <summary>False once the practice has closed the record; true where the feed does not say.</summary>
    public bool IsActive { get; init; } = true;

    public bool IsDeceased { get; init; }

    public PartialDate? DeceasedOn { get; init; }

    /// <summary>Languages, the preferred one first.</summary>
    public ValueList<string> Languages { get; init; } = [];

    /// <summary>The record that took this one's place (FHIR <c>Patient.link</c>, <c>replaced-by</c>).</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The records whose place this one took: those may come without saying so themselves.</summary>
    public ValueList<string> Replaces { get; init; } = [];

    public ValueList<string> Practitioners { get; init; } = [];
}

/// <summary>Somebody who acts or cares for a patient: a parent, a guardian, a daughter who answers the phone.</summary>
public sealed record SourceRelatedPerson : ChartRecord
{
    public ValueList<SourceName> Names { get; init; } = [];

    public ValueList<SourceTelecom> Telecoms { get; init; } = [];

    public ValueList<SourceAddress> Addresses { get; init; } = [];

    /// <summary>HL7 v3 RoleCode values such as <c>MTH</c>, <c>GUARD</c>, <c>DAUC</c>.</summary>
    public ValueList<Code> Relations { get; init; } = [];

    public bool IsActive { get; init; } = true;

    public ValueList<string> Languages { get; init; } = [];

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }
}

/// <summary>A clinician or another member of the practice's staff.</summary>
public sealed record SourcePractitioner : SourceRecord
{
    public ValueList<SourceIdentifier> Identifiers { get; init; } = [];

    public ValueList<SourceName> Names { get; init; } = [];

    public bool IsActive { get; init; } = true;
}

/// <summary>What a practitioner does, where, and for whom.</summary>
public sealed record SourceRole : SourceRecord
{
    public string? Practitioner { get; init; }

    public string? Organization { get; init; }

    public ValueList<string> Locations { get; init; } = [];

    public ValueList<Code> Specialties { get; init; } = [];
}

/// <summary>The practice itself, or a part of it.</summary>
public sealed record SourceOrganization : SourceRecord
{
    public ValueList<SourceIdentifier> Identifiers { get; init; } = [];

    public string? Name { get; init; }

    public ValueList<SourceTelecom> Telecoms { get; init; } = [];

    public ValueList<SourceAddress> Addresses { get; init; } = [];
}

/// <summary>A place where visits happen.</summary>
public sealed record SourceLocation : SourceRecord
{
    public ValueList<SourceIdentifier> Identifiers { get; init; } = [];

    public string? Name { get; init; }

    public ValueList<SourceTelecom> Telecoms { get; init; } = [];

    public SourceAddress? Address { get; init; }
}

/// <summary>A calendar that slots belong to.</summary>
public sealed record SourceSchedule : SourceRecord
{
    public ValueList<string> Actors { get; init; } = [];

    public ValueList<Code> ServiceTypes { get; init; } = [];
}

/// <summary>A stretch of a schedule that is free or taken.</summary>
public sealed record SourceSlot : SourceRecord
{
    public string? Schedule { get; init; }

    /// <summary>FHIR: <c>free</c>, <c>busy</c>, <c>busy-unavailable</c>, <c>busy-tentative</c>.</summary>
    public string? Status { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }
}
