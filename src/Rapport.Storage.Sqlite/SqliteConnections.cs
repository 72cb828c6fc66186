using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Rapport.Storage.Sqlite;

/// <summary>Connections to one file, set up alike.</summary>
/// <remarks>
/// Write-ahead logging lets people read while something is written. Every commit reaches the disk (synchronous FULL): a
/// claim or an opt-out that a power cut takes back would send a message twice or to somebody who asked us to stop, and an
/// import commits so many rows at once that it does not notice.
/// </remarks>
internal sealed class SqliteConnections(SqliteOptions options) : Database(options.Practice, options.Key)
{
    private const string SetUp =
        """
        PRAGMA busy_timeout = 30000;
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 8192;
        PRAGMA temp_store = MEMORY;
        """;

    private const string FindKeyCheck = "SELECT key_check FROM practices WHERE practice = @practice";
    private const string AddKeyCheck = "INSERT INTO practices (practice, key_check) VALUES (@practice, @key_check)";

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = options.Path,
        DefaultTimeout = 30,
    }.ToString();

    public string Path => options.Path;

    public override RapportContext OpenContext() => new(
        new DbContextOptionsBuilder<RapportContext>()
            .UseSqlite(_connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteConnections).Assembly.FullName))
            .Options,
        Practice);

    public override string ListedIn(string parameter) => $"SELECT value FROM json_each({parameter})";

    public override object ListOf(IEnumerable<string> values) => JsonSerializer.Serialize([.. values], StorageJson.Default.StringArray);

    /// <summary>Notes the key at first use, and later refuses another one: its words could not be read.</summary>
    public void CheckKey() => Write(session =>
    {
        if (session[FindKeyCheck].One(Practice) is byte[] check)
        {
            try
            {
                return Sealer.Open(Guid.Empty, check).Length;
            }
            catch (AuthenticationTagMismatchException wrongKey)
            {
                throw new StorageException($"{Path} was written with another key for messages. Use that key, or another file.", wrongKey);
            }
        }

        return session[AddKeyCheck].Run(Practice, Sealer.Seal(Guid.Empty, "Rapport"u8));
    });

    /// <summary>A session outside any transaction, for what SQLite refuses inside one.</summary>
    public Session OpenPlain() => new(OpenConnection());

    public override void Dispose()
    {
        base.Dispose();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    protected override DbConnection Connect() => OpenConnection();

    protected override DbTransaction BeginWrite(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(deferred: false);

    protected override DbTransaction BeginSnapshot(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(deferred: true);

    private SqliteConnection OpenConnection()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = SetUp;
            command.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw SqliteFaults.InPlainWords(e, Path);
        }
    }
}
