using System.Collections.Frozen;
using Rapport.Core.Planning.Calendar;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Programs;

/// <summary>Finds in a record what makes a topic somebody's own.</summary>
public static class EducationReasons
{
    private const string Cdt = "http://www.ada.org/cdt";
    private const string Cpt = "http://www.ama-assn.org/go/cpt";

    // CPT preventive visits of children (evidence.md §1.6), eye examinations and contact-lens fittings (§1.8).
    private static readonly FrozenSet<string> WellChild = FrozenSet.ToFrozenSet(["99381", "99382", "99383", "99384", "99385", "99391", "99392", "99393", "99394", "99395"], StringComparer.Ordinal);
    private static readonly FrozenSet<string> EyeExam = FrozenSet.ToFrozenSet(["92002", "92004", "92012", "92014", "92015"], StringComparer.Ordinal);
    private static readonly FrozenSet<string> ContactLenses = FrozenSet.ToFrozenSet(["92310", "92311", "92312", "92313"], StringComparer.Ordinal);

    // Evaluation and re-evaluation (§1), which every course of treatment has.
    private static readonly FrozenSet<string> PhysicalTherapy = FrozenSet.ToFrozenSet(["97161", "97162", "97163", "97164"], StringComparer.Ordinal);

    /// <summary>The record that gives the reason, or null.</summary>
    public static string? Find(CalendarAudience audience, PatientPicture patient, PlanningContext context)
    {
        var since = context.Today.AddMonths(-audience.WithinMonths);
        foreach (var encounter in patient.Encounters)
        {
            if (encounter.Status is "finished" && IsWithin(encounter.From, since, context.Today) && (audience.Reason is EducationReason.AnyVisit || Fits(audience.Reason, encounter.Types)))
            {
                return $"Encounter/{encounter.Id}";
            }
        }

        foreach (var service in patient.Services)
        {
            if (audience.Reason is not EducationReason.AnyVisit && service is { IsNotDone: false } && IsWithin(service.From, since, context.Today) && Fits(audience.Reason, service.Codes))
            {
                return $"{service.Kind}/{service.Id}";
            }
        }

        return null;
    }

    private static bool IsWithin(PointInTime? point, DateOnly since, DateOnly today) => point?.On.Earliest is { } on && on >= since && on <= today;

    private static bool Fits(EducationReason reason, ValueList<Code> codes)
    {
        foreach (var code in codes)
        {
            if (Fits(reason, code))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(EducationReason reason, Code code) => reason switch
    {
        EducationReason.DentalVisit => code.System is Cdt || IsVisit("cleaning", code) || IsVisit("dental", code),
        EducationReason.WellChild => (code.System is Cpt && WellChild.Contains(code.Value)) || IsVisit("well-child", code),
        EducationReason.EyeExam => (code.System is Cpt && EyeExam.Contains(code.Value)) || IsVisit("eye-exam", code),
        EducationReason.PhysicalTherapy => (code.System is Cpt && PhysicalTherapy.Contains(code.Value)) || IsVisit("physical-therapy", code),
        EducationReason.ContactLenses => code.System is Cpt && ContactLenses.Contains(code.Value),
        _ => false,
    };

    // The practice's own codes for kinds of visits.
    private static bool IsVisit(string kind, Code code) => code.Value == kind;
}
