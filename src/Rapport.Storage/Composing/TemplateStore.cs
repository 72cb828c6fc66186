using System.Data.Common;
using Rapport.Core.Composing;
using Rapport.Core.Primitives;
using Rapport.Engine.Composing.Writing;

namespace Rapport.Storage.Composing;

/// <summary>Keeps templates that were written here.</summary>
internal sealed class TemplateStore(Database database) : ITemplateStore
{
    private const string Columns =
        """
        id, situation, audience, channel, language, shade, voice, origin, subject, body,
        status, writer, prompt, written_at, edited_from, drill, decided_by, decided_at, reason
        """;

    private const string All = $"SELECT {Columns} FROM written_templates WHERE practice = @practice ORDER BY written_at, id";

    private const string AddNew =
        $"""
        INSERT INTO written_templates (practice, {Columns})
        VALUES (@practice, @id, @situation, @audience, @channel, @language, @shade, @voice, @origin, @subject, @body,
            @status, @writer, @prompt, @written_at, @edited_from, @drill, @decided_by, @decided_at, @reason)
        ON CONFLICT (practice, id) DO NOTHING
        """;

    private const string MoveOn =
        """
        UPDATE written_templates SET status = @to, decided_by = @decided_by, decided_at = @decided_at, reason = @reason
        WHERE practice = @practice AND id = @id AND status = @from
        """;

    // From its claim on a touch counts as left (4 claimed, 7 bounced). A message for several visits was read once.
    internal const string Uses =
        """
        SELECT template, COUNT(DISTINCT message_id) FROM touches
        WHERE practice = @practice AND sent_at >= @since AND status >= 4 AND status <= 7 AND template IS NOT NULL
        GROUP BY template
        """;

    public IReadOnlyList<WrittenTemplate> Read()
    {
        using var session = database.OpenSnapshot();
        using var rows = session[All].Read(database.Practice);
        var templates = new List<WrittenTemplate>();
        while (rows.Read())
        {
            // Words for a fact that is no longer on the closed list are for nobody, and must not turn into words for everybody.
            if (Shade.Find(rows.GetString(5)) is { } shade)
            {
                templates.Add(WrittenTemplateIn(rows, shade));
            }
        }

        return templates;
    }

    public int Add(IReadOnlyList<WrittenTemplate> templates) => database.Write(session => templates.Sum(t => Add(session, t)));

    public bool Decide(string id, TemplateStatus from, TemplateStatus to, string by, string? reason, DateTimeOffset at)
    {
        if (!MayBecome(from, to))
        {
            throw new InvalidOperationException($"Template {id} cannot become {to} after {from}.");
        }

        return database.Write(session => session[MoveOn].Run((int)to, by, at.UtcTicks, reason, database.Practice, id, (int)from)) is 1;
    }

    public IReadOnlyDictionary<string, long> UsesSince(DateTimeOffset since)
    {
        using var session = database.OpenSnapshot();
        using var rows = session[Uses].Read(database.Practice, since.UtcTicks);
        var uses = new Dictionary<string, long>(StringComparer.Ordinal);
        while (rows.Read())
        {
            uses.Add(rows.GetString(0), rows.GetInt64(1));
        }

        return uses;
    }

    private int Add(Session session, WrittenTemplate written)
    {
        var (template, situation) = (written.Template, written.Template.Situation);
        return session[AddNew].Run(
            database.Practice, template.Id, situation.Name, (int)situation.Audience, (int)situation.Channel, situation.Language.Tag,
            template.Shade.Name, template.Voice, (int)template.Origin, template.Subject?.Source, template.Body.Source,
            (int)written.Status, written.Writer, written.Prompt, written.WrittenAt.UtcTicks, written.EditedFrom, written.Drill,
            written.DecidedBy, written.DecidedAt?.UtcTicks, written.Reason);
    }

    private static bool MayBecome(TemplateStatus from, TemplateStatus to) => from switch
    {
        TemplateStatus.Held => to is not TemplateStatus.Held,
        TemplateStatus.Approved => to is TemplateStatus.Rejected or TemplateStatus.Retired,
        _ => false,
    };

    private static WrittenTemplate WrittenTemplateIn(DbDataReader row, Shade shade) => new()
    {
        Template = TemplateIn(row, shade),
        Status = (TemplateStatus)row.GetInt32(10),
        Writer = row.GetString(11),
        Prompt = row.TextOrNull(12),
        WrittenAt = row.Instant(13),
        EditedFrom = row.TextOrNull(14),
        Drill = row.TextOrNull(15),
        DecidedBy = row.TextOrNull(16),
        DecidedAt = row.InstantOrNull(17),
        Reason = row.TextOrNull(18),
    };

    // The id as it was kept: messages that left name it.
    private static Template TemplateIn(DbDataReader row, Shade shade)
    {
        var situation = new Situation(row.GetString(1), (Audience)row.GetInt32(2), (Channel)row.GetInt32(3), new Language(row.GetString(4)));
        var voice = row.TextOrNull(6);
        return Template.Of(situation, row.TextOrNull(8), row.GetString(9), shade, voice) with
        {
            Id = row.GetString(0),
            Origin = (TemplateOrigin)row.GetInt32(7),
        };
    }
}
