using Rapport.Core.Intake;
using Rapport.Storage.Planning;

namespace Rapport.Storage.Records;

/// <summary>Notices when an appointment moves or leaves the book, and takes back what we meant to say about it.</summary>
internal sealed class VisitWriter(Session session, string practice, DateTimeOffset now)
{
    private const string Find = "SELECT patient, starts_at, status, moved_from, moved_at, cancelled_at FROM visits WHERE practice = @practice AND id = @id";

    private const string Insert =
        """
        INSERT INTO visits (practice, id, patient, starts_at, status)
        VALUES (@practice, @id, @patient, @starts_at, @status)
        """;

    private const string Update =
        """
        UPDATE visits SET patient = @patient, starts_at = @starts_at, status = @status,
            moved_from = @moved_from, moved_at = @moved_at, cancelled_at = @cancelled_at
        WHERE practice = @practice AND id = @id
        """;

    private readonly TouchWithdrawal _touches = new(session, practice);

    public long Withdrawn => _touches.Withdrawn;

    public void Write(SourceAppointment appointment, string patient, bool isNew)
    {
        var after = new Standing(patient, appointment.StartsAt, appointment.Status);
        if (isNew)
        {
            session[Insert].Run(practice, appointment.Id, patient, after.StartsAt?.UtcTicks, after.Status);
            return;
        }

        var (before, history) = Read(appointment.Id);
        var reason = ReasonToTakeBack(before, after);
        if (after.StartsAt != before.StartsAt)
        {
            history = history with { MovedFrom = before.StartsAt, MovedAt = now };
        }

        history = history with { CancelledAt = after.IsOffTheBook ? history.CancelledAt ?? (before.IsOffTheBook ? null : now) : null };
        session[Update].Run(
            after.Patient, after.StartsAt?.UtcTicks, after.Status,
            history.MovedFrom?.UtcTicks, history.MovedAt?.UtcTicks, history.CancelledAt?.UtcTicks,
            practice, appointment.Id);
        if (reason is not null)
        {
            _touches.WithdrawOfVisit(appointment.Id, reason);
        }
    }

    private static string? ReasonToTakeBack(Standing before, Standing after) => (before, after) switch
    {
        _ when after.IsOffTheBook && !before.IsOffTheBook => "visit cancelled",
        _ when after.StartsAt != before.StartsAt => "visit moved",
        _ when after.Patient != before.Patient => "visit is another patient's",
        _ when after.IsComing != before.IsComing => "visit changed",
        _ => null,
    };

    private (Standing, Core.Records.VisitHistory) Read(string id)
    {
        using var row = session[Find].Read(practice, id);
        row.Read();
        return (new Standing(row.GetString(0), row.InstantOrNull(1), row.TextOrNull(2)),
            new(row.InstantOrNull(3), row.InstantOrNull(4), row.InstantOrNull(5)));
    }

    private readonly record struct Standing(string Patient, DateTimeOffset? StartsAt, string? Status)
    {
        /// <summary>The practice or the patient took it off, or the patient did not come.</summary>
        public bool IsOffTheBook => Status is "cancelled" or "noshow" or "entered-in-error";

        /// <summary>Still ahead: reminders make sense. Between these words ("pending", then "booked") nothing is taken back.</summary>
        public bool IsComing => Status is null or "proposed" or "pending" or "booked" or "waitlist";
    }
}
