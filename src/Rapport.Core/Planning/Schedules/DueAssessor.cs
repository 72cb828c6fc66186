using System.Collections.Frozen;
using Rapport.Core.Planning.Schedules.Needs;
using Rapport.Core.Planning.Schedules.Rules;
using Rapport.Core.Primitives;
using Rapport.Core.Records;
using Chart = Rapport.Core.Planning.Schedules.Facts.Chart;

namespace Rapport.Core.Planning.Schedules;

/// <summary>Says of a person what is due, by every row of a schedule.</summary>
/// <param name="schedule">The rows in force.</param>
/// <param name="bookings">Which kinds of visit see to a service, as the practice says; empty: a booking never answers a need.</param>
public sealed class DueAssessor(Schedule schedule, FrozenDictionary<string, ValueList<Code>> bookings)
{
    private readonly ValueList<ScheduleRow> _rows = schedule.InForce;

    public DueAssessor(Schedule schedule)
        : this(schedule, FrozenDictionary<string, ValueList<Code>>.Empty)
    {
    }

    /// <summary>One answer per row, in the order of the schedule. The same picture and day always give the same answers.</summary>
    public IReadOnlyList<ServiceAssessment> Assess(PatientPicture picture, DateOnly asOf)
    {
        var chart = new Chart(picture, schedule.Codes);
        var vaccines = new VaccineChart(chart, asOf);
        var scope = new Scope(chart, asOf);
        var answers = new ServiceAssessment[_rows.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var row = _rows[i];
            answers[i] = new RowAssessor(row, scope, vaccines, bookings.GetValueOrDefault(row.Id, [])).Assess();
        }

        return answers;
    }
}
