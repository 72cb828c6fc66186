using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Benchmarks.Intake;

/// <summary>Records of an invented practice, twelve to a patient, in the order of a bulk export: one kind after the other.</summary>
internal static class SeededPractice
{
    private const int RecordsPerPatient = 13;
    private static readonly DateTimeOffset Epoch = new(2024, 1, 8, 9, 0, 0, TimeSpan.FromHours(-5));

    public static SourceRecord[] OfAbout(int records)
    {
        string[] patients = [.. Enumerable.Range(0, records / RecordsPerPatient).Select(i => Chance.IdOf("patient", $"{i}").ToString())];
        return
        [
            .. patients.Select(Patient),
            .. patients.SelectMany(p => Several(p, 3, Encounter)),
            .. patients.SelectMany(p => Several(p, 4, Observation)),
            .. patients.SelectMany(p => Several(p, 1, Procedure)),
            .. patients.SelectMany(p => Several(p, 1, Immunization)),
            .. patients.SelectMany(p => Several(p, 1, Condition)),
            .. patients.SelectMany(p => Several(p, 2, Appointment)),
        ];
    }

    private static IEnumerable<SourceRecord> Several(string patient, int count, Func<string, string, DateTimeOffset, SourceRecord> make) =>
        Enumerable.Range(0, count).Select(i =>
        {
            var at = Epoch.AddDays(Chance.Pick(900, patient, make.Method.Name, $"{i}"));
            return make(patient, Chance.IdOf(patient, make.Method.Name, $"{i}").ToString(), at);
        });

    private static SourcePatient Patient(string id) => new()
    {
        Id = id,
        UpdatedAt = Epoch,
        Identifiers = [new("http://hospital.example/mrn", id), new("http://hl7.org/fhir/sid/us-ssn", $"999-{Chance.Pick(9999, id):D4}")],
        Names = [new SourceName { Use = "official", Family = $"Abernathy{Chance.Pick(999, id)}", Given = ["Marisol", "Elena"], Prefix = "Ms." }],
        Telecoms =
        [
            new SourceTelecom { System = "phone", Value = $"555-{Chance.Pick(999, id, "a"):D3}-{Chance.Pick(9999, id, "b"):D4}", Use = "home" },
            new SourceTelecom { System = "email", Value = $"m{Chance.Pick(99999, id)}@example.org" },
        ],
        Addresses = [new SourceAddress { Lines = [$"{Chance.Pick(999, id)} Ratke Landing"], City = "Springfield", State = "Massachusetts", PostalCode = "01105", Country = "US" }],
        BornOn = new PartialDate(1930 + Chance.Pick(90, id), 3, 12),
        Gender = "female",
        BirthSex = "F",
        Languages = ["en-US"],
    };

    private static SourceEncounter Encounter(string patient, string id, DateTimeOffset at) => new()
    {
        Id = id,
        Patient = patient,
        UpdatedAt = at,
        Status = "finished",
        Class = "AMB",
        Types = [new("http://snomed.info/sct", "185349003")],
        From = PointInTime.From(at),
        Until = PointInTime.From(at.AddMinutes(30)),
        Practitioners = ["Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999999799"],
        Location = "Location?identifier=https://example.org|28",
    };

    private static SourceService Observation(string patient, string id, DateTimeOffset at) => new()
    {
        Id = id,
        Patient = patient,
        UpdatedAt = at,
        Kind = ServiceKind.Observation,
        Status = "final",
        Codes = [new("http://loinc.org", "4548-4")],
        Categories = [new("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory")],
        From = PointInTime.From(at),
        RecordedAt = PointInTime.From(at),
        Value = new SourceValue(5.9m, "%"),
        Encounter = $"Encounter/{id}",
    };

    private static SourceService Procedure(string patient, string id, DateTimeOffset at) => new()
    {
        Id = id,
        Patient = patient,
        UpdatedAt = at,
        Kind = ServiceKind.Procedure,
        Status = "completed",
        Codes = [new("http://snomed.info/sct", "73761001")],
        From = PointInTime.From(at),
        Until = PointInTime.From(at.AddMinutes(40)),
        Encounter = $"Encounter/{id}",
    };

    private static SourceService Immunization(string patient, string id, DateTimeOffset at) => new()
    {
        Id = id,
        Patient = patient,
        UpdatedAt = at,
        Kind = ServiceKind.Immunization,
        Status = "completed",
        Codes = [new("http://hl7.org/fhir/sid/cvx", "140")],
        From = PointInTime.From(at),
        Encounter = $"Encounter/{id}",
    };

    private static SourceCondition Condition(string patient, string id, DateTimeOffset at) => new()
    {
        Id = id,
        Patient = patient,
        UpdatedAt = at,
        Codes = [new("http://snomed.info/sct", "44054006")],
        ClinicalStatus = "active",
        Verification = "confirmed",
        From = PointInTime.From(at),
    };

    private static SourceAppointment Appointment(string patient, string id, DateTimeOffset at) => new()
    {
        Id = id,
        Patient = patient,
        UpdatedAt = at,
        Status = "booked",
        StartsAt = at.AddDays(900),
        EndsAt = at.AddDays(900).AddMinutes(30),
        ServiceTypes = [new("http://terminology.hl7.org/CodeSystem/service-type", "57")],
        Practitioners = [$"Practitioner/{Chance.Pick(20, id)}"],
        Location = "Location/main",
    };
}
