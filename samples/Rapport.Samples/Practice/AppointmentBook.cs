namespace Rapport.Samples.Practice;

/// <summary>Who has a visit with whom and when, as the book stood yesterday evening and as it stands this morning.</summary>
internal sealed class AppointmentBook
{
    private readonly Dictionary<(string Clinician, DateOnly Day), int> _asked = [];
    private readonly HashSet<(string Clinician, DateTime Start)> _takenYesterday = [];
    private readonly HashSet<(string Clinician, DateTime Start)> _takenToday = [];

    public static TimeSpan Length { get; } = TimeSpan.FromMinutes(30);

    /// <summary>The practice is open every day, shorter at weekends, so that the demo has something to say on any day.</summary>
    public static IReadOnlyList<TimeOnly> Times(DateOnly day)
    {
        var (opens, count) = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? (9, 10) : (8, 20);
        return [.. Enumerable.Range(0, count).Select(half => new TimeOnly(opens, 0).AddMinutes(30 * half))];
    }

    /// <summary>The next time that is still free, spread over the day. A full day is double-booked, which only a benchmark reaches.</summary>
    public TimeOnly Find(Clinician clinician, DateOnly day)
    {
        var times = Times(day);
        for (var tried = 0; tried < times.Count; tried++)
        {
            var time = Ask(clinician, day, times);
            if (IsFree(clinician, day, time))
            {
                return time;
            }
        }

        return Ask(clinician, day, times);
    }

    /// <summary>The first free time after another, so that a family comes once; any other free time when the day is nearly over.</summary>
    public TimeOnly FindAfter(Clinician clinician, DateOnly day, TimeOnly after)
    {
        var later = Times(day).Where(time => time > after && IsFree(clinician, day, time)).Select(time => (TimeOnly?)time).FirstOrDefault();
        return later ?? Find(clinician, day);
    }

    public void Take(Clinician clinician, DateOnly day, TimeOnly time, bool yesterday, bool today)
    {
        if (yesterday)
        {
            _takenYesterday.Add((clinician.Id, day.ToDateTime(time)));
        }

        if (today)
        {
            _takenToday.Add((clinician.Id, day.ToDateTime(time)));
        }
    }

    public bool WasTaken(Clinician clinician, DateOnly day, TimeOnly time) => _takenYesterday.Contains((clinician.Id, day.ToDateTime(time)));

    public bool IsTaken(Clinician clinician, DateOnly day, TimeOnly time) => _takenToday.Contains((clinician.Id, day.ToDateTime(time)));

    private bool IsFree(Clinician clinician, DateOnly day, TimeOnly time) => !WasTaken(clinician, day, time) && !IsTaken(clinician, day, time);

    // Seven has no factor in common with 10 or 20, so the steps visit every time of the day once.
    private TimeOnly Ask(Clinician clinician, DateOnly day, IReadOnlyList<TimeOnly> times)
    {
        var asked = _asked.GetValueOrDefault((clinician.Id, day), clinician.Npi[^1] - '0');
        _asked[(clinician.Id, day)] = (asked + 7) % times.Count;
        return times[asked % times.Count];
    }
}
