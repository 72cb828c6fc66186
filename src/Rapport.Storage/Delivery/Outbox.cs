using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Engine.Delivery;
using Rapport.Engine.Planning;
using Rapport.Storage.Planning;
using Rapport.Storage.Records;

namespace Rapport.Storage.Delivery;

/// <summary>The queue of approved messages. A row is in it while <c>due_at</c> says when to look at it.</summary>
internal sealed class Outbox(Database database) : IOutbox
{
    // Due rows choose their groups; then every member of such a group that is free comes along.
    // What is claimed is free again once its lease, kept in due_at, has run out.
    private const string Due =
        $"""
        SELECT {StoredTouches.Columns}
        FROM (SELECT d.household, d.group_key, MIN(d.program <> 'appointment') AS is_other, MIN(d.expires_at) AS ends_first
              FROM (SELECT household, group_key, program, expires_at
                    FROM touches WHERE practice = @practice AND due_at IS NOT NULL AND due_at <= @now
                    ORDER BY program <> 'appointment', expires_at, household, group_key LIMIT @max) d
              GROUP BY d.household, d.group_key) g
        CROSS JOIN touches t ON t.practice = @practice AND t.household = g.household AND t.group_key = g.group_key
            AND (t.status = @approved OR (t.status = @claimed AND t.due_at <= @now))
        LEFT JOIN messages m ON m.practice = t.practice AND m.id = t.message_id
        ORDER BY g.is_other, g.ends_first, g.household, g.group_key, t.expires_at, t.id
        """;

    private const string Earliest = "SELECT MIN(due_at) FROM touches WHERE practice = @practice AND due_at IS NOT NULL";

    private const string SuppressAddress =
        """
        INSERT INTO suppressed_addresses (practice, address, reason, suppressed_at) VALUES (@practice, @address, @reason, @at)
        ON CONFLICT (practice, address) DO NOTHING
        """;

    private const string SuppressQueued =
        """
        UPDATE touches SET status = @suppressed, reason = @reason, due_at = NULL
        WHERE practice = @practice AND address = @address AND status < @claimed
        """;

    private const string HouseholdOf = "SELECT household FROM patients WHERE practice = @practice AND id = @id";

    public IReadOnlyList<StoredTouch> Claim(
        DateTimeOffset now, int max, TimeSpan lease, Func<DueHousehold, IReadOnlyList<ClaimDecision>> decide) => database.Write(session =>
    {
        var writer = new ClaimWriter(database, session, now, now + lease);
        var due = ReadDue(session, now, max);
        foreach (var household in BesideTheTruth(session, due, writer))
        {
            writer.Write(household.Due, decide(household));
        }

        return writer.ClaimedInOrderOf(due);
    });

    public void Record(IReadOnlyList<DeliveryOutcome> outcomes, DateTimeOffset now) => database.Write(session =>
    {
        var writer = new OutcomeWriter(database, session, now);
        foreach (var outcome in outcomes)
        {
            writer.Write(outcome);
        }

        return outcomes.Count;
    });

    public DateTimeOffset? NextDueAt()
    {
        using var session = database.OpenSnapshot();
        return session[Earliest].One(database.Practice) is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    public void Suppress(string address, string reason, DateTimeOffset now) => database.Write(session =>
    {
        session[SuppressAddress].Run(database.Practice, address, reason, now.UtcTicks);
        return session[SuppressQueued].Run((int)TouchStatus.Suppressed, reason, database.Practice, address, (int)TouchStatus.Claimed);
    });

    private List<StoredTouch> ReadDue(Session session, DateTimeOffset now, int max)
    {
        using var rows = session[Due].Read(database.Practice, now.UtcTicks, max, (int)TouchStatus.Approved, (int)TouchStatus.Claimed);
        var due = new List<StoredTouch>();
        while (rows.Read())
        {
            due.Add(StoredTouches.StoredTouchIn(rows, database.Sealer));
        }

        return due;
    }

    private IEnumerable<DueHousehold> BesideTheTruth(Session session, List<StoredTouch> due, ClaimWriter writer)
    {
        if (due.Count is 0)
        {
            yield break;
        }

        PatientId[] patients = [.. due.Select(d => d.Touch.Patient).Distinct()];
        var households = new HouseholdReader(database, session).Read(patients, CancellationToken.None).ToDictionary(h => h.Household);
        foreach (var group in due.GroupBy(d => HouseholdNow(session, d.Touch.Patient)).ToArray())
        {
            if (group.Key is { } key && households.TryGetValue(key, out var charts))
            {
                yield return new DueHousehold(charts, [.. group]);
            }
            else
            {
                writer.EndAll(group, "patient is no longer on record");
            }
        }
    }

    private HouseholdId? HouseholdNow(Session session, PatientId patient) =>
        session[HouseholdOf].One(database.Practice, patient.Value) is string household ? new HouseholdId(household) : null;
}
