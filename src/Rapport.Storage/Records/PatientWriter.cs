using Rapport.Core.Intake;
using Rapport.Storage.Intake;
using Rapport.Storage.Planning;

namespace Rapport.Storage.Records;

/// <summary>Keeps what we must know of a patient without opening the document, and takes back touches to people who are gone.</summary>
internal sealed class PatientWriter(Session session, string practice)
{
    private const string Upsert =
        """
        INSERT INTO patients (practice, id, household, survivor, merged_into, is_deceased, is_active)
        VALUES (@practice, @id, @id, @id, @merged_into, @is_deceased, @is_active)
        ON CONFLICT (practice, id) DO UPDATE SET
            survivor = CASE WHEN excluded.merged_into IS NULL THEN excluded.id ELSE survivor END,
            merged_into = excluded.merged_into, is_deceased = excluded.is_deceased, is_active = excluded.is_active
        """;

    private const string ForgetIdentifiers = "DELETE FROM identifiers WHERE practice = @practice AND patient = @patient";

    private const string AddIdentifier =
        """
        INSERT INTO identifiers (practice, value, system, patient) VALUES (@practice, @value, @system, @patient)
        ON CONFLICT (practice, value, system, patient) DO NOTHING
        """;

    private readonly TouchWithdrawal _touches = new(session, practice);

    /// <summary>Patients written so far in this transaction.</summary>
    public List<SourcePatient> Written { get; } = [];

    public long Withdrawn => _touches.Withdrawn;

    public void Write(SourcePatient patient, bool isNew)
    {
        var mergedInto = patient.ReplacedBy is { } survivor ? PatientReferences.NameIn(survivor) : null;
        session[Upsert].Run(practice, patient.Id, mergedInto, patient.IsDeceased, patient.IsActive);
        if (!isNew)
        {
            session[ForgetIdentifiers].Run(practice, patient.Id);
        }

        foreach (var identifier in patient.Identifiers)
        {
            session[AddIdentifier].Run(practice, identifier.Value, identifier.System, patient.Id);
        }

        Written.Add(patient);
        if (ReasonToBeSilent(patient) is { } reason)
        {
            _touches.WithdrawOfPatient(patient.Id, reason);
        }
    }

    private static string? ReasonToBeSilent(SourcePatient patient) => patient switch
    {
        { IsDeceased: true } => "patient is deceased",
        { ReplacedBy: not null } => "patient record was merged",
        { IsActive: false } => "patient record is closed",
        _ => null,
    };
}
