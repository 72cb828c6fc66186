using Microsoft.EntityFrameworkCore;
using Rapport.Core.Intake;
using Rapport.Engine.Intake;

namespace Rapport.Storage.Intake;

/// <summary>Keeps records as a stream of small documents.</summary>
internal sealed class RecordStore(Database database) : IRecordStore
{
    private const string NoteIssue =
        """
        INSERT INTO intake_issues (practice, file, line, path, reason, loss, noted_at)
        VALUES (@practice, @file, @line, @path, @reason, @loss, @noted_at)
        ON CONFLICT (practice, file, line, path, reason) DO UPDATE SET noted_at = excluded.noted_at, loss = excluded.loss
        """;

    private const string CountWaiting =
        """
        SELECT COUNT(*) FROM chart c
        WHERE c.practice = @practice AND c.patient <> ''
          AND NOT EXISTS (SELECT 1 FROM patients p WHERE p.practice = c.practice AND p.id = c.patient)
        """;

    public WriteResult Write(IReadOnlyList<SourceRecord> records, DateTimeOffset now)
    {
        var documents = ChartDocument.OfAll(records);
        return database.Write(session =>
        {
            var chart = new ChartWriter(session, database.Practice, now);
            foreach (var document in documents)
            {
                chart.Write(document);
            }

            return chart.Finish();
        });
    }

    public void Write(IReadOnlyList<IntakeIssue> issues, DateTimeOffset now) => database.Write(session =>
    {
        foreach (var issue in issues)
        {
            session[NoteIssue].Run(
                database.Practice, issue.File, issue.Line, issue.Path, issue.Reason, (int)issue.Loss, now.UtcTicks);
        }

        return issues.Count;
    });

    public IReadOnlyList<IntakeIssue> ReadIssues(int max)
    {
        using var context = database.OpenContext();
        return [.. context.IntakeIssues.AsNoTracking()
            .OrderByDescending(i => i.NotedAt).ThenBy(i => i.File).ThenBy(i => i.Line).ThenBy(i => i.Path)
            .Take(max)
            .Select(i => new IntakeIssue(i.File, i.Line, i.Path, i.Reason, i.Loss))];
    }

    public long CountWithoutPatient()
    {
        using var session = database.OpenSnapshot();
        return (long)session[CountWaiting].One(database.Practice)!;
    }

    public string? FindPatient(string? system, string value)
    {
        using var session = database.OpenSnapshot();
        return new PatientReferences(session, database.Practice).Patient(system, value);
    }
}
