using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning;

/// <summary>Somebody who may read a message.</summary>
/// <param name="PersonId">Null for the patient.</param>
internal sealed record Reader(string? PersonId, Language Language, ValueList<ContactPoint> Contacts)
{
    public bool ActsForPatient { get; init; }

    public int Order => PersonId is null ? 0 : ActsForPatient ? 1 : 2;

    public override string ToString() => PersonId ?? "patient";
}

/// <summary>Who may read what is said about a patient, the first choice first.</summary>
internal static class Readers
{
    private const int AdultAge = 18;

    // Records of a parent's guardianship are rarely ended on the eighteenth birthday; a court's guardian of a grown
    // person holds a power of attorney, or is on record beyond these years (evidence.md §7.6).
    private const int AgeWhenChildhoodGuardianshipIsOver = 21;

    public static List<Reader> Of(Candidate wish, Household household, PlanningContext context)
    {
        var patient = wish.Patient;
        var readOn = context.LocalDay(wish.Window.BestAt > context.Now ? wish.Window.BestAt : context.Now);   // who turns eighteen tomorrow reads tomorrow's message
        var age = patient.AgeOn(readOn);
        List<Reader> readers = [];
        var isMinor = IsMinor(patient, age);
        if (!isMinor)
        {
            readers.Add(new Reader(null, patient.Language, patient.Contacts));
        }

        foreach (var caregiver in patient.Caregivers)
        {
            var mayRead = isMinor ? caregiver.MayActForPatient || caregiver.Relations.Any(r => IsParent(r.Value)) : wish.Purpose is Purpose.Care && ActsForAdult(caregiver, age);
            if (mayRead && IsAlive(caregiver, household))
            {
                readers.Add(new Reader(caregiver.Id, caregiver.Language ?? patient.Language, caregiver.Contacts) { ActsForPatient = caregiver.MayActForPatient });
            }
        }

        // The patient, then a guardian, then a parent. A child's own phone is not written to.
        readers.Sort((a, b) => a.Order.CompareTo(b.Order) is not 0 and var order ? order : string.CompareOrdinal(a.PersonId, b.PersonId));
        return readers;
    }

    // Unknown age reads as an adult only where the person has a phone or a mailbox of their own.
    private static bool IsMinor(PatientPicture patient, int? age) =>
        age is { } years ? years < AdultAge : patient.Caregivers.Count > 0 && !patient.Contacts.Any(c => c.Channel is Channel.Sms or Channel.Email);

    private static bool ActsForAdult(Caregiver caregiver, int? age) =>
        caregiver.MayActForPatient && (age is null or >= AgeWhenChildhoodGuardianshipIsOver || caregiver.Relations.Any(r => r.Value.EndsWith("POWATT", StringComparison.Ordinal)));

    // A mother who has died is often still the child's contact. Her number may be the father's now, but nothing is addressed to her.
    private static bool IsAlive(Caregiver caregiver, Household household)
    {
        foreach (var member in household.Members)
        {
            if (member.IsDeceased && IsSameName(member, caregiver) && member.Contacts.Any(m => caregiver.Contacts.Any(c => c.Value == m.Value)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSameName(PatientPicture member, Caregiver caregiver) =>
        (member.FullName is { } full && string.Equals(full, caregiver.FullName, StringComparison.OrdinalIgnoreCase))
        || (member.NameToUse is { } name && string.Equals(name, caregiver.NameToUse, StringComparison.OrdinalIgnoreCase));

    // HL7 v3 RoleCode: parents of every kind.
    private static bool IsParent(string relation) => relation is "PRN" or "MTH" or "FTH" or "NMTH" or "NFTH" or "NPRN" or "STPMTH" or "STPFTH" or "STPPRN"
        or "ADOPTP" or "ADOPTM" or "ADOPTF" or "PRNFOST" or "FTHFOST" or "MTHFOST";
}
