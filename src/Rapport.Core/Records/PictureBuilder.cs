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
            IsDeceased = patient.IsDeceased || patient.DeceasedOn is not null,
            DeceasedOn = patient.DeceasedOn,
            IsActive = patient.IsActive && patient.ReplacedBy is null,
            Language = LanguageOf(patient.Languages) ?? practice.Languages[0],
            TimeZones = TimeZones.Of(home?.TimeZone, home?.State, home?.Country, practice.TimeZone),
            Contacts = contacts.Read(patient.Telecoms, patient.Addresses),
            Caregivers = [.. chart.Records.OfType<SourceRelatedPerson>().Where(r => r.IsActive && !(r.Until < today) && !(r.From > today)).OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => CaregiverOf(r, contacts, today))],
            Consents = [.. chart.Records.OfType<SourceConsent>().Select(c => ConsentReader.Read(c, today)).OfType<ConsentRule>()],
            Warnings = [.. chart.Records.OfType<SourceFlag>().SelectMany(WarningReader.Read)],
            Visits = [.. chart.Records.OfType<SourceAppointment>().Select(a => VisitOf(a, chart.Visits)).OrderBy(v => v.StartsAt).ThenBy(v => v.Id, StringComparer.Ordinal)],
            Encounters = [.. chart.Records.OfType<SourceEncounter>().OrderBy(e => e.From?.Earliest).ThenBy(e => e.Id, StringComparer.Ordinal)],
            Services = [.. chart.Records.OfType<SourceService>()],
            Conditions = [.. chart.Records.OfType<SourceCondition>()],
            CarePlans = [.. chart.Records.OfType<SourceCarePlan>()],
            SentByOthers = [.. chart.Records.OfType<SourceCommunication>()],
            Notes = [.. chart.Records.OfType<SourceNote>().OrderBy(n => n.Id, StringComparer.Ordinal)],
            History = chart.Touches,
            KnownClinician = MostSeen(chart.Records, today),
        };
    }

    private static Language? LanguageOf(ValueList<string> languages) =>
        languages.Count > 0 && !string.IsNullOrWhiteSpace(languages[0]) ? Language.From(languages[0].Trim()) : null;

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
            Status = VisitStatuses.Of(appointment, practice.AcceptedMeansConfirmed),
            StartsAt = appointment.StartsAt,
            EndsAt = appointment.EndsAt,
            BookedAt = appointment.CreatedAt?.At,
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
        .Where(e => e.Status is not ("cancelled" or "planned" or "entered-in-error") && e.From is { } from && from.On.Earliest >= today.AddYears(-2) && from.On.Earliest <= today)
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
        var (seen, shared) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var chart in household.Charts.Where(chart => IsLivingAdult(chart.Patient, today)))
        {
            foreach (var point in contacts.Read(chart.Patient.Telecoms, []))
            {
                if (point.State is ContactState.Usable or ContactState.Suppressed && !seen.Add(point.Value))
                {
                    shared.Add(point.Value);
                }
            }
        }

        return shared;
    }

    // A widow answers the phone that she shared with her husband alone.
    private static bool IsLivingAdult(SourcePatient patient, DateOnly today) =>
        patient is { IsDeceased: false, DeceasedOn: null } && Ages.On(patient.BornOn, today) is null or >= 18;
}
