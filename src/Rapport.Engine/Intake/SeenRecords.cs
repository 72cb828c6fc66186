using System.Runtime.InteropServices;
using Rapport.Core.Intake;
using Rapport.Core.Primitives;

namespace Rapport.Engine.Intake;

/// <summary>Which ids an import has met. Where one feed holds two different records of one id, the first stays unless the other says that it is newer.</summary>
/// <remarks>Without this the two would take turns, and the same export read again would never be "no change". Keeps 20 bytes for a record.</remarks>
internal sealed class SeenRecords
{
    private readonly Dictionary<ulong, Seen> _byId = [];

    /// <summary>Null: take it. An issue: it stays out.</summary>
    public IntakeIssue? Add(SourceRecord record)
    {
        var kind = record is SourceService service ? service.Kind.ToString() : record.GetType().Name;
        var seen = new Seen(record.GetHashCode(), record.UpdatedAt?.UtcTicks ?? 0);
        ref var before = ref CollectionsMarshal.GetValueRefOrAddDefault(_byId, Chance.Of(kind, record.Id), out var isKnown);
        if (!isKnown || before.Content == seen.Content || seen.UpdatedAt > before.UpdatedAt)
        {
            before = seen;
            return null;
        }

        return new IntakeIssue("", 0, $"{kind}/{record.Id}", "There are two different records of this kind with one id, and neither says that it is newer; the first was kept.", IntakeLoss.Whole);
    }

    private readonly record struct Seen(int Content, long UpdatedAt)
    {
        public override string ToString() => "seen";
    }
}
