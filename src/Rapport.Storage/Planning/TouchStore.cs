using Microsoft.EntityFrameworkCore;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Engine.Planning;

namespace Rapport.Storage.Planning;

/// <summary>Keeps plans.</summary>
internal sealed class TouchStore(Database database) : ITouchStore
{
    private const string OfPatients =
        $"SELECT {StoredTouches.Columns} FROM {StoredTouches.From} WHERE t.practice = @practice AND t.patient IN (" + "{0}) ORDER BY t.patient, t.best_at, t.id";

    private const string AllSent =
        $"SELECT {StoredTouches.Columns} FROM {StoredTouches.From} WHERE t.practice = @practice AND t.status = @sent ORDER BY t.sent_at, t.id";

    public SaveResult Save(IReadOnlyList<TouchPlan> plans, DateTimeOffset now) => database.Write(session =>
    {
        var writer = new PlanWriter(database, session, now);
        return writer.Write(plans);
    });

    public IReadOnlyList<StoredTouch> TouchesOf(IReadOnlyCollection<PatientId> patients)
    {
        using var session = database.OpenSnapshot();
        var sql = OfPatients.Replace("{0}", database.ListedIn("@patients"), StringComparison.Ordinal);
        using var rows = session[sql].Read(database.Practice, database.ListOf(patients.Select(p => p.Value)));
        var touches = new List<StoredTouch>();
        while (rows.Read())
        {
            touches.Add(StoredTouches.StoredTouchIn(rows, database.Sealer));
        }

        return touches;
    }

    public IReadOnlyList<StoredTouch> Sent()
    {
        using var session = database.OpenSnapshot();
        using var rows = session[AllSent].Read(database.Practice, (int)TouchStatus.Sent);
        var touches = new List<StoredTouch>();
        while (rows.Read())
        {
            touches.Add(StoredTouches.StoredTouchIn(rows, database.Sealer));
        }

        return touches;
    }

    public IReadOnlyList<TouchCount> Count()
    {
        using var context = database.OpenContext();
        return [.. context.Touches.AsNoTracking()
            .GroupBy(t => new { t.Program, t.Step, t.Channel, t.Status, t.Reason })
            .Select(g => new { g.Key, Number = g.LongCount() })
            .OrderBy(g => g.Key.Program).ThenBy(g => g.Key.Step).ThenBy(g => g.Key.Channel).ThenBy(g => g.Key.Status).ThenBy(g => g.Key.Reason)
            .AsEnumerable()
            .Select(g => new TouchCount(g.Key.Program, g.Key.Step, g.Key.Channel, g.Key.Status, g.Key.Reason, g.Number))];
    }

    public IReadOnlyList<StaffTask> OpenTasks()
    {
        using var context = database.OpenContext();
        return [.. context.StaffTasks.AsNoTracking()
            .OrderBy(t => t.OpenedAt).ThenBy(t => t.Patient).ThenBy(t => t.Program).ThenBy(t => t.Subject).ThenBy(t => t.Code)
            .Select(t => new StaffTask(new PatientId(t.Patient), t.Program, t.Subject, t.Code, t.Because))];
    }
}
