namespace Rapport.Formats.ICalendar;

/// <summary>What a calendar program is asked to do with a visit (RFC 5546 §1.4).</summary>
public enum CalendarMethod
{
    /// <summary>Here is a visit; no answer is expected.</summary>
    Publish,

    /// <summary>Put it in, or move it: the patient is asked to accept.</summary>
    Request,

    /// <summary>Take it out.</summary>
    Cancel,
}

/// <summary>One visit as it may stand in a patient's calendar, which others at home may read.</summary>
public sealed record CalendarVisit
{
    /// <summary>The same for this visit as long as it lives, such as <c>visit-17@practice.example</c>.</summary>
    public required string Uid { get; init; }

    /// <summary>Counts the changes: a calendar keeps the version with the highest number.</summary>
    public int Sequence { get; init; }

    public CalendarMethod Method { get; init; } = CalendarMethod.Publish;

    public required DateTimeOffset StartsAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Where the visit takes place, so that its wall-clock time stays right wherever the patient is.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Neutral words: a locked phone shows them to anybody.</summary>
    public required string Summary { get; init; }

    public string? Location { get; init; }

    public string? Description { get; init; }

    public string? OrganizerName { get; init; }

    /// <summary>The practice's e-mail address; every method needs an organizer (RFC 5546 §3.2).</summary>
    public required string OrganizerAddress { get; init; }

    /// <summary>The patient's e-mail address, for a request or a cancellation; left out when publishing.</summary>
    public string? AttendeeAddress { get; init; }

    /// <summary>When this version was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    public override string ToString() => Uid;
}
