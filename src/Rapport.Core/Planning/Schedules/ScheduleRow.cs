using Rapport.Core.Planning.Schedules.Needs;
using Rapport.Core.Planning.Schedules.Rules;
using Rapport.Core.Primitives;

namespace Rapport.Core.Planning.Schedules;

/// <summary>What a due service means for outreach (<c>evidence.md §1.0 SCH-04</c>).</summary>
public enum RowMode
{
    /// <summary>We may say that it is time.</summary>
    Due,

    /// <summary>A decision to make together: we invite to talk and never say "you are due".</summary>
    InviteToTalk,

    /// <summary>Only staff see it.</summary>
    StaffOnly,
}

/// <summary>One service of a schedule: for whom, how often, on whose word.</summary>
public sealed record ScheduleRow
{
    public required string Id { get; init; }

    /// <summary>The words for it that may be said anywhere, from the small closed set of the schedule.</summary>
    public required RowLabel Label { get; init; }

    /// <summary>Who says so, such as USPSTF.</summary>
    public required string Authority { get; init; }

    /// <summary>The question on which authorities differ and the practice chooses, such as <c>child-immunisation</c>; null where there is one answer.</summary>
    public string? Choice { get; init; }

    public required string Source { get; init; }

    /// <summary>When the source was published; staff see it, since guidance ages.</summary>
    public required PartialDate SourceDate { get; init; }

    public string Version { get; init; } = "1";

    public string Approver { get; init; } = "to be named by the practice";

    /// <summary>The last day on which the row may be used.</summary>
    public DateOnly? ValidTo { get; init; }

    public RowMode Mode { get; init; }

    public Sensitivity Sensitivity { get; init; } = Sensitivity.Generic;

    /// <summary>The kind of practice that offers it, such as <c>primary-care</c>, <c>dental</c>, <c>eye</c>.</summary>
    public required string Specialty { get; init; }

    /// <summary>The group of reminders by which it is told (<c>evidence.md §1.9</c>).</summary>
    public string Cadence { get; init; } = "recall";

    /// <summary>The days of a year on which it is asked for; null is all year.</summary>
    public Season? Season { get; init; }

    /// <summary>True: rules speak of the calendar year of the day; false: of the day alone.</summary>
    internal bool IsByCalendarYear { get; init; }

    internal AgeBand Ages { get; init; } = new(null, null);

    internal Rule? Eligible { get; init; }

    /// <summary>Asked once for each of these records, such as every visit of the year.</summary>
    internal Find? ForEach { get; init; }

    internal ValueList<Exclusion> Exclude { get; init; } = [];

    /// <summary>Reasons that excuse only where the service was not done.</summary>
    internal ValueList<Exclusion> Except { get; init; } = [];

    /// <summary>What a person must see to first, such as a positive screening result.</summary>
    internal ValueList<Exclusion> FollowUp { get; init; } = [];

    internal Need Need { get; init; } = new Nothing();

    public override string ToString() => $"{Id} ({Authority} {SourceDate})";
}

/// <summary>A reason why a service is not for somebody now.</summary>
internal sealed record Exclusion(string Code, Rule When);

/// <summary>Words that may be said anywhere, one per language.</summary>
public sealed record RowLabel(string Id, string English, string Spanish)
{
    public string In(Language language) => language == Language.Spanish ? Spanish : English;
}

/// <summary>A part of every year, from one day to another, both included; it may run over New Year.</summary>
public sealed record Season((int Month, int Day) From, (int Month, int Day) Until)
{
    public bool Holds(DateOnly day)
    {
        var today = (day.Month, day.Day);
        return From.CompareTo(Until) <= 0
            ? today.CompareTo(From) >= 0 && today.CompareTo(Until) <= 0
            : today.CompareTo(From) >= 0 || today.CompareTo(Until) <= 0;
    }

    /// <summary>The day on which the season next opens.</summary>
    public DateOnly OpensAfter(DateOnly day)
    {
        var opens = new DateOnly(day.Year, From.Month, From.Day);
        return opens > day ? opens : opens.AddYears(1);
    }
}
