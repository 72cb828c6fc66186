using System.Data.Common;
using Rapport.Core.Intake;
using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Storage.Intake;

namespace Rapport.Storage.Records;

/// <summary>Reads households as one merge of three streams that the database keeps in the same order.</summary>
/// <remarks>
/// The order is household, survivor, patient. Every patient has a document of their own, which comes first, so that the
/// side streams (visit histories, touches) need only be compared for equality and never sorted or searched.
/// </remarks>
internal sealed class HouseholdReader(Database database, Session session)
{
    private const string Documents =
        """
        SELECT c.kind, c.id, c.updated_at, c.body, c.patient, p.survivor, p.household
        FROM {0} p CROSS JOIN chart c ON c.practice = p.practice AND c.patient = p.id
        WHERE p.practice = @practice
        ORDER BY p.household, p.survivor, p.id, c.kind, c.id
        """;

    private const string Histories =
        """
        SELECT p.survivor, v.id, v.moved_from, v.moved_at, v.cancelled_at
        FROM {0} p CROSS JOIN visits v ON v.practice = p.practice AND v.patient = p.id
        WHERE p.practice = @practice AND (v.moved_at IS NOT NULL OR v.cancelled_at IS NOT NULL)
        ORDER BY p.household, p.survivor, p.id, v.id
        """;

    private const string Touches =
        """
        SELECT p.survivor, t.id, t.program, t.subject, t.step, t.purpose, t.channel, t.address, t.status, t.sent_at, t.template
        FROM {0} p CROSS JOIN touches t ON t.practice = p.practice AND t.patient = p.id
        WHERE p.practice = @practice
        ORDER BY p.household, p.survivor, p.id, t.id
        """;

    private const string Suppressed = "SELECT address, reason FROM suppressed_addresses WHERE practice = @practice";

    private const string Everyone = "patients";

    private const string HouseholdsOf =
        """
        (SELECT h.practice, h.household, h.survivor, h.id
         FROM (SELECT DISTINCT w.household FROM patients w WHERE w.practice = @practice AND w.id IN ({0}) ORDER BY w.household) n
         CROSS JOIN patients h ON h.practice = @practice AND h.household = n.household)
        """;

    /// <summary>All households, or those of some patients.</summary>
    public IEnumerable<HouseholdCharts> Read(IReadOnlyCollection<PatientId>? patients, CancellationToken ct)
    {
        var suppressed = ReadSuppressed();
        using var histories = new SideStream<KeyValuePair<string, VisitHistory>>(Open(Histories, patients), HistoryIn);
        using var touches = new SideStream<PastTouch>(Open(Touches, patients), TouchIn);
        foreach (var household in ReadCharts(patients, ct).ChunkWhile((a, b) => a.Household == b.Household))
        {
            ct.ThrowIfCancellationRequested();
            var charts = household.Select(chart => chart with
            {
                Visits = new Dictionary<string, VisitHistory>(histories.Of(chart.Patient.Id), StringComparer.Ordinal),
                Touches = [.. touches.Of(chart.Patient.Id)],
            });
            yield return new HouseholdCharts(household[0].Household, [.. charts], suppressed);
        }
    }

    /// <summary>One chart for each person; the documents of merged records follow the survivor's.</summary>
    public IEnumerable<Chart> ReadCharts(IReadOnlyCollection<PatientId>? patients, CancellationToken ct, ChartKind upTo = ChartKind.LastService)
    {
        using var rows = Open(Documents, patients);
        var chart = new ChartInProgress("");
        var (patient, survivor) = ("", "");
        while (rows.Read())
        {
            var kind = (ChartKind)rows.GetInt32(0);
            if (kind is ChartKind.Patient)
            {
                ct.ThrowIfCancellationRequested();
                (patient, survivor) = (rows.GetString(4), rows.GetString(5));
                if (survivor != chart.Survivor)
                {
                    if (chart.Done() is { } done)
                    {
                        yield return done;
                    }

                    chart = new ChartInProgress(survivor) { Household = rows.GetString(6) };
                }
            }

            if (kind <= upTo)
            {
                chart.Add(ChartJson.Read(kind, rows.Bytes(3), rows.GetString(1), patient, rows.InstantOrNull(2)));
            }
        }

        if (chart.Done() is { } last)
        {
            yield return last;
        }
    }

    private DbDataReader Open(string sql, IReadOnlyCollection<PatientId>? patients)
    {
        if (patients is null)
        {
            return session[From(sql, Everyone)].Read(database.Practice);
        }

        var households = From(HouseholdsOf, database.ListedIn("@patients"));
        return session[From(sql, households)].Read(database.Practice, database.ListOf(patients.Select(p => p.Value)));
    }

    private static string From(string sql, string source) => sql.Replace("{0}", source, StringComparison.Ordinal);

    private Dictionary<string, string> ReadSuppressed()
    {
        using var rows = session[Suppressed].Read(database.Practice);
        var suppressed = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            suppressed[rows.GetString(0)] = rows.GetString(1);
        }

        return suppressed;
    }

    private static KeyValuePair<string, VisitHistory> HistoryIn(DbDataReader row) =>
        new(row.GetString(1), new VisitHistory(row.InstantOrNull(2), row.InstantOrNull(3), row.InstantOrNull(4)));

    private static PastTouch TouchIn(DbDataReader row) => new()
    {
        Id = new TouchId(row.GetGuid(1)),
        Program = row.GetString(2),
        Subject = row.GetString(3),
        Step = row.GetString(4),
        Purpose = (Purpose)row.GetInt32(5),
        Channel = (Channel)row.GetInt32(6),
        Address = row.GetString(7),
        Status = ((TouchStatus)row.GetInt32(8)).ToString(),
        SentAt = row.InstantOrNull(9),
        Template = row.TextOrNull(10),
    };

    private sealed class ChartInProgress(string survivor)
    {
        private readonly List<ChartRecord> _records = [];
        private SourcePatient? _patient;

        public string Survivor => survivor;

        public string Household { get; init; } = "";

        public void Add(SourceRecord record)
        {
            switch (record)
            {
                case SourcePatient person when person.Id == survivor:
                    _patient = person;
                    break;
                case ChartRecord chart:
                    _records.Add(chart);
                    break;
            }
        }

        public Chart? Done() => _patient is null ? null : new Chart
        {
            Patient = _patient,
            Household = new HouseholdId(Household),
            Records = new ValueList<ChartRecord>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_records)),
        };
    }
}
