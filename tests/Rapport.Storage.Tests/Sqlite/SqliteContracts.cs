using Rapport.Storage.Tests.Contract;

namespace Rapport.Storage.Tests.Sqlite;

public sealed class SqliteRecordStoreTests : RecordStoreContract
{
    private readonly SqliteFolder _folder = new();

    protected override Stores OpenFor(string practice) => _folder.OpenFor(practice);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteHouseholdStoreTests : HouseholdStoreContract
{
    private readonly SqliteFolder _folder = new();

    protected override Stores OpenFor(string practice) => _folder.OpenFor(practice);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteTouchStoreTests : TouchStoreContract
{
    private readonly SqliteFolder _folder = new();

    protected override Stores OpenFor(string practice) => _folder.OpenFor(practice);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteMessageStoreTests : MessageStoreContract
{
    private readonly SqliteFolder _folder = new();

    protected override Stores OpenFor(string practice) => _folder.OpenFor(practice);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteOutboxTests : OutboxContract
{
    private readonly SqliteFolder _folder = new();

    protected override Stores OpenFor(string practice) => _folder.OpenFor(practice);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteStatusTests : StatusContract
{
    private readonly SqliteFolder _folder = new();

    protected override Stores OpenFor(string practice) => _folder.OpenFor(practice);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteNamesTests : NamesContract
{
    private readonly SqliteFolder _folder = new();

    protected override Stores OpenFor(string practice) => _folder.OpenFor(practice);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteTemplateStoreTests : TemplateStoreContract
{
    private readonly SqliteFolder _folder = new();

    protected override Stores OpenFor(string practice) => _folder.OpenFor(practice);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteModelLogTests : ModelLogContract
{
    private readonly SqliteFolder _folder = new();

    protected override Stores OpenFor(string practice) => _folder.OpenFor(practice);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteVoiceStoreTests : VoiceStoreContract
{
    private readonly SqliteFolder _folder = new();

    protected override Stores OpenFor(string practice) => _folder.OpenFor(practice);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}
