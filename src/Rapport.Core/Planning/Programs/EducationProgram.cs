using Rapport.Core.Planning.Calendar;
using Rapport.Core.Primitives;
using Rapport.Core.Records;

namespace Rapport.Core.Planning.Programs;

/// <summary>A useful and cheerful note of the season, only for somebody whose own record gives a reason for it.</summary>
/// <remarks>At most one is wished for at a time, and the contact limits allow two a year (<c>evidence.md §6</c>).</remarks>
public sealed class EducationProgram(EducationCalendar calendar) : IProgram
{
    private static readonly TimeOnly NoteAt = new(11, 30);

    private Day? _day;

    public string Name => "education";

    public IEnumerable<Proposal> Propose(PatientPicture patient, PlanningContext context)
    {
        // Unknown age: no topic can be told to fit.
        if (patient.AgeOn(context.Today) is not { } age)
        {
            yield break;
        }

        var day = DayOf(context);
        var reasons = new ReasonsOf(patient, context);
        var open = day.Open.Where(o => reasons.Find(o.Topic.Audience, age) is not null).ToList();
        if (open.Count is 0)
        {
            yield break;
        }

        var drawn = DrawnFor(patient, age, reasons, day.Topics, context);
        foreach (var (topic, from, until) in open)
        {
            yield return drawn.Contains(topic)
                ? Wish(topic.Row, from, until, reasons.Find(topic.Audience, age)!, patient, context)
                : new Proposal.Quiet(SubjectOf(topic.Row, from), "note", Finding.Against("another-topic", $"Other topics were drawn for them this year: {string.Join(", ", drawn.Select(t => t.Row.Id))}."));
        }
    }

    // So many topics a year as the limits allow, drawn by lot from all that suit: nobody gets everything that the calendar holds,
    // and a season's note does not go to the whole practice on one day.
    private static List<Topic> DrawnFor(PatientPicture patient, int age, ReasonsOf reasons, Topic[] topics, PlanningContext context)
    {
        var year = $"{context.Today.Year}";
        return [.. topics
            .Where(topic => reasons.Find(topic.Audience, age) is not null)
            .OrderBy(topic => Chance.Of(patient.Id.Value, topic.Row.Id, year))
            .Take(context.Practice.Limits.MaxEducationPerYear)];
    }

    // The same for everybody of a practice on one day; whoever computes it twice at once gets the same.
    private Day DayOf(PlanningContext context)
    {
        var day = _day;
        if (day?.On != context.Today || !ReferenceEquals(day.Practice, context.Practice))
        {
            _day = day = NewDay(context.Today, context.Practice);
        }

        return day;
    }

    // A topic without an audience is only posted: it is not even thought of for a person.
    private Day NewDay(DateOnly today, Practice practice)
    {
        Topic[] topics = [.. from row in calendar.Rows where row.Audience is not null && row.Suits(practice) select new Topic(row, row.Audience!)];
        var open = from window in calendar.OpenOn(today)
                   join topic in topics on window.Row.Id equals topic.Row.Id
                   select (topic, window.From, window.Until);
        return new Day(today, practice, topics, [.. open]);
    }

    /// <summary>The topic of a touch.</summary>
    public static string TopicOf(string subject) => subject.Split('@')[0];

    private static string SubjectOf(CalendarRow row, DateOnly from) => $"{row.Id}@{from.Year}";

    private Proposal.Wish Wish(CalendarRow row, DateOnly from, DateOnly until, string reason, PatientPicture patient, PlanningContext context)
    {
        // Spread over the window, so that a front desk is not asked forty questions on one morning.
        var day = from.AddDays(Chance.Pick(Math.Max(1, until.DayNumber - from.DayNumber), patient.Id.Value, row.Id, "day"));
        return new(new Candidate
        {
            Patient = patient,
            Program = Name,
            Subject = SubjectOf(row, from),
            Step = "note",
            Purpose = Purpose.Relationship,
            Urgency = Urgency.Kindness,
            Prefers = Channel.Email,
            Sensitivity = Sensitivity.Open,
            Window = new SendWindow(context.At(day, new TimeOnly(10, 0)), context.At(day, NoteAt), context.At(until, new TimeOnly(18, 0))),
            GroupScope = $"{Name}.{SubjectOf(row, from)}",
            IsSaidOncePerReader = true,
            Because = [Finding.For($"{Name}.{row.Id}", $"{row.Title}, and their record gives the reason: {reason}.")],
        });
    }

    /// <summary>A row that may be sent, with the audience that it therefore has.</summary>
    private sealed record Topic(CalendarRow Row, CalendarAudience Audience)
    {
        public override string ToString() => Row.Id;
    }

    private sealed record Day(DateOnly On, Practice Practice, Topic[] Topics, (Topic Topic, DateOnly From, DateOnly Until)[] Open)
    {
        public override string ToString() => "day";
    }

    // Many topics share a reason, so a record is searched once for each and not once for each topic.
    private sealed class ReasonsOf(PatientPicture patient, PlanningContext context)
    {
        private readonly List<(EducationReason Reason, int WithinMonths, string? Found)> _found = [];

        public string? Find(CalendarAudience audience, int age)
        {
            if (!audience.Includes(age))
            {
                return null;
            }

            foreach (var (reason, months, known) in _found)
            {
                if (reason == audience.Reason && months == audience.WithinMonths)
                {
                    return known;
                }
            }

            var found = EducationReasons.Find(audience, patient, context);
            _found.Add((audience.Reason, audience.WithinMonths, found));
            return found;
        }
    }
}
