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

        var open = new List<(CalendarRow Row, DateOnly From, DateOnly Until, string Reason)>();
        foreach (var (row, from, until) in OpenOn(context.Today).Open)
        {
            if (row.Audience.Includes(age) && Suits(row, context.Practice) && EducationReasons.Find(row.Audience, patient, context) is { } reason)
            {
                open.Add((row, from, until, reason));
            }
        }

        if (open.Count is 0)
        {
            yield break;
        }

        // One topic for a person: told already this year, or drawn by a chance that a second plan repeats.
        var chosen = open.FirstOrDefault(o => patient.History.Any(t => t.Id == Touch.IdOf(patient.Id, Name, SubjectOf(o.Row, o.From), "note")));
        chosen = chosen.Row is null ? open.MinBy(o => Chance.Of(patient.Id.Value, o.Row.Id, $"{o.From.Year}")) : chosen;
        yield return Wish(chosen.Row, chosen.From, chosen.Until, chosen.Reason, patient, context);
        foreach (var (row, from, _, _) in open.Where(o => o.Row != chosen.Row))
        {
            yield return new Proposal.Quiet(SubjectOf(row, from), "note", Finding.Against("another-topic", $"The topic {chosen.Row.Id} was drawn for them this time."));
        }
    }

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
            Sensitivity = Sensitivity.Open,
            Window = new SendWindow(context.At(day, new TimeOnly(10, 0)), context.At(day, NoteAt), context.At(until, new TimeOnly(18, 0))),
            GroupScope = $"{Name}.{SubjectOf(row, from)}",
            IsSaidOncePerReader = true,
            Because = [Finding.For($"{Name}.{row.Id}", $"{row.Title}, and their record gives the reason: {reason}.")],
        });
    }

    private sealed record Day(DateOnly On, (CalendarRow Row, DateOnly From, DateOnly Until)[] Open);
}
