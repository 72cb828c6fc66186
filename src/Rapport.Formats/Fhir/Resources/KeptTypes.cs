using System.Collections.Frozen;
using Rapport.Formats.Fhir.Json;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads one resource of one type and hands its record to the session, or says why not.</summary>
internal delegate void RecordReader(ref FhirCursor json);

/// <summary>The types of resource that Rapport keeps. All others are counted and passed over.</summary>
internal static class KeptTypes
{
    private static readonly FrozenDictionary<string, RecordReader> s_readers = new Dictionary<string, RecordReader>(StringComparer.Ordinal)
    {
        ["Organization"] = OrganizationReader.Read,
        ["Location"] = LocationReader.Read,
        ["Practitioner"] = PractitionerReader.Read,
        ["PractitionerRole"] = PractitionerRoleReader.Read,
        ["Patient"] = PatientReader.Read,
        ["RelatedPerson"] = RelatedPersonReader.Read,
        ["Schedule"] = ScheduleReader.Read,
        ["Slot"] = SlotReader.Read,
        ["Appointment"] = AppointmentReader.Read,
        ["Encounter"] = EncounterReader.Read,
        ["Procedure"] = ProcedureReader.Read,
        ["Immunization"] = ImmunizationReader.Read,
        ["Observation"] = ObservationReader.Read,
        ["DiagnosticReport"] = DiagnosticReportReader.Read,
        ["ServiceRequest"] = ServiceRequestReader.Read,
        ["MedicationRequest"] = MedicationRequestReader.Read,
        ["MedicationStatement"] = MedicationUseReader.ReadStatement,
        ["MedicationAdministration"] = MedicationUseReader.ReadAdministration,
        ["DeviceRequest"] = DeviceRequestReader.Read,
        ["Condition"] = ConditionReader.Read,
        ["CarePlan"] = CarePlanReader.Read,
        ["Consent"] = ConsentReader.Read,
        ["Communication"] = CommunicationReader.Read,
        ["Flag"] = FlagReader.Read,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Others refer to these, so they come first; Medication is not kept, but tells what an order is for.
    private static readonly string[] s_first =
        ["Organization", "Location", "Practitioner", "PractitionerRole", "Patient", "RelatedPerson", "Medication"];

    public static IEnumerable<string> Names => s_readers.Keys;

    public static RecordReader? Find(string type) => s_readers.GetValueOrDefault(type);

    /// <summary>The place of a type in the order of reading.</summary>
    public static int RankOf(string? type) => Array.IndexOf(s_first, type) is >= 0 and var rank ? rank : s_first.Length;
}
