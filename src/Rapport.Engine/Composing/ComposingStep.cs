using Rapport.Core.Composing;
using Rapport.Core.Planning;
using Rapport.Core.Records;
using Rapport.Engine.Composing.Writing;
using Rapport.Engine.Records;

namespace Rapport.Engine.Composing;

/// <summary>What composing gave.</summary>
public sealed record ComposingResult(long Messages, long Held)
{
    public override string ToString() => $"{Messages} messages, {Held} held";
}

/// <summary>Finds words for planned touches, puts the facts in, has them judged.</summary>
public sealed class ComposingStep(IMessageStore messages, Pictures pictures, Composer composer, Shelving shelving, Func<PlanningContext> context)
{
    private const int BatchSize = 500;

    public ComposingResult Run(IProgress<long>? progress, CancellationToken ct)
    {
        shelving.Refresh();
        var now = context();
        var (composed, held) = (0L, 0L);
        foreach (var batch in messages.ReadPlanned(ct).SelectMany(household => household.GroupBy(t => t.GroupKey).Select(g => g.ToList())).Chunk(BatchSize))
        {
            ct.ThrowIfCancellationRequested();
            var compositions = Compose(batch, now, ct);
            messages.Save(compositions, now.Now);
            composed += compositions.Count(c => c.Status is TouchStatus.Approved);
            held += compositions.Count(c => c.Status is not TouchStatus.Approved);
            progress?.Report(composed);
        }

        return new ComposingResult(composed, held);
    }

    private List<Composition> Compose(IReadOnlyList<IReadOnlyList<Touch>> groups, PlanningContext now, CancellationToken ct)
    {
        var households = new Dictionary<string, Household>(StringComparer.Ordinal);
        foreach (var household in pictures.Read(new ChartFilter.HouseholdsOf([.. groups.SelectMany(g => g).Select(t => t.Patient).Distinct()]), now.Today, ct))
        {
            foreach (var member in household.Members)
            {
                households[member.Id.Value] = household;
            }
        }

        return [.. groups.Where(g => households.ContainsKey(g[0].Patient.Value)).Select(g => Compose(g, households[g[0].Patient.Value], now))];
    }

    private Composition Compose(IReadOnlyList<Touch> group, Household household, PlanningContext now) =>
        composer.Compose(group, household, now) switch
        {
            Composed.Message message => new Composition(group, TouchStatus.Approved, null, Messages.Of(group[0].Id, message)),
            Composed.Held { Words: not null, Template: not null } held => new Composition(group, TouchStatus.Held, held.Because, Messages.Of(group[0].Id, new Composed.Message(held.Template, held.Words))),
            Composed.Held held => new Composition(group, TouchStatus.Held, held.Because, null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
