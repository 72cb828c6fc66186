using Rapport.Core.Intake;
using Rapport.Engine.Intake;
using Rapport.Storage.Records;

namespace Rapport.Storage.Intake;

/// <summary>Writes documents in the transaction of one session, and keeps what follows from them in step.</summary>
internal sealed class ChartWriter(Session session, string practice, DateTimeOffset now)
{
    // Most records of an import are new, so we try that first; only a record that is there is read and compared.
    private const string Insert =
        """
        INSERT INTO chart (practice, kind, id, patient, updated_at, body)
        VALUES (@practice, @kind, @id, @patient, @updated_at, @body)
        ON CONFLICT (practice, kind, id) DO NOTHING
        """;

    private const string Find =
        "SELECT patient, updated_at, body FROM chart WHERE practice = @practice AND kind = @kind AND id = @id";

    private const string Replace =
        """
        UPDATE chart SET patient = @patient, updated_at = COALESCE(@updated_at, updated_at), body = @body
        WHERE practice = @practice AND kind = @kind AND id = @id
        """;

    private const string Confirm =
        "UPDATE chart SET updated_at = @updated_at WHERE practice = @practice AND kind = @kind AND id = @id";

    private readonly PatientReferences _references = new(session, practice);
    private readonly PatientWriter _patients = new(session, practice);
    private readonly VisitWriter _visits = new(session, practice, now);
    private readonly Statement _insert = session[Insert];
    private long _added;
    private long _changed;
    private long _unchanged;

    public void Write(ChartDocument document)
    {
        var patient = PatientOf(document.Record);
        if (_insert.Run(practice, (int)document.Kind, document.Record.Id, patient, document.Record.UpdatedAt?.UtcTicks, document.Body) is 1)
        {
            _added++;
            Follow(document.Record, patient, isNew: true);
        }
        else
        {
            WriteOver(FindStored(document), document, patient);
        }
    }

    /// <summary>Does what needs the whole batch, and says what changed.</summary>
    public WriteResult Finish()
    {
        if (_patients.Written.Count > 0)
        {
            new Merges(session, practice).Follow(_references);
            _references.HandOver(_patients.Written);
        }

        return new WriteResult(_added, _changed, _unchanged, _patients.Withdrawn + _visits.Withdrawn);
    }

    private void WriteOver(Stored stored, ChartDocument document, string patient)
    {
        var updatedAt = document.Record.UpdatedAt;
        if (updatedAt < stored.UpdatedAt)
        {
            _unchanged++;
            return;
        }

        if (document.Record is SourcePatient { IsDeceased: false } alive && !(updatedAt is not null && updatedAt != stored.UpdatedAt))
        {
            document = ChartDocument.Of(StayDeceased(alive, stored));
        }

        var (kind, id) = ((int)document.Kind, document.Record.Id);
        if (patient == stored.Patient && document.Body.AsSpan().SequenceEqual(stored.Body))
        {
            _unchanged++;
            if (updatedAt is not null && updatedAt != stored.UpdatedAt)
            {
                session[Confirm].Run(updatedAt.Value.UtcTicks, practice, kind, id);
            }

            return;
        }

        session[Replace].Run(patient, updatedAt?.UtcTicks, document.Body, practice, kind, id);
        _changed++;
        Follow(document.Record, patient, isNew: false);
    }

    // Only a record that is dated, and newer, brings somebody back to life: to write to the dead is worse than to miss a letter.
    private static SourcePatient StayDeceased(SourcePatient alive, Stored stored) =>
        ChartJson.Read(ChartKind.Patient, stored.Body, alive.Id, "", null) is SourcePatient { IsDeceased: true } before
            ? alive with { IsDeceased = true, DeceasedOn = before.DeceasedOn }
            : alive;

    private string PatientOf(SourceRecord record) => record switch
    {
        ChartRecord chart => _references.Resolve(chart.Patient),
        SourcePatient => record.Id,
        _ => "",
    };

    private void Follow(SourceRecord record, string patient, bool isNew)
    {
        switch (record)
        {
            case SourcePatient person:
                _patients.Write(person, isNew);
                break;
            case SourceAppointment appointment:
                _visits.Write(appointment, patient, isNew);
                break;
        }
    }

    private Stored FindStored(ChartDocument document)
    {
        using var row = session[Find].Read(practice, (int)document.Kind, document.Record.Id);
        row.Read();
        return new Stored(row.GetString(0), row.InstantOrNull(1), row.Bytes(2));
    }

    private readonly record struct Stored(string Patient, DateTimeOffset? UpdatedAt, byte[] Body);
}
