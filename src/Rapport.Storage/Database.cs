using System.Data.Common;

namespace Rapport.Storage;

/// <summary>One practice in one database: where the stores get their connections; each kind of database fills in its own part.</summary>
internal abstract class Database(string practice, byte[] key) : IDisposable
{
    private readonly Lock _writeGate = new();
    private Session? _writer;

    /// <summary>Leads every key, so that the data of many practices can be partitioned.</summary>
    public string Practice => practice;

    public Composing.Sealer Sealer { get; } = new(practice, key);

    /// <summary>Runs work in one transaction that is the only writer. An exception undoes all of it.</summary>
    public T Write<T>(Func<Session, T> work)
    {
        lock (_writeGate)
        {
            _writer ??= new Session(Connect());
            _writer.Begin(BeginWrite(_writer.Connection));
            try
            {
                var result = work(_writer);
                _writer.Commit();
                return result;
            }
            finally
            {
                _writer.End();
            }
        }
    }

    /// <summary>A session that sees one unchanging state until it is disposed, whatever is written meanwhile.</summary>
    public Session OpenSnapshot()
    {
        var session = new Session(Connect());
        session.Begin(BeginSnapshot(session.Connection));
        return session;
    }

    /// <summary>A context for the overviews that staff read.</summary>
    public abstract RapportContext OpenContext();

    /// <summary>SQL that yields the values bound to <paramref name="parameter"/> by <see cref="ListOf"/>, as a subquery.</summary>
    public abstract string ListedIn(string parameter);

    /// <summary>Several values as one parameter, so that one statement serves any number of them.</summary>
    public abstract object ListOf(IEnumerable<string> values);

    public virtual void Dispose() => _writer?.Dispose();

    protected abstract DbConnection Connect();

    /// <summary>Begins a transaction that has the right to write from its first statement on.</summary>
    protected abstract DbTransaction BeginWrite(DbConnection connection);

    protected abstract DbTransaction BeginSnapshot(DbConnection connection);
}
