using System.Data.Common;
using System.Text.RegularExpressions;

namespace Rapport.Storage;

/// <summary>One prepared statement; values are bound in the order in which the SQL first names them.</summary>
internal sealed partial class Statement : IDisposable
{
    private readonly DbCommand _command;

    public Statement(DbConnection connection, DbTransaction? transaction, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _command.Transaction = transaction;
        foreach (var name in ParameterName().Matches(sql).Select(m => m.Value).Distinct(StringComparer.Ordinal))
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = name;
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>The transaction that the next execution belongs to.</summary>
    public DbTransaction? Transaction
    {
        set => _command.Transaction = value;
    }

    /// <summary>Executes and returns the number of rows that changed.</summary>
    public int Run(params ReadOnlySpan<object?> values) => Bind(values).ExecuteNonQuery();

    /// <summary>Executes and streams the answer.</summary>
    public DbDataReader Read(params ReadOnlySpan<object?> values) => Bind(values).ExecuteReader();

    /// <summary>The first column of the first row; null where there is none.</summary>
    public object? One(params ReadOnlySpan<object?> values) => Bind(values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public void Dispose() => _command.Dispose();

    private DbCommand Bind(ReadOnlySpan<object?> values)
    {
        if (values.Length != _command.Parameters.Count)
        {
            throw new ArgumentException($"The statement names {_command.Parameters.Count} values, {values.Length} were given.", nameof(values));
        }

        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return _command;
    }

    [GeneratedRegex(@"@\w+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterName();
}
