using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Records;

namespace Rapport.Engine.Planning;

/// <summary>What planning everybody gave.</summary>
public sealed record PlanningResult
{
    public long Patients { get; init; }

    public long Touches { get; init; }

    public required SaveResult Saved { get; init; }

    /// <summary>How often each finding decided for silence.</summary>
    public required IReadOnlyDictionary<string, long> Silences { get; init; }

    public long Tasks { get; init; }
}

/// <summary>Decides for every household which touches it should receive next.</summary>
public sealed class PlanningStep(Pictures pictures, ITouchStore touches, Planner planner, Practice practice, ValueList<Language> languages, TimeProvider clock)
{
    private const int BatchSize = 1_000;

    public PlanningContext Context() => new(practice, clock.GetUtcNow(), languages);

    public PlanningResult Run(IProgress<long>? progress, CancellationToken ct)
    {
        var context = Context();
        var batch = new List<TouchPlan>(BatchSize);
        var silences = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var saved = new SaveResult(0, 0, 0, 0);
        var (patients, planned, tasks) = (0L, 0L, 0L);
        foreach (var household in pictures.Read(new ChartFilter.Everyone(), context.Today, ct))
        {
            ct.ThrowIfCancellationRequested();
            var plan = planner.Plan(household, context);
            batch.Add(plan);
            patients += household.Members.Count;
            planned += plan.Touches.Count(t => t.Status is TouchStatus.Planned);
            tasks += plan.Tasks.Count;
            foreach (var silence in plan.Silences)
            {
                var code = silence.Decisive.Code;
                silences[code] = silences.GetValueOrDefault(code) + 1;
            }

            if (batch.Count == BatchSize)
            {
                saved += Save(batch, context);
                progress?.Report(patients);
            }
        }

        saved += Save(batch, context);
        progress?.Report(patients);
        return new PlanningResult { Patients = patients, Touches = planned, Saved = saved, Silences = silences, Tasks = tasks };
    }

    private SaveResult Save(List<TouchPlan> batch, PlanningContext context)
    {
        if (batch.Count is 0)
        {
            return new SaveResult(0, 0, 0, 0);
        }

        var result = touches.Save(batch, context.Now);
        batch.Clear();
        return result;
    }
}
