using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rapport.Storage.Sqlite;

/// <summary>Brings a file's tables to this version.</summary>
/// <remarks>
/// The script is EF Core's, but runs in one transaction of ours: a process that dies half-way leaves nothing behind. EF's
/// own lock table would stay locked for ever.
/// </remarks>
internal static class SqliteSchema
{
    /// <summary>Marks the file as ours (<c>PRAGMA application_id</c>): "Rapp".</summary>
    private const long OurMark = 0x52617070;

    private const string Mark = "PRAGMA application_id";
    private const string CountTables = "SELECT COUNT(*) FROM sqlite_master";
    private const string HistoryTables = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
    private const string History = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"";

    private static readonly string[] Known =
    [
        .. typeof(SqliteSchema).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    public static void BringUpToDate(SqliteConnections connections)
    {
        try
        {
            MakeOurs(connections);
            if (!connections.Write(session => IsCurrent(session, connections.Path)))
            {
                Migrate(connections);
            }
        }
        catch (SqliteException fault)
        {
            throw SqliteFaults.InPlainWords(fault, connections.Path);
        }
    }

    // Looked at before the file is changed in any way: a stranger's file is left as it is.
    private static void MakeOurs(SqliteConnections connections)
    {
        using var session = connections.OpenPlain();
        if (session[Mark].One() is OurMark)
        {
            return;
        }

        if (session[CountTables].One() is not 0L)
        {
            throw new StorageException($"{connections.Path} is a database of another program. Name another file; this one was left as it is.");
        }

        session["PRAGMA journal_mode = WAL"].One();   // the file remembers it
        session[$"PRAGMA application_id = {OurMark}"].Run();
    }

    private static bool IsCurrent(Session session, string path)
    {
        var applied = Applied(session);
        if (applied.Except(Known, StringComparer.Ordinal).Any())
        {
            throw new StorageException($"{path} was written by a newer version of Rapport. Update Rapport to use it.");
        }

        return applied.Length == Known.Length;
    }

    private static void Migrate(SqliteConnections connections)
    {
        using var context = connections.OpenContext();
        var migrator = context.GetService<IMigrator>();
        connections.Write(session =>
        {
            // Another process may have been faster while we waited for our turn.
            var from = Applied(session).LastOrDefault() ?? Migration.InitialDatabase;
            var script = migrator.GenerateScript(from, Known[^1], MigrationsSqlGenerationOptions.NoTransactions);
            return script.Length is 0 ? 0 : session[script].Run();
        });
    }

    private static string[] Applied(Session session)
    {
        if (session[HistoryTables].One() is 0L)
        {
            return [];
        }

        using var rows = session[History].Read();
        var applied = new List<string>();
        while (rows.Read())
        {
            applied.Add(rows.GetString(0));
        }

        return [.. applied];
    }
}
