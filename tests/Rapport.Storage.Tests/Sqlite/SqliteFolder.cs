using Rapport.Engine.Composing;
using Rapport.Engine.Composing.Writing;
using Rapport.Engine.Delivery;
using Rapport.Engine.Intake;
using Rapport.Engine.Planning;
using Rapport.Engine.Records;
using Rapport.Storage.Sqlite;
using Rapport.Storage.Tests.Contract;

namespace Rapport.Storage.Tests.Sqlite;

/// <summary>A folder of its own with a real database file, gone after the test.</summary>
internal sealed class SqliteFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rapport-store-");

    public static byte[] Key { get; } = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public string File => Path.Combine(_folder.FullName, "practice.db");

    public SqliteOptions Options => new(File, "maple", Key);

    public Stores Open() => OpenFor("maple");

    public Stores OpenFor(string practice) => new SqliteStores(SqliteDatabase.Open(Options with { Practice = practice }));

    /// <summary>Everything that is on disk, the write-ahead log included.</summary>
    public byte[] AllBytes() => [.. _folder.GetFiles().SelectMany(f => ReadShared(f.FullName))];

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private sealed class SqliteStores(SqliteDatabase database) : Stores
    {
        public override IRecordStore Records => database.Records;

        public override IHouseholdStore Households => database.Households;

        public override ITouchStore Touches => database.Touches;

        public override IMessageStore Messages => database.Messages;

        public override ITemplateStore Templates => database.Templates;

        public override IModelLog ModelLog => database.ModelLog;

        public override IVoiceStore Voices => database.Voices;

        public override IOutbox Outbox => database.Outbox;

        public override void Dispose() => database.Dispose();
    }
}
