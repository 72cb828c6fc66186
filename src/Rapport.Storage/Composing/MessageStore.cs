using Rapport.Core.Planning;
using Rapport.Engine.Composing;
using Rapport.Storage.Planning;
using Rapport.Storage.Records;

namespace Rapport.Storage.Composing;

/// <summary>Keeps words.</summary>
internal sealed class MessageStore(Database database) : IMessageStore
{
    private const string Planned =
        $"""
        SELECT {StoredTouches.TouchColumns} FROM touches t
        WHERE t.practice = @practice AND t.status = 0
        ORDER BY t.household, t.group_key, t.id
        """;

    // Words belong to one plan: a touch that was planned otherwise meanwhile must not get them.
    private const string IsAsComposed =
        """
        SELECT 1 FROM touches WHERE practice = @practice AND id = @id AND status = 0
            AND address = @address AND channel = @channel AND language = @language AND best_at = @best_at AND group_key = @group_key
        """;

    private const string Attach =
        """
        UPDATE touches SET status = @status, reason = @reason, message_id = @message_id, template = @template, due_at = @due_at
        WHERE practice = @practice AND id = @id AND status = 0
        """;

    public IEnumerable<IReadOnlyList<Touch>> ReadPlanned(CancellationToken ct)
    {
        using var session = database.OpenSnapshot();
        foreach (var household in ReadTouches(session).ChunkWhile((a, b) => a.Household == b.Household))
        {
            ct.ThrowIfCancellationRequested();
            yield return household;
        }
    }

    public void Save(IReadOnlyList<Composition> compositions, DateTimeOffset now) => database.Write(session =>
    {
        foreach (var composition in compositions.Where(c => c.Touches.All(touch => StandsAsComposed(session, touch))))
        {
            Save(session, composition);
        }

        return compositions.Count;
    });

    private void Save(Session session, Composition composition)
    {
        var message = composition.Message;
        if (message is not null)
        {
            session.Keep(database, message);
        }

        foreach (var touch in composition.Touches)
        {
            long? dueAt = composition.Status is TouchStatus.Approved ? touch.Window.BestAt.UtcTicks : null;
            session[Attach].Run(
                (int)composition.Status, composition.Reason, message?.Id, message?.Template, dueAt, database.Practice, touch.Id.Value);
        }
    }

    private bool StandsAsComposed(Session session, Touch touch) => session[IsAsComposed].One(
        database.Practice, touch.Id.Value, touch.Recipient.Address, (int)touch.Channel, touch.Language.Tag,
        touch.Window.BestAt.UtcTicks, touch.GroupKey) is not null;

    private IEnumerable<Touch> ReadTouches(Session session)
    {
        using var rows = session[Planned].Read(database.Practice);
        while (rows.Read())
        {
            yield return StoredTouches.TouchIn(rows);
        }
    }
}
