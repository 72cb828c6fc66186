using Rapport.Core.Intake;

namespace Rapport.Storage.Intake;

/// <summary>What a document is. The numbers are stored, and order a chart: the patient first.</summary>
/// <remarks>Services are told apart by the resource they came from, since FHIR ids are unique only within one resource type.</remarks>
internal enum ChartKind
{
    Patient = 0,
    RelatedPerson = 1,
    Appointment = 2,
    Encounter = 3,
    Condition = 4,
    CarePlan = 5,
    Consent = 6,
    Communication = 7,
    Flag = 8,
    Note = 9,
    FirstService = 20,
    LastService = 39,
    Practitioner = 40,
    Role = 41,
    Organization = 42,
    Location = 43,
    Schedule = 44,
    Slot = 45,
}

internal static class ChartKinds
{
    public static IEnumerable<ChartKind> All => Enum.GetValues<ChartKind>().Where(kind => kind is not (ChartKind.FirstService or ChartKind.LastService))
        .Concat(Enum.GetValues<ServiceKind>().Select(OfService));

    public static ChartKind KindOf(SourceRecord record) => record switch
    {
        SourcePatient => ChartKind.Patient,
        SourceRelatedPerson => ChartKind.RelatedPerson,
        SourceAppointment => ChartKind.Appointment,
        SourceEncounter => ChartKind.Encounter,
        SourceCondition => ChartKind.Condition,
        SourceCarePlan => ChartKind.CarePlan,
        SourceConsent => ChartKind.Consent,
        SourceCommunication => ChartKind.Communication,
        SourceFlag => ChartKind.Flag,
        SourceNote => ChartKind.Note,
        SourceService service => OfService(service.Kind),
        SourcePractitioner => ChartKind.Practitioner,
        SourceRole => ChartKind.Role,
        SourceOrganization => ChartKind.Organization,
        SourceLocation => ChartKind.Location,
        SourceSchedule => ChartKind.Schedule,
        SourceSlot => ChartKind.Slot,
        _ => throw new NotSupportedException($"{record.GetType().Name} has no place in the chart."),
    };

    public static Type TypeOf(ChartKind kind) => kind switch
    {
        ChartKind.Patient => typeof(SourcePatient),
        ChartKind.RelatedPerson => typeof(SourceRelatedPerson),
        ChartKind.Appointment => typeof(SourceAppointment),
        ChartKind.Encounter => typeof(SourceEncounter),
        ChartKind.Condition => typeof(SourceCondition),
        ChartKind.CarePlan => typeof(SourceCarePlan),
        ChartKind.Consent => typeof(SourceConsent),
        ChartKind.Communication => typeof(SourceCommunication),
        ChartKind.Flag => typeof(SourceFlag),
        ChartKind.Note => typeof(SourceNote),
        >= ChartKind.FirstService and <= ChartKind.LastService => typeof(SourceService),
        ChartKind.Practitioner => typeof(SourcePractitioner),
        ChartKind.Role => typeof(SourceRole),
        ChartKind.Organization => typeof(SourceOrganization),
        ChartKind.Location => typeof(SourceLocation),
        ChartKind.Schedule => typeof(SourceSchedule),
        ChartKind.Slot => typeof(SourceSlot),
        _ => throw new NotSupportedException($"Chart kind {(int)kind} is unknown; it may come from a newer version."),
    };

    private static ChartKind OfService(ServiceKind kind) => ChartKind.FirstService + (int)kind;
}
