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

        var open = OpenOn(context.Today).Open.Where(o => ReasonFor(o.Row, age, patient, context) is not null).ToList();
        if (open.Count is 0)
        {
            yield break;
        }

        var drawn = DrawnFor(patient, age, context);
        foreach (var (row, from, until) in open)
        {
            yield return drawn.Contains(row)
                ? Wish(row, from, until, ReasonFor(row, age, patient, context)!, patient, context)
                : new Proposal.Quiet(SubjectOf(row, from), "note", Finding.Against("another-topic", $"Other topics were drawn for them this year: {string.Join(", ", drawn.Select(r => r.Id))}."));
        }
    }

    // So many topics a year as the limits allow, drawn by lot from all that suit: nobody gets everything that the calendar holds,
    // and a season's note does not go to the whole practice on one day.
    private List<CalendarRow> DrawnFor(PatientPicture patient, int age, PlanningContext context)
    {
        var year = $"{context.Today.Year}";
        return [.. calendar.Rows
            .Where(row => ReasonFor(row, age, patient, context) is not null)
            .OrderBy(row => Chance.Of(patient.Id.Value, row.Id, year))
            .Take(context.Practice.Limits.MaxEducationPerYear)];
    }

    private static string? ReasonFor(CalendarRow row, int age, PatientPicture patient, PlanningContext context) =>
        Suits(row, context.Practice) && row.Audience.Includes(age) ? EducationReasons.Find(row.Audience, patient, context) : null;

    // The same for everybody on one day; whoever computes it twice at once gets the same.
    private Day OpenOn(DateOnly today)
    {
        var day = _day;
        if (day?.On != today)
        {
            _day = day = new Day(today, [.. calendar.OpenOn(today)]);
        }

        return day;
    }

    /// <summary>The topic of a touch.</summary>
    public static string TopicOf(string subject) => subject.Split('@')[0];

    private static string SubjectOf(CalendarRow row, DateOnly from) => $"{row.Id}@{from.Year}";

    private static bool Suits(CalendarRow row, Practice practice) =>
        practice.Specialties.Count is 0 || practice.Specialties.Contains(row.Specialty.ToString().ToLowerInvariant());

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

    private sealed record Day(DateOnly On, (CalendarRow Row, DateOnly From, DateOnly Until)[] Open)
    {
        public override string ToString() => "day";
    }
}
