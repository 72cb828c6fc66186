using Rapport.Core.Primitives;

namespace Rapport.Core.Intake;

/// <summary>A booked, moved or cancelled visit.</summary>
public sealed record SourceAppointment : ChartRecord
{
    /// <summary>FHIR: <c>proposed</c>, <c>pending</c>, <c>booked</c>, <c>arrived</c>, <c>fulfilled</c>, <c>cancelled</c>, <c>noshow</c>…</summary>
    public string? Status { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>What kind of visit; only the practice's approved label for a code ever reaches a patient.</summary>
    public ValueList<Code> ServiceTypes { get; init; } = [];

    public ValueList<string> Practitioners { get; init; } = [];

    public string? Location { get; init; }

    /// <summary>The patient's own answer: <c>accepted</c>, <c>declined</c>, <c>tentative</c>, <c>needs-action</c>.</summary>
    public string? PatientStatus { get; init; }

    /// <summary>Why it was cancelled: <c>pat</c> by the patient, <c>prov</c> by the practice…</summary>
    public ValueList<Code> CancelledBecause { get; init; } = [];

    public PointInTime? CreatedAt { get; init; }

    /// <summary>Words the practice wrote for the patient, such as what to bring.</summary>
    public string? Instructions { get; init; }
}

/// <summary>A visit that happened or is happening.</summary>
public sealed record SourceEncounter : ChartRecord
{
    public string? Status { get; init; }

    /// <summary>HL7 v3 ActCode: <c>AMB</c>, <c>IMP</c>, <c>EMER</c>, <c>VR</c>, <c>HH</c>…</summary>
    public string? Class { get; init; }

    public ValueList<Code> Types { get; init; } = [];

    public PointInTime? From { get; init; }

    public PointInTime? Until { get; init; }

    public ValueList<string> Practitioners { get; init; } = [];

    public string? Location { get; init; }

    public string? Appointment { get; init; }

    public ValueList<Code> Discharge { get; init; } = [];

    public ValueList<Code> Reasons { get; init; } = [];

    /// <summary>References to conditions that the visit was about.</summary>
    public ValueList<string> Diagnoses { get; init; } = [];
}

/// <summary>What kind of resource a service came from.</summary>
public enum ServiceKind
{
    Procedure,
    Immunization,
    Observation,
    DiagnosticReport,

    /// <summary>An order, such as for hospice or a scan: not yet done.</summary>
    ServiceRequest,
    MedicationRequest,
    DeviceRequest,

    /// <summary>A medicine that the patient is said to take.</summary>
    MedicationStatement,

    /// <summary>A medicine that was given.</summary>
    MedicationAdministration,
}

/// <summary>Something done, measured, given or ordered for a patient.</summary>
public sealed record SourceService : ChartRecord
{
    public required ServiceKind Kind { get; init; }

    /// <summary>FHIR status of the resource: <c>completed</c>, <c>final</c>, <c>not-done</c>, <c>entered-in-error</c>…</summary>
    public string? Status { get; init; }

    /// <summary>For orders: <c>order</c>, <c>plan</c>, <c>proposal</c>…</summary>
    public string? Intent { get; init; }

    /// <summary>True where the feed says that it was expressly not done (QI-Core <c>notDone</c>, <c>doNotPerform</c>, status <c>not-done</c>).</summary>
    public bool IsNotDone { get; init; }

    public ValueList<Code> StatusReasons { get; init; } = [];

    /// <summary>What it was done or ordered for.</summary>
    public ValueList<Code> Reasons { get; init; } = [];

    public ValueList<Code> Codes { get; init; } = [];

    public ValueList<Code> Categories { get; init; } = [];

    /// <summary>When it was done; for a period, its start.</summary>
    public PointInTime? From { get; init; }

    /// <summary>The end of a period; null for a moment.</summary>
    public PointInTime? Until { get; init; }

    /// <summary>When it was recorded or issued, where that is another time.</summary>
    public PointInTime? RecordedAt { get; init; }

    public SourceValue? Value { get; init; }

