using System.Data.Common;

namespace Rapport.Storage;

/// <summary>A connection with its prepared statements, inside at most one transaction.</summary>
internal sealed class Session(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private DbTransaction? _transaction;

    public DbConnection Connection => connection;

    /// <summary>The statement with this SQL, prepared once and kept.</summary>
    public Statement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
            {
                _statements[sql] = statement = new Statement(connection, _transaction, sql);
            }

            return statement;
        }
    }

    public void Begin(DbTransaction transaction) => Enter(transaction);

    public void Commit() => _transaction!.Commit();

    /// <summary>Ends the transaction; what was not committed is undone.</summary>
    public void End()
    {
        _transaction?.Dispose();
        Enter(null);
    }

    public void Dispose()
    {
        End();
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private void Enter(DbTransaction? transaction)
    {
        _transaction = transaction;
        foreach (var statement in _statements.Values)
        {
            statement.Transaction = transaction;
        }
    }
}
