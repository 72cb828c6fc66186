using Rapport.Core.Planning;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.TestKit;

/// <summary>A schedule that says what the test wants it to say.</summary>
public sealed class ScriptedDueServices(params IReadOnlyList<DueService> services) : IDueServices
{
    /// <summary>Services by patient; the others get those of the constructor.</summary>
    public Dictionary<string, DueService[]> ByPatient { get; } = new(StringComparer.Ordinal);

    public IEnumerable<DueFinding> For(PatientPicture picture, DateOnly today, int ahead) =>
        (ByPatient.GetValueOrDefault(picture.Id.Value) ?? services)
            .Where(s => s.DueOn <= today.AddDays(ahead))
            .Select(s => new DueFinding.Due(s));

    public ValueList<Label> LabelsOf(string service) => [new Label(Language.English, service), new Label(Language.Spanish, service)];

    public static DueService Due(string service, string dueOn, string? lastDoneOn = null, bool isTalk = false) => new(
        service,
        Time.On(dueOn),
        lastDoneOn is null ? null : Time.On(lastDoneOn),
        isTalk,
        [Finding.For("recall.rule", $"Scripted: {service}.")]);
}