    public ValueList<SourceComponent> Components { get; init; } = [];

    public string? Encounter { get; init; }
}

/// <summary>What was measured: a quantity, codes, or yes and no. Free text is not kept.</summary>
public sealed record SourceValue(decimal? Quantity = null, string? Unit = null, ValueList<Code>? Codes = null, bool? YesNo = null)
{
    public override string ToString() => "value";
}

/// <summary>One part of a measurement, such as the systolic pressure.</summary>
public sealed record SourceComponent(ValueList<Code> Codes, SourceValue? Value)
{
    public override string ToString() => "component";
}

/// <summary>A diagnosis or problem on the patient's list.</summary>
public sealed record SourceCondition : ChartRecord
{
    public ValueList<Code> Codes { get; init; } = [];

    /// <summary>FHIR: <c>active</c>, <c>recurrence</c>, <c>relapse</c>, <c>inactive</c>, <c>remission</c>, <c>resolved</c>.</summary>
    public string? ClinicalStatus { get; init; }

    /// <summary>FHIR: <c>confirmed</c>, <c>refuted</c>, <c>entered-in-error</c>…</summary>
    public string? Verification { get; init; }

    /// <summary>Where on the body, such as the left side.</summary>
    public ValueList<Code> BodySites { get; init; } = [];

    public ValueList<Code> Categories { get; init; } = [];

    public PointInTime? From { get; init; }

    public PointInTime? Until { get; init; }

    public PointInTime? RecordedOn { get; init; }
}

/// <summary>A plan of care and what it asks for.</summary>
public sealed record SourceCarePlan : ChartRecord
{
    public string? Status { get; init; }

    public ValueList<Code> Categories { get; init; } = [];

    public PointInTime? From { get; init; }

    public PointInTime? Until { get; init; }

    public ValueList<SourceActivity> Activities { get; init; } = [];
}

/// <summary>One activity of a care plan.</summary>
public sealed record SourceActivity
{
    public ValueList<Code> Codes { get; init; } = [];

    public string? Status { get; init; }

    public PointInTime? From { get; init; }

    public PointInTime? Until { get; init; }

    public override string ToString() => "activity";
}

/// <summary>What a patient allowed or forbade.</summary>
public sealed record SourceConsent : ChartRecord
{
    public string? Status { get; init; }

    public ValueList<Code> Scopes { get; init; } = [];

    public ValueList<Code> Categories { get; init; } = [];

    public PointInTime? GivenOn { get; init; }

    /// <summary>True permits, false forbids, null where the record does not say.</summary>
    public bool? IsPermit { get; init; }

    /// <summary>What it is about: channels in <c>urn:rapport:channel</c>.</summary>
    public ValueList<Code> About { get; init; } = [];

    /// <summary>Which purposes: <c>urn:rapport:purpose</c>, or HL7 v3 ActReason.</summary>
    public ValueList<Code> Purposes { get; init; } = [];

    public PointInTime? From { get; init; }

    public PointInTime? Until { get; init; }
}

/// <summary>A message that some system sent before, so that we do not say the same again.</summary>
public sealed record SourceCommunication : ChartRecord
{
    public string? Status { get; init; }

    public ValueList<Code> Categories { get; init; } = [];

    public ValueList<Code> Mediums { get; init; } = [];

    public ValueList<Code> Reasons { get; init; } = [];

    public PointInTime? SentAt { get; init; }
}

/// <summary>A warning on a chart, such as grief, or that a contact is not safe.</summary>
public sealed record SourceFlag : ChartRecord
{
    public string? Status { get; init; }

    public ValueList<Code> Codes { get; init; } = [];

    public PointInTime? From { get; init; }

    public PointInTime? Until { get; init; }
}

/// <summary>What somebody at the practice noted about a person: an interest, a worry, a kind word.</summary>
public sealed record SourceNote : ChartRecord
{
    public required string Text { get; init; }

    /// <summary>What it is about; <c>interest</c> may be mentioned in its closed list of words.</summary>
    public required string Tag { get; init; }

    public bool MayBeMentioned { get; init; }
}
