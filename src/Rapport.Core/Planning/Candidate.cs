using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning;

/// <summary>What a program wishes for; rules decide whether it becomes a touch.</summary>
public sealed record Candidate
{
    public required PatientPicture Patient { get; init; }

    public required string Program { get; init; }

    public required string Subject { get; init; }

    public required string Step { get; init; }

    public required Purpose Purpose { get; init; }

    public required SendWindow Window { get; init; }

    /// <summary>How much the words must reveal; a channel that may not carry it is not chosen.</summary>
    public Sensitivity Sensitivity { get; init; } = Sensitivity.Generic;

    /// <summary>Candidates of one recipient with the same scope leave as one message; null stands alone.</summary>
    public string? GroupScope { get; init; }

    /// <summary>The same words serve the whole family: a reader gets them once, about one of those whom they act for.</summary>
    public bool IsSaidOncePerReader { get; init; }

    /// <summary>Another message about the same thing follows, so this one gives way where there is no room for both.</summary>
    public bool GivesWay { get; init; }

    /// <summary>The channel not to use again where there is another, for a second try that should reach somebody another way.</summary>
    public Channel? OtherThan { get; init; }

    /// <summary>The channel that suits it best: a text for what is near, a mail for what can be read in the evening. What the person ranked comes first.</summary>
    public Channel Prefers { get; init; } = Channel.Sms;

    /// <summary>Why the program wishes for it, with the records it rests on.</summary>
    public required ValueList<Finding> Because { get; init; }

    public Urgency Urgency { get; init; } = Urgency.Normal;

    public TouchId Id => Touch.IdOf(Patient.Id, Program, Subject, Step);

    public override string ToString() => $"{Program}.{Step} for patient {Patient.Id}";
}

/// <summary>What comes first when there is room for one message only.</summary>
public enum Urgency
{
    /// <summary>A change of a visit that the patient did not make: told whatever the budget says.</summary>
    Notice,

    /// <summary>A visit in the next days.</summary>
    Visit,

    /// <summary>After a visit.</summary>
    Care,

    Normal,

    /// <summary>Kind, and never necessary.</summary>
    Kindness,
}

/// <summary>What a program says of a patient: a wish, a decided silence, or work for a person.</summary>
public abstract record Proposal
{
    private Proposal()
    {
    }

    /// <summary>The kind only: reasons and subjects may be patient data.</summary>
    public sealed override string ToString() => GetType().Name;

    public sealed record Wish(Candidate Candidate) : Proposal;

    /// <summary>The program thought of it and is quiet.</summary>
    public sealed record Quiet(string Subject, string Step, Finding Because) : Proposal;

    public sealed record Work(string Subject, string Code, string Because) : Proposal;
}

/// <summary>A standing reason to be in touch.</summary>
public interface IProgram
{
    /// <summary>The word for it in settings, packs and timelines.</summary>
    string Name { get; }

    IEnumerable<Proposal> Propose(PatientPicture patient, PlanningContext context);
}

/// <summary>A reason why a wish must not become a touch.</summary>
public interface IPlanningRule
{
    /// <summary>Null where the rule has nothing to say; a finding against ends the wish.</summary>
    Finding? Assess(Candidate wish, Household household, PlanningContext context);
}

/// <summary>The moment and the place that a plan is made for.</summary>
/// <param name="Practice">Its settings.</param>
/// <param name="Now">The instant; everything else follows from the records.</param>
/// <param name="Languages">Languages with approved templates.</param>
public sealed record PlanningContext(Practice Practice, DateTimeOffset Now, ValueList<Language> Languages)
{
    /// <summary>How far ahead touches are planned.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(14);

    private TimeZoneInfo Zone { get; } = WallClock.Zone(Practice.TimeZone);

    /// <summary>The practice's calendar day.</summary>
    public DateOnly Today => LocalDay(Now);

    public DateOnly LocalDay(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The same instant as the practice's clock shows it, with its offset.</summary>
    public DateTimeOffset AtPractice(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The practice's wall clock.</summary>
    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The instant of a wall-clock time at the practice. A time that daylight saving skips moves later.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => WallClock.At(Zone, day, time);
}
