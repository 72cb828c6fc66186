using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>All that we know of one patient, from every record, as of now; the only thing that planning looks at.</summary>
public sealed record PatientPicture
{
    public required PatientId Id { get; init; }

    public HouseholdId Household { get; init; }

    /// <summary>What to call them; null rather than a guess (<c>evidence.md §7.2</c>).</summary>
    public string? NameToUse { get; init; }

    /// <summary>The full name for an envelope or an address line.</summary>
    public string? FullName { get; init; }

    public PartialDate? BornOn { get; init; }

    /// <summary>Administrative gender as recorded; never used to address someone.</summary>
    public string? Gender { get; init; }

    /// <summary>Sex at birth, <c>F</c> or <c>M</c>; together with operations on record it tells which organs there are to care for.</summary>
    public string? BirthSex { get; init; }

    public bool IsDeceased { get; init; }

    public PartialDate? DeceasedOn { get; init; }

    /// <summary>Still a patient: the record is open.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The language to write in; the practice's first language where none is on record.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>The IANA zones the person may live in; more than one where the address cannot tell.</summary>
    public ValueList<string> TimeZones { get; init; } = [];

    public ValueList<ContactPoint> Contacts { get; init; } = [];

    public ValueList<Caregiver> Caregivers { get; init; } = [];

    public ValueList<ConsentRule> Consents { get; init; } = [];

    public ValueList<Warning> Warnings { get; init; } = [];

    /// <summary>Visits on the book, past and coming, in order of start.</summary>
    public ValueList<Visit> Visits { get; init; } = [];

    /// <summary>Visits that took place.</summary>
    public ValueList<SourceEncounter> Encounters { get; init; } = [];

    /// <summary>Everything done, measured, given or ordered.</summary>
    public ValueList<SourceService> Services { get; init; } = [];

    public ValueList<SourceCondition> Conditions { get; init; } = [];

    public ValueList<SourceCarePlan> CarePlans { get; init; } = [];

    /// <summary>What other systems of the practice sent.</summary>
    public ValueList<SourceCommunication> SentByOthers { get; init; } = [];

    public ValueList<SourceNote> Notes { get; init; } = [];

    /// <summary>What we planned and sent before, and what came of it.</summary>
    public ValueList<PastTouch> History { get; init; } = [];

    /// <summary>The clinician that the person has seen most in the last two years, as patients know them.</summary>
    public string? KnownClinician { get; init; }

    /// <summary>Whole years of age on a day; null where the birth date leaves it open.</summary>
    public int? AgeOn(DateOnly day) => Ages.On(BornOn, day);

    /// <summary>The id only.</summary>
    public override string ToString() => $"patient {Id}";
}

/// <summary>Ages in whole years. Someone born on 29 February has their birthday on 1 March in common years.</summary>
public static class Ages
{
    public static int? On(PartialDate? bornOn, DateOnly day)
    {
        if (bornOn is not { } born || born.Earliest > day)
        {
            return null;
        }

        var youngest = YearsBetween(born.Latest, day);
        var oldest = YearsBetween(born.Earliest, day);
        return youngest == oldest ? oldest : null;
    }

    /// <summary>Whole months of age, for schedules that count in months.</summary>
    public static int? MonthsOn(PartialDate? bornOn, DateOnly day) => bornOn?.Whole is { } born && born <= day
        ? ((day.Year - born.Year) * 12) + day.Month - born.Month - (day.Day < born.Day ? 1 : 0)
        : null;

    private static int YearsBetween(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return (day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }
}
