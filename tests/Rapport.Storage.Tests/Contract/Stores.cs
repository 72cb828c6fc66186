using Rapport.Engine.Composing;
using Rapport.Engine.Composing.Writing;
using Rapport.Engine.Delivery;
using Rapport.Engine.Intake;
using Rapport.Engine.Planning;
using Rapport.Engine.Records;

namespace Rapport.Storage.Tests.Contract;

/// <summary>The ports of one practice, on any database.</summary>
public abstract class Stores : IDisposable
{
    public abstract IRecordStore Records { get; }

    public abstract IHouseholdStore Households { get; }

    public abstract ITouchStore Touches { get; }

    public abstract IMessageStore Messages { get; }

    public abstract ITemplateStore Templates { get; }

    public abstract IModelLog ModelLog { get; }

    public abstract IVoiceStore Voices { get; }

    public abstract IOutbox Outbox { get; }

    public abstract void Dispose();
}

/// <summary>One empty database for one test; each kind of database joins by deriving from every contract.</summary>
public abstract class StoreContract : IDisposable
{
    private readonly Lazy<Stores> _stores;

    protected StoreContract() => _stores = new Lazy<Stores>(Open);

    protected Stores Stores => _stores.Value;

    /// <summary>Opens the test's database once more, as another process would.</summary>
    protected Stores Open() => OpenFor("maple");

    /// <summary>Opens the test's database for a practice that shares it.</summary>
    protected abstract Stores OpenFor(string practice);

    public virtual void Dispose()
    {
        if (_stores.IsValueCreated)
        {
            _stores.Value.Dispose();
        }

        GC.SuppressFinalize(this);
    }
}
