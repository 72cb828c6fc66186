using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Calendar;

/// <summary>One education topic of the year: when it is useful, for whom, and the one health fact that may be said.</summary>
public sealed record CalendarRow
{
    /// <summary>The topic in kebab case; the pack's words for it stand under <c>education.&lt;id&gt;</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The observance, for staff.</summary>
    public required string Title { get; init; }

    /// <summary>The kinds of practice that it suits.</summary>
    public required ValueList<Specialty> Specialties { get; init; }

    public required CalendarRule When { get; init; }

    /// <summary>Who may receive it; null where it is sent to nobody and only posted for all to read.</summary>
    public CalendarAudience? Audience { get; init; }

    /// <summary>Why it is sent to nobody; null where it may be sent.</summary>
    public string? PostedBecause { get; init; }

    public required Snippet Snippet { get; init; }

    public required string Source { get; init; }

    /// <summary>The date of the source as far as it is known, else the month in which the fact was looked up.</summary>
    public required PartialDate SourceDate { get; init; }

    public required EvidenceTag Tag { get; init; }

    /// <summary>The clinician who stands behind the fact, or a note that the practice has yet to name one.</summary>
    public required string Approver { get; init; }

    /// <summary>The last day on which the fact may be sent without being looked up again.</summary>
    public required DateOnly ValidTo { get; init; }

    /// <summary>Whether it suits what a practice does; a practice that names no specialty does all.</summary>
    public bool Suits(Practice practice)
    {
        if (practice.Specialties.Count is 0)
        {
            return true;
        }

        foreach (var name in practice.Specialties)
        {
            if (Words.Specialties.TryGetValue(name, out var specialty) && Specialties.Contains(specialty))
            {
                return true;
            }
        }

        return false;
    }

    public override string ToString() => Id;
}

/// <summary>The kind of practice that a topic suits.</summary>
public enum Specialty
{
    Primary,
    Dental,
    Paediatrics,
    Optometry,
    Dermatology,
    PhysicalTherapy,
    BehaviouralHealth,
    Obstetrics,
}

/// <summary>How well a fact is founded (<c>evidence.md</c>, evidence tags).</summary>
public enum EvidenceTag
{
    /// <summary>S: seen in the source itself.</summary>
    Seen,

    /// <summary>S2: seen in a second-hand source only.</summary>
    Reported,

    /// <summary>K: professional knowledge, to be checked by the practice before it is sent.</summary>
    Known,
}

/// <summary>What in a person's own record makes a topic theirs; never a diagnosis.</summary>
public enum EducationReason
{
    AnyVisit,
    DentalVisit,
    WellChild,
    EyeExam,

    /// <summary>A contact-lens fitting or prescription.</summary>
    ContactLenses,

    PhysicalTherapy,
}

/// <summary>Who may receive a topic: an age, and a reason in the record that is not too old.</summary>
/// <param name="AgeMin">The youngest age in whole years.</param>
/// <param name="AgeMax">The oldest age in whole years, that year included; null when there is none.</param>
/// <param name="WithinMonths">How old the reason may be.</param>
public sealed record CalendarAudience(int AgeMin, int? AgeMax, EducationReason Reason, int WithinMonths)
{
    private const int AdultAge = 18;

    /// <summary>Whether some of them are children, so that a guardian is the one who reads.</summary>
    public bool HasChildren => AgeMin < AdultAge;

    public bool HasAdults => AgeMax is null or >= AdultAge;

    public bool Includes(int age) => age >= AgeMin && (AgeMax is null || age <= AgeMax);
}
