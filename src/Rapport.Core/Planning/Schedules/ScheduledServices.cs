using System.Collections.Frozen;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Schedules;

/// <summary>What the schedule says is due, as the recall program asks for it: only what may be told and what the practice offers.</summary>
public sealed class ScheduledServices(Schedule schedule, Practice practice) : IDueServices
{
    private readonly DueAssessor _assessor = new(schedule);

    private readonly FrozenDictionary<string, ValueList<Label>> _labels = schedule.InForce.ToFrozenDictionary(
        row => row.Id,
        row => (ValueList<Label>)[new Label(Language.English, row.Label.English), new Label(Language.Spanish, row.Label.Spanish)],
        StringComparer.Ordinal);

    public ValueList<Label> LabelsOf(string service) => _labels.GetValueOrDefault(service, []);

    public IEnumerable<DueFinding> For(PatientPicture picture, DateOnly today, int ahead)
    {
        if (picture.IsDeceased || !picture.IsActive)
        {
            yield break;
        }

        foreach (var answer in _assessor.Assess(picture, today))
        {
            if (answer.Row.Cadence is "recall" && Offers(answer.Row.Specialty) && FindingOf(answer, today, ahead) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private DueFinding? FindingOf(ServiceAssessment answer, DateOnly today, int ahead)
    {
        var dueOn = answer.Status switch
        {
            DueStatus.Due => answer.Since ?? today,
            DueStatus.NotDue when answer.NextDueOn is { } next && next <= today.AddDays(ahead) => next,
            _ => (DateOnly?)null,
        };
        if (dueOn is null)
        {
            return answer.Status is DueStatus.Excluded && answer.Because is [.., var why] ? Quiet(answer, "excluded", why.Because) : null;
        }

        return answer switch
        {
            { BookedVisit: { } visit } => Quiet(answer, "visit-booked", $"A visit that will see to it is on the book ({visit})."),
            { Mode: RowMode.StaffOnly } => Quiet(answer, "staff-only", "Only staff decide about this one."),
            { Row.Sensitivity: > Sensitivity.Generic } => Quiet(answer, "sensitive-service", "The service is too private for an open message; it is raised at a visit."),
            _ => new DueFinding.Due(new DueService(answer.ServiceId, dueOn.Value, answer.LastDoneOn, answer.Mode is RowMode.InviteToTalk, answer.Because)),
        };
    }

    private static DueFinding.Quiet Quiet(ServiceAssessment answer, string code, string because) =>
        new(answer.ServiceId, Finding.Against(code, because));

    private bool Offers(string specialty) => practice.Specialties.Count is 0 || specialty switch
    {
        "primary-care" => practice.Specialties.Contains("primary") || practice.Specialties.Contains("paediatrics"),
        "dental" => practice.Specialties.Contains("dental"),
        "eye" => practice.Specialties.Contains("optometry"),
        _ => practice.Specialties.Contains(specialty),
    };
}
