using System.Globalization;
using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Core.Planning.Schedules;
using Rapport.Core.Records;

namespace Rapport.Core.Tests.Planning.Schedules;

/// <summary>People for tests of what is due, said in few words.</summary>
internal static class Person
{
    public const string Loinc = "http://loinc.org";
    public const string Snomed = "http://snomed.info/sct";
    public const string Cpt = "http://www.ama-assn.org/go/cpt";
    public const string Cdt = "http://www.ada.org/cdt";
    public const string Icd10 = "http://hl7.org/fhir/sid/icd-10-cm";

    private static readonly DueAssessor BuiltIn = new(Schedule.BuiltIn);

    public static PatientPicture Woman(string born) => new() { Id = new PatientId("w"), BornOn = Date(born), Gender = "female" };

    public static PatientPicture Man(string born) => new() { Id = new PatientId("m"), BornOn = Date(born), Gender = "male" };

    public static PatientPicture With(this PatientPicture person, params SourceService[] services) =>
        person with { Services = [.. person.Services, .. services] };

    public static PatientPicture With(this PatientPicture person, params SourceCondition[] conditions) =>
        person with { Conditions = [.. person.Conditions, .. conditions] };

    public static SourceService Done(string system, string code, string on, ServiceKind kind = ServiceKind.Procedure, string? status = null) => new()
    {
        Id = $"{code}-{on}",
        Patient = "p",
        Kind = kind,
        Status = status ?? (kind is ServiceKind.Observation or ServiceKind.DiagnosticReport ? "final" : "completed"),
        Codes = [new Code(system, code)],
        From = Dated(on),
    };

    public static SourceService Vaccine(int cvx, string on) => Done(CodeSystems.Cvx, cvx.ToString("D2", CultureInfo.InvariantCulture), on, ServiceKind.Immunization);

    public static SourceCondition Has(string system, string code, string since, string? until = null) => new()
    {
        Id = $"{code}-{since}",
        Patient = "p",
        ClinicalStatus = until is null ? "active" : "resolved",
        Codes = [new Code(system, code)],
        From = Dated(since),
        Until = until is null ? null : Dated(until),
    };

    public static ServiceAssessment Asked(this PatientPicture person, string service, string asOf) => person.Asked(service, asOf, BuiltIn);

    public static ServiceAssessment Asked(this PatientPicture person, string service, string asOf, DueAssessor assessor) =>
        assessor.Assess(person, Day(asOf)).Single(a => a.ServiceId == service);

    public static IReadOnlyList<ServiceAssessment> AskedAll(this PatientPicture person, string asOf) => BuiltIn.Assess(person, Day(asOf));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static PointInTime Dated(string text) => PointInTime.TryParse(text, out var point) ? point : throw new FormatException(text);

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new FormatException(text);
}
