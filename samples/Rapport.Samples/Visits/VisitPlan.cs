using Rapport.Samples.Practice;

namespace Rapport.Samples.Visits;

/// <summary>How an appointment names its participants.</summary>
internal enum ReferenceStyle
{
    /// <summary>All by <c>Type/id</c>.</summary>
    Relative,

    /// <summary>The practitioner by <c>Practitioner?identifier=…</c>.</summary>
    ClinicianByIdentifier,

    /// <summary>Practitioner, patient and location by their identifiers.</summary>
    EveryoneByIdentifier,

    /// <summary>The practitioner is contained in the appointment.</summary>
    Contained,
}

/// <summary>A visit to put on the book, and what becomes of it overnight.</summary>
internal sealed record VisitPlan(VisitKind Kind, int InDays)
{
    public Clinician? With { get; init; }

    /// <summary>Not before this time: a family comes once.</summary>
    public TimeOnly? After { get; init; }

    /// <summary>FHIR status in yesterday's export.</summary>
    public string Status { get; init; } = "booked";

    /// <summary>FHIR status in today's export, where it changed.</summary>
    public string? StatusToday { get; init; }

    /// <summary>Moved overnight to this many days from today.</summary>
    public int? MovedTo { get; init; }

    /// <summary>Who cancelled: <c>pat</c> or <c>prov</c>.</summary>
    public string? CancelledBy { get; init; }

    public bool IsConfirmed { get; init; }

    /// <summary>Booked for somebody who is in today's export only.</summary>
    public bool IsNewToday { get; init; }

    public bool InUtc { get; init; }

    public ReferenceStyle Style { get; init; }

    /// <summary>Why, in the front desk's own shorthand; no patient may ever read it.</summary>
    public string? InternalReason { get; init; }

    public string? Instruction { get; init; }
}

/// <summary>A visit on the book.</summary>
internal sealed record BookedVisit(string Id, Clinician With, DateOnly Day, TimeOnly Time)
{
    public string Reference => $"Appointment/{Id}";

    public DateTimeOffset Start => DemoDays.At(Day, Time);
}
