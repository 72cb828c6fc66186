using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Core.Records;

/// <summary>Makes the charts of a household into the pictures that planning looks at.</summary>
public sealed class PictureBuilder(Practice practice, PracticeDirectory directory)
{
    public Household Build(HouseholdCharts household, DateOnly today)
    {
        var shared = SharedAddresses(household, today);
        return new Household(household.Household, [.. household.Charts.Select(chart => Build(chart, household.Suppressed, shared, today))]);
    }

    private PatientPicture Build(Chart chart, IReadOnlyDictionary<string, string> suppressed, HashSet<string> shared, DateOnly today)
    {
        var patient = chart.Patient;
        var contacts = new ContactReader(practice.Country, today, suppressed, shared);
        var home = patient.Addresses.FirstOrDefault(a => a.Use is not "old" && !(a.Until < today));
        return new PatientPicture
        {
            Id = new PatientId(patient.Id),
            Household = chart.Household,
            NameToUse = PersonNames.ToUse(patient.Names, today),
            FullName = PersonNames.Full(patient.Names, today),
            BornOn = patient.BornOn,
            Gender = patient.Gender,
            BirthSex = patient.BirthSex,
            IsDeceased = patient.IsDeceased,
            DeceasedOn = patient.DeceasedOn,
            IsActive = patient.IsActive,
            Language = LanguageOf(patient.Languages) ?? practice.Languages[0],
            TimeZones = TimeZones.Of(home?.TimeZone, home?.State, home?.Country, practice.TimeZone),
            Contacts = contacts.Read(patient.Telecoms, patient.Addresses),
            Caregivers = [.. chart.Records.OfType<SourceRelatedPerson>().Where(r => r.IsActive && !(r.Until < today)).Select(r => CaregiverOf(r, contacts, today))],
            Consents = [.. chart.Records.OfType<SourceConsent>().Select(c => ConsentReader.Read(c, today)).OfType<ConsentRule>()],
            Warnings = [.. chart.Records.OfType<SourceFlag>().SelectMany(WarningReader.Read)],
            Visits = [.. chart.Records.OfType<SourceAppointment>().Select(a => VisitOf(a, chart.Visits)).OrderBy(v => v.StartsAt).ThenBy(v => v.Id, StringComparer.Ordinal)],
            Encounters = [.. chart.Records.OfType<SourceEncounter>()],
            Services = [.. chart.Records.OfType<SourceService>()],
            Conditions = [.. chart.Records.OfType<SourceCondition>()],
            CarePlans = [.. chart.Records.OfType<SourceCarePlan>()],
            SentByOthers = [.. chart.Records.OfType<SourceCommunication>()],
            Notes = [.. chart.Records.OfType<SourceNote>()],
            History = chart.Touches,
            KnownClinician = MostSeen(chart.Records, today),
        };
    }

    private static Language? LanguageOf(ValueList<string> languages) => languages.Count > 0 ? Language.From(languages[0]) : null;

    private static Caregiver CaregiverOf(SourceRelatedPerson person, ContactReader contacts, DateOnly today) => new()
    {
        Id = person.Id,
        NameToUse = PersonNames.ToUse(person.Names, today),
        FullName = PersonNames.Full(person.Names, today),
        MayActForPatient = person.Relations.Any(r => ActsForPatient(r.Value)),
        Relations = person.Relations,
        Language = LanguageOf(person.Languages),
        Contacts = contacts.Read(person.Telecoms, person.Addresses),
    };

    // HL7 v3 RoleCode: guardians, holders of a power of attorney and responsible parties. A parent acts for a minor too;
    // whether the patient is a minor is decided where the recipient is chosen.
    private static bool ActsForPatient(string relation) => relation is "GUARD" or "POWATT" or "DPOWATT" or "HPOWATT" or "SPOWATT" or "RESPRSN";

    private Visit VisitOf(SourceAppointment appointment, IReadOnlyDictionary<string, VisitHistory> histories)
    {
        var history = histories.GetValueOrDefault(appointment.Id);
        return new Visit
        {
            Id = appointment.Id,
            Status = VisitStatuses.Of(appointment),
            StartsAt = appointment.StartsAt,
            EndsAt = appointment.EndsAt,
            MovedFrom = history?.MovedFrom,
            MovedAt = history?.MovedAt,
            CancelledAt = history?.CancelledAt,
            ServiceTypes = appointment.ServiceTypes,
            Sensitivity = practice.LabelFor(appointment.ServiceTypes)?.Sensitivity ?? Sensitivity.Generic,
            Clinician = directory.Clinician(appointment.Practitioners),
            Place = directory.Place(appointment.Location),
            Instructions = appointment.Instructions,
        };
    }

    private string? MostSeen(ValueList<ChartRecord> records, DateOnly today) => records.OfType<SourceEncounter>()
        .Where(e => e.From is { } from && from.On.Earliest >= today.AddYears(-2) && from.On.Earliest <= today)
        .Select(e => directory.Clinician(e.Practitioners))
        .OfType<string>()
        .GroupBy(name => name, StringComparer.Ordinal)
        .OrderByDescending(seen => seen.Count()).ThenBy(seen => seen.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    // Where two adults answer one phone, a text to one is read by the other (evidence.md §7.5).
    private HashSet<string> SharedAddresses(HouseholdCharts household, DateOnly today)
    {
        if (household.Charts.Count is 1)
        {
            return [];
        }

        var contacts = new ContactReader(practice.Country, today, household.Suppressed, []);
        return [.. household.Charts
            .Where(chart => Ages.On(chart.Patient.BornOn, today) is null or >= 18)
            .SelectMany(chart => contacts.Read(chart.Patient.Telecoms, []).Select(c => c.Value).Distinct(StringComparer.Ordinal))
            .GroupBy(address => address, StringComparer.Ordinal)
            .Where(owners => owners.Skip(1).Any())
            .Select(owners => owners.Key)];
    }
}
