using Rapport.Engine.Composing;
using Rapport.Engine.Composing.Writing;
using Rapport.Engine.Delivery;
using Rapport.Engine.Intake;
using Rapport.Engine.Planning;
using Rapport.Engine.Records;
using Rapport.Storage.Composing;
using Rapport.Storage.Delivery;
using Rapport.Storage.Intake;
using Rapport.Storage.Planning;
using Rapport.Storage.Records;

namespace Rapport.Storage.Sqlite;

/// <summary>One practice's records, plans, words and queue in one file. Any number of processes may open it.</summary>
public sealed class SqliteDatabase : IDisposable
{
    private readonly SqliteConnections _connections;

    private SqliteDatabase(SqliteConnections connections)
    {
        _connections = connections;
        Records = new RecordStore(connections);
        Households = new HouseholdStore(connections);
        Touches = new TouchStore(connections);
        Messages = new MessageStore(connections);
        Templates = new TemplateStore(connections);
        ModelLog = new ModelLog(connections);
        Voices = new VoiceStore(connections);
        Outbox = new Outbox(connections);
    }

    public IRecordStore Records { get; }

    public IHouseholdStore Households { get; }

    public ITouchStore Touches { get; }

    public IMessageStore Messages { get; }

    public ITemplateStore Templates { get; }

    public IModelLog ModelLog { get; }

    public IVoiceStore Voices { get; }

    public IOutbox Outbox { get; }

    /// <summary>Opens the file and brings its tables up to date.</summary>
    /// <exception cref="StorageException">The file cannot be used; the message says why in plain words.</exception>
    public static SqliteDatabase Open(SqliteOptions options)
    {
        var connections = new SqliteConnections(options);
        try
        {
            SqliteSchema.BringUpToDate(connections);
            connections.CheckKey();
            return new SqliteDatabase(connections);
        }
        catch
        {
            connections.Dispose();
            throw;
        }
    }

    public void Dispose() => _connections.Dispose();
}
