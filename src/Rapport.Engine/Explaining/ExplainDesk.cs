using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Rapport.Engine.Intake;
using Rapport.Engine.Planning;
using Rapport.Engine.Records;

namespace Rapport.Engine.Explaining;

/// <summary>Why somebody hears from us, and why not.</summary>
public sealed record Explanation
{
    public required PatientPicture Patient { get; init; }

    /// <summary>What happened to touches so far.</summary>
    public required IReadOnlyList<StoredTouch> Past { get; init; }

    /// <summary>What the rules say at this moment.</summary>
    public required IReadOnlyList<Touch> Planned { get; init; }

    public required IReadOnlyList<Silence> Silences { get; init; }

    public required IReadOnlyList<StaffTask> Tasks { get; init; }

    public override string ToString() => $"explanation for {Patient}";
}

/// <summary>Answers "why?" for one patient, by asking the planner now.</summary>
public sealed class ExplainDesk(Pictures pictures, ITouchStore touches, IRecordStore records, Planner planner, Func<PlanningContext> context)
{
    /// <param name="patient">The record's id, or an identifier such as a medical record number.</param>
    /// <param name="ct">Stops the search.</param>
    /// <returns>Null where nobody is known by it.</returns>
    public Explanation? Explain(string patient, CancellationToken ct)
    {
        var now = context();
        var household = pictures.Find(new PatientId(patient), now.Today, ct);
        if (household is null && records.FindPatient(null, patient) is { } id)
        {
            patient = id;
            household = pictures.Find(new PatientId(id), now.Today, ct);
        }

        if (household?.Members.FirstOrDefault(m => m.Id.Value == patient) is not { } picture)
        {
            return null;
        }

        var plan = planner.Plan(household, now);
        return new Explanation
        {
            Patient = picture,
            Past = touches.TouchesOf([picture.Id]),
            Planned = [.. plan.Touches.Where(t => t.Patient == picture.Id && !t.Status.IsEnd())],
            Silences = [.. plan.Silences.Where(s => s.Patient == picture.Id)],
            Tasks = [.. plan.Tasks.Where(t => t.Patient == picture.Id)],
        };
    }
}
